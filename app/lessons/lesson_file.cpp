// Lessons as files: assets/lessons/README.md tells the keys.
#include "app/lessons/lesson.hpp"
#include "app/structure_words.hpp"
#include "files/citations.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/json_lines.hpp"
#include "files/nearest_word.hpp"
#include "files/settings.hpp"
#include "files/staged_file.hpp"
#include "scene/cutting_plane.hpp"
#include "timeline/exercise.hpp"
#include "timeline/regimen.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>
#include <set>

namespace spinescope::app {

namespace {

using files::Json;

/// Tells where in the file something is wrong: file, line and field.
class Place {
public:
    Place(std::string_view text, std::string where)
        : lines_(files::lines_of_values(text)), where_(std::move(where)) {}

    [[nodiscard]] std::string of(const std::string& path) const {
        const auto line = lines_.find(path);
        std::string field = path.substr(std::min<std::size_t>(1, path.size()));
        std::ranges::replace(field, '/', '.');
        return where_ + ":" + (line == lines_.end() ? "1" : std::to_string(line->second)) +
               (field.empty() ? "" : ": " + field);
    }

private:
    std::map<std::string, int> lines_;
    std::string where_;
};

/// One object of the file, read key by key.
class Reader {
public:
    Reader(const Json& json, const Place& place, std::string path)
        : json_(json), place_(place), path_(std::move(path)) {}

    [[nodiscard]] std::string at(const std::string& key) const { return place_.of(path_ + "/" + key); }

    void known(const std::vector<std::string>& keys) const {
        for (const auto& [key, value] : json_.items())
            if (std::ranges::find(keys, key) == keys.end())
                throw Failure(at(key), "there is no such field", files::suggestion(key, keys));
    }
    void read(const char* key, std::string& text) const {
        if (const Json* value = find(key)) {
            if (!value->is_string()) throw Failure(at(key), "is not a text", "write it in quotes");
            text = value->get<std::string>();
        }
    }
    void read(const char* key, bool& flag) const {
        if (const Json* value = find(key)) {
            if (!value->is_boolean()) throw Failure(at(key), "is no yes or no", "write true or false");
            flag = value->get<bool>();
        }
    }
    template <typename Number>
    void read(const char* key, Number& number, double low, double high) const {
        if (const Json* value = find(key)) {
            const double given = value->is_number() ? value->get<double>() : low - 1;
            if (!(given >= low && given <= high))
                throw Failure(at(key), "is no number from " + short_number(low) + " to " + short_number(high),
                              "write one");
            number = Number(given);
        }
    }
    /// One name or a list of them.
    void read(const char* key, std::vector<std::string>& names) const {
        const Json* value = find(key);
        if (value == nullptr) return;
        const Json list = value->is_string() ? Json::array({*value}) : *value;
        if (!list.is_array() || !std::ranges::all_of(list, [](const Json& name) { return name.is_string(); }))
            throw Failure(at(key), "is no list of names", R"(write ["L4", "L5"])");
        names = list.get<std::vector<std::string>>();
    }
    template <typename Use>
    void use(const char* key, Use use) const {
        std::string words;
        read(key, words);
        if (words.empty()) return;
        try {
            use(words);
        } catch (const Failure& failure) {
            throw Failure(at(key), "is not known", failure.what());
        }
    }

private:
    [[nodiscard]] const Json* find(const char* key) const {
        const auto found = json_.find(key);
        return found == json_.end() ? nullptr : &*found;
    }
    static std::string short_number(double number) {
        std::string digits = std::to_string(number);
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
        return digits;
    }

