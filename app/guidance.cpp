#include "app/guidance.hpp"
#include "app/sources.hpp"

#include "files/citations.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "language/text_in_file.hpp"

#include "files/json.hpp"
#include <algorithm>

namespace spinescope::app {

namespace {

using language::Text;

files::Json parsed(const std::filesystem::path& file) {
    try {
        return files::Json::parse(files::read_whole(file));
    } catch (const files::Json::exception& error) {
        throw Failure(file.string(), error.what(), "correct the file or install the program again");
    }
}

timeline::Quoted quoted(const files::Json& figure) {
    return {.value = figure.at("value").get<double>(),
            .trust = figure.at("trust"),
            .source = figure.at("source")};
}

SaferInstead read_safer(const files::Json& file, const files::Citations& citation) {
    const files::Json& comparison = file.at("comparison");
    SaferInstead result{.title = Text::of("guidance.safer.title"),
                        .lead = Text::of("guidance.safer.lead"),
                        .exercises = {},
                        .standing_N = quoted(comparison.at("standing_N")),
                        .action_limit_N = comparison.at("action_limit_N").at("value").get<double>()};
    for (const std::string& name : timeline::exercise_names()) {
        const timeline::Exercise& exercise = result.exercises.emplace_back(timeline::load_exercise(name));
        (void)citation(exercise.dose_source); // throws for one that nobody knows
        for (const auto& figure : {exercise.compression, exercise.guarding_left, exercise.viscous_time_left})
            if (figure) (void)citation(figure->source);
    }
    return result;
}

TightBack tight_back(const files::Json& file) {
    const std::string words = "guidance.tight_back.";
    TightBack result{.title = Text::of(words + "title"),
                     .lead = Text::of(words + "lead"),
                     .not_this = Text::of(words + "not_this"),
                     .reasons = {}};
    for (const files::Json& entry : file.at("reasons")) {
        const std::string name = entry.at("reason");
        TightBack::Reason& reason =
            result.reasons.emplace_back(TightBack::Reason{.reason = name,
                                                          .label = Text::of(words + name + ".label"),
                                                          .says = Text::of(words + name + ".says"),
                                                          .suggestions = {}});
        const std::string why = words + name + ".why.";
        for (const std::string exercise : entry.at("suggest")) {
            reason.suggestions.push_back({exercise, Text::of(why + exercise)});
            (void)timeline::load_exercise(exercise); // throws for an unknown one
        }
    }
    return result;
}

Professional professional(const files::Json& file, const files::Citations& citation) {
    const std::string words = "guidance.professional.";
    Professional result{.title = Text::of(words + "title"),
                        .disclaimer = Text::of(words + "disclaimer"),
                        .gist = Text::of(words + "gist"),
                        .groups = {},
                        .sources = {}};
    for (const std::string urgency : file.at("groups")) {
        const std::string own = words + urgency;
        result.groups.push_back(
            {.urgency = urgency == "emergency" ? Urgency::emergency
                        : urgency == "urgent"  ? Urgency::urgent
                                               : Urgency::soon,
             .title = Text::of(own + ".title"),
             .signs = language::texts_in({}, "signs", own, "guidance"),
             .in_short = language::has(own + ".in_short") ? Text::of(own + ".in_short") : Text()});
    }
    for (const files::Json& key : file.at("sources"))
        result.sources.push_back(cited(citation, key.get<std::string>()));
    return result;
}

} // namespace

Guidance load_guidance() {
    Guidance guidance{.citation = files::Citations::load(files::asset("sources.json"))};
    const auto read = [&](const char* name, auto&& fill) {
        const std::filesystem::path file = files::asset(name);
        try {
            fill(parsed(file));
        } catch (const files::Json::exception& error) {
            throw Failure(file.string(), error.what(), "correct the file or install the program again");
        }
    };
    read("exercises/safer.json",
         [&](const files::Json& file) { guidance.safer = read_safer(file, guidance.citation); });
    read("exercises/tight_back.json",
         [&](const files::Json& file) { guidance.tight_back = tight_back(file); });
    read("exercises/professional.json",
         [&](const files::Json& file) { guidance.professional = professional(file, guidance.citation); });
    return guidance;
}

const timeline::Exercise* exercise_named(const Guidance& guidance, std::string_view name) {
    const auto found = std::ranges::find(guidance.safer.exercises, name, &timeline::Exercise::name);
    return found == guidance.safer.exercises.end() ? nullptr : &*found;
}

} // namespace spinescope::app
