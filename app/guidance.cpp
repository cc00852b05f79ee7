#include "app/guidance.hpp"

#include "files/citations.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/staged_file.hpp"

#include <nlohmann/json.hpp>

namespace spinescope::app {

namespace {

using nlohmann::json;

json parsed(const std::filesystem::path& file) {
    try {
        return json::parse(files::read_whole(file));
    } catch (const json::exception& error) {
        throw Failure(file.string(), error.what(), "correct the file or install the program again");
    }
}

QuotedLoad load(const json& figure, const files::Citations& citation) {
    return {.newtons = figure.at("value").get<double>(),
            .about = figure.at("trust") != "measured",
            .source = citation(figure.at("source").get<std::string>())};
}

SaferInstead safer(const json& file, const files::Citations& citation) {
    SaferInstead result{.title = file.at("title"),
                        .lead = file.at("lead"),
                        .approaches = {},
                        .comparison = file.at("comparison").at("text"),
                        .standing = load(file.at("comparison").at("standing_N"), citation)};
    for (const json& entry : file.at("approaches")) {
        Approach approach{.id = entry.at("id"),
                          .title = entry.at("title"),
                          .gist = entry.at("gist"),
                          .why = entry.at("why"),
                          .how = entry.at("how").get<std::vector<std::string>>(),
                          .dose = entry.at("dose"),
                          .stop = entry.at("stop"),
                          .compression = std::nullopt,
                          .source = citation(entry.at("source").get<std::string>())};
        if (entry.contains("compression_N")) approach.compression = load(entry.at("compression_N"), citation);
        result.approaches.push_back(std::move(approach));
    }
    return result;
}

Professional professional(const json& file, const files::Citations& citation) {
    Professional result{.title = file.at("title"),
                        .disclaimer = file.at("disclaimer"),
                        .gist = file.at("gist"),
                        .groups = {},
                        .sources = {}};
    for (const json& group : file.at("groups")) {
        const std::string urgency = group.at("urgency");
        result.groups.push_back({.urgency = urgency == "emergency" ? Urgency::emergency
                                            : urgency == "urgent"  ? Urgency::urgent
                                                                   : Urgency::soon,
                                 .title = group.at("title"),
                                 .signs = group.at("signs").get<std::vector<std::string>>()});
    }
    for (const json& key : file.at("sources")) result.sources.push_back(citation(key.get<std::string>()));
    return result;
}

} // namespace

Guidance load_guidance() {
    const auto citation = files::Citations::load(files::asset("sources.json"));
    Guidance guidance;
    const auto read = [&](const char* name, auto&& fill) {
        const std::filesystem::path file = files::asset(name);
        try {
            fill(parsed(file));
        } catch (const json::exception& error) {
            throw Failure(file.string(), error.what(), "correct the file or install the program again");
        }
    };
    read("exercises/safer.json", [&](const json& file) { guidance.safer = safer(file, citation); });
    read("exercises/professional.json",
         [&](const json& file) { guidance.professional = professional(file, citation); });
    return guidance;
}

} // namespace spinescope::app