    const Json& json_;
    const Place& place_;
    std::string path_;
};

void must_be_one_of(const std::string& word, const std::vector<std::string>& words, const char* what) {
    if (std::ranges::find(words, word) == words.end())
        throw Failure(std::string(what) + " " + files::shown(word), "is not there",
                      files::suggestion(word, words));
}

void read_view(const Reader& reader, StepView& view) {
    reader.use("view", [&](const std::string& word) {
        static const std::vector<std::string> words{"anterior", "posterior", "left",    "right",
                                                    "superior", "inferior",  "oblique", "joint"};
        must_be_one_of(word, words, "view");
        view.from = *scene::standard_view(word);
    });
    reader.read("at", view.at);
    float angle = -1e9f;
    reader.read("azimuth_deg", angle, -360, 360);
    if (angle > -1e9f) view.azimuth_deg = angle;
    angle = -1e9f;
    reader.read("elevation_deg", angle, -89, 89);
    if (angle > -1e9f) view.elevation_deg = angle;
    reader.read("nearer", view.nearer, 0.2, 20);
}

/// What the spine does: a pop, days of a regimen, an exercise; no more than one of them.
void read_happening(const Reader& reader, LessonStep& step) {
    reader.use("scenario", [&](const std::string& name) {
        must_be_one_of(name, timeline::scenario_names(), "scenario");
        step.scenario = name;
        step.mode = Mode::pop;
    });
    reader.use("regimen", [&](const std::string& name) {
        must_be_one_of(name, timeline::regimen_names(), "regimen");
        if (step.mode != Mode::explore) throw Failure("step", "does two things at once", "choose one");
        step.regimen = name;
        step.mode = Mode::strain;
    });
    reader.use("exercise", [&](const std::string& name) {
        must_be_one_of(name, timeline::exercise_names(), "exercise");
        if (step.mode != Mode::explore) throw Failure("step", "does two things at once", "choose one");
        step.exercise = name;
        step.mode = Mode::safer;
    });
    reader.read("event", step.event);
    reader.read("time_s", step.time_s, -1e5, 1e5);
    if (step.mode == Mode::strain) reader.read("day", step.time_s, 0, 3650);
    reader.read("plays", step.plays);
    reader.read("speed", step.speed, 1e-3, 100);
    reader.read("face", step.face);
    if (step.mode != Mode::pop && !step.event.empty())
        throw Failure(reader.at("event"), "belongs to no scenario", "add \"scenario\"");
}

LessonStep step_of(const Json& json, const Place& place, const std::string& path) {
    if (!json.is_object()) throw Failure(place.of(path), "is no step", "write {\"id\": \"...\"}");
    const Reader reader(json, place, path);
    reader.known({"id",          "title",         "text",         "question", "answer",  "view", "at",
                  "azimuth_deg", "elevation_deg", "nearer",       "layers",   "show",    "hide", "fade",
                  "isolate",     "labels",        "highlight",    "cut",      "explode", "pose", "strain",
                  "scenario",    "event",         "time_s",       "plays",    "speed",   "face", "regimen",
                  "day",         "exercise",      "professional", "sources"});
    LessonStep step;
    reader.read("id", step.id);
    if (step.id.empty() ||
        step.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
        throw Failure(reader.at("id"), "is missing or no plain word", "write small letters, digits and -");
    reader.read("title", step.title);
    reader.read("text", step.text);
    reader.read("question", step.question);
    reader.read("answer", step.answer);
    read_view(reader, step.view);
    reader.use("layers", [&](const std::string& words) {
        (void)opacities_named(words);
        step.layers = words;
    });
    reader.read("show", step.show);
    reader.read("hide", step.hide);
    reader.read("fade", step.fade);
    reader.read("isolate", step.isolate);
    reader.read("labels", step.labels);
    reader.read("highlight", step.highlight);
    reader.read("cut", step.cut);
    reader.read("explode", step.explode, 0, 1);
    reader.use("pose", [&](const std::string& words) { step.bend = bend_of(words); });
    reader.read("strain", step.strain);
    read_happening(reader, step);
    reader.read("professional", step.professional);
    reader.read("sources", step.sources);
    return step;
}

} // namespace

Lesson parse_lesson(std::string_view text, const std::string& name, const std::string& where) {
    const Json json = files::parsed_object(text, where);
    const Place place(text, where);
    const Reader reader(json, place, "");
    reader.known({"order", "title", "summary", "steps"});
    Lesson lesson{.name = name, .file = {}, .title = {}, .summary = {}, .steps = {}};
    reader.read("order", lesson.order, 0, 1e6);
    reader.read("title", lesson.title);
    reader.read("summary", lesson.summary);
    const auto steps = json.find("steps");
    if (steps == json.end() || !steps->is_array() || steps->empty() || steps->size() > 100)
        throw Failure(reader.at("steps"), "is no list of 1 to 100 steps", R"(write [{"id": "first"}])");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < steps->size(); ++i) {
        const std::string path = "/steps/" + std::to_string(i);
        lesson.steps.push_back(step_of((*steps)[i], place, path));
        if (!ids.insert(lesson.steps.back().id).second)
            throw Failure(place.of(path + "/id"), "stands twice in the lesson", "give each step its own");
    }
    return lesson;
}

void check_names(const Lesson& lesson, const scene::Model& model, std::string_view text,
                 const std::string& where) {
    const Place place(text, where);
    const auto citations = files::Citations::load(files::asset("sources.json"));
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        const LessonStep& step = lesson.steps[i];
        const auto check = [&](const char* key, const auto& act) {
            try {
                act();
            } catch (const Failure& failure) {
                throw Failure(place.of("/steps/" + std::to_string(i) + "/" + key), "is not there",
                              failure.what());
            }
        };
        for (const auto& [key, names] :
             {std::pair("at", &step.view.at), std::pair("show", &step.show), std::pair("hide", &step.hide),
              std::pair("fade", &step.fade), std::pair("isolate", &step.isolate),
              std::pair("labels", &step.labels), std::pair("highlight", &step.highlight)})
            check(key, [&, list = names] { (void)structures_named(model, *list); });
        if (!step.cut.empty()) check("cut", [&] { (void)scene::cutting_plane(step.cut, model); });
        if (!step.event.empty())
            check("event", [&] {
                std::vector<std::string> ids;
                for (const auto& event : timeline::solve(timeline::load_scenario(step.scenario)).events)
                    ids.push_back(event.id);
                must_be_one_of(step.event, ids, "event");
            });
        for (const std::string& source : step.sources)
            check("sources", [&] {
                if (!citations.knows(source)) throw Failure(source, "is no source", "see sources.json");
            });
    }
}

Lesson load_lesson(const std::string& name) {
    std::filesystem::path file = name;
    if (!files::names_file(name)) {
        file = files::asset("lessons/" + name + ".json");
        if (!std::filesystem::exists(file))
            throw Failure("lesson " + files::shown(name), "is not there",
                          files::suggestion(name, files::json_names("lessons")));
    }
    const std::string where = files::names_file(name) ? name : "lessons/" + name + ".json";
    Lesson lesson = parse_lesson(files::read_whole(file), file.stem().string(), where);
    lesson.file = file;
    return lesson;
}

std::vector<Lesson> load_lessons(std::vector<std::string>& trouble) {
    namespace fs = std::filesystem;
    std::vector<std::string> names = files::json_names("lessons");
    std::error_code none;
    try {
        for (fs::directory_iterator entry(files::settings() / "lessons", none), end; !none && entry != end;
             entry.increment(none))
            if (entry->path().extension() == ".json") names.push_back(entry->path().string());
    } catch (const Failure&) { // without a folder of their own a person has no lessons there
    }
    std::vector<Lesson> lessons;
    for (const std::string& name : names) try {
            lessons.push_back(load_lesson(name));
        } catch (const Failure& failure) {
            trouble.emplace_back(failure.what());
        }
    std::ranges::stable_sort(lessons, {}, &Lesson::order);
    return lessons;
}

} // namespace spinescope::app
