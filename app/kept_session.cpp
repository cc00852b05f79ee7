#include "app/kept_session.hpp"

#include "files/failure.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace spinescope::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* version_key = "spinescope_session";
constexpr int version = 1;
constexpr std::array modes{"explore", "pop", "strain", "safer"};

Failure wrong(const std::string& where, const char* key, const char* what) {
    return {where + ": " + key, what, "delete this line, or move the file away to begin anew"};
}

template <typename T>
void read(const files::Json& json, const char* key, T& value, double low, double high,
          const std::string& where) {
    const auto found = json.find(key);
    if (found == json.end()) return;
    if (!found->is_number()) throw wrong(where, key, "is not a number");
    const double number = found->get<double>();
    if (!(number >= low && number <= high)) throw wrong(where, key, "is out of bounds");
    value = T(number);
}

void read(const files::Json& json, const char* key, bool& value, const std::string& where) {
    const auto found = json.find(key);
    if (found == json.end()) return;
    if (!found->is_boolean()) throw wrong(where, key, "is neither true nor false");
    value = found->get<bool>();
}

void read(const files::Json& json, const char* key, std::string& value, const std::string& where) {
    const auto found = json.find(key);
    if (found == json.end()) return;
    if (!found->is_string()) throw wrong(where, key, "is not text");
    value = found->get<std::string>();
}

Preferences preferences_of(const files::Json& json, const std::string& where) {
    Preferences wish;
    read(json, "language", wish.language, where);
    read(json, "interface_scale", wish.interface_scale, Preferences::smallest_scale,
         Preferences::largest_scale, where);
    read(json, "reduced_motion", wish.reduced_motion, where);
    read(json, "high_contrast", wish.high_contrast, where);
    read(json, "captions", wish.captions, where);
    read(json, "welcome", wish.welcome, where);
    const auto seen = json.find("hints_seen");
    if (seen == json.end()) return wish;
    if (!seen->is_array()) throw wrong(where, "hints_seen", "is not a list");
    for (const files::Json& hint : *seen) {
        if (!hint.is_string()) throw wrong(where, "hints_seen", "holds something that is no name");
        wish.hints_seen.insert(hint.get<std::string>());
    }
    return wish;
}

Mode mode_of(const std::string& word, const std::string& where) {
    const auto found = std::ranges::find(modes, word);
    if (found == modes.end()) throw wrong(where, "mode", "is none of explore, pop, strain, safer");
    return Mode(found - modes.begin());
}

} // namespace

std::string text_of(const KeptSession& kept) {
    const Preferences& wish = kept.preferences;
    Json json{{version_key, version},
              {"language", wish.language},
              {"interface_scale", wish.interface_scale},
              {"reduced_motion", wish.reduced_motion},
              {"high_contrast", wish.high_contrast},
              {"captions", wish.captions},
              {"welcome", wish.welcome},
              {"hints_seen", wish.hints_seen},
              {"width", kept.width},
              {"height", kept.height},
              {"mode", modes[std::size_t(kept.mode)]},
              {"scenario", kept.scenario},
              {"light", kept.theme == render::Theme::light},
              {"sound", kept.sound},
              {"layers_open", kept.layers_open},
              {"lesson", kept.lesson},
              {"lesson_step", kept.lesson_step}};
    if (kept.timeline_height) json["timeline_height"] = *kept.timeline_height;
    if (kept.view) json["view"] = Json::parse(text_of(*kept.view));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

KeptSession kept_of(const std::string& text, const std::string& where) {
    const files::Json json = files::parsed_object(text, where);
    const auto found = json.find(version_key);
    if (found == json.end() || *found != version)
        throw Failure(where, "is no session of this version of Spinescope",
                      "move the file away to begin anew");
    KeptSession kept;
    kept.preferences = preferences_of(json, where);
    read(json, "width", kept.width, 200, 32768, where);
    read(json, "height", kept.height, 200, 32768, where);
    std::string mode = modes.front();
    read(json, "mode", mode, where);
    kept.mode = mode_of(mode, where);
    read(json, "scenario", kept.scenario, where);
    bool light = false;
    read(json, "light", light, where);
    if (light) kept.theme = render::Theme::light;
    read(json, "sound", kept.sound, where);
    read(json, "layers_open", kept.layers_open, where);
    if (json.contains("timeline_height"))
        read(json, "timeline_height", kept.timeline_height.emplace(), 0, 1e5, where);
    read(json, "lesson", kept.lesson, where);
    read(json, "lesson_step", kept.lesson_step, 0, 1e4, where);
    if (const auto view = json.find("view"); view != json.end()) kept.view = view_of(view->dump());
    return kept;
}

KeptSession load_session(const std::filesystem::path& file, std::string& trouble) {
    std::error_code missing;
    if (!std::filesystem::exists(file, missing)) return {};
    try {
        return kept_of(files::read_whole(file), file.string());
    } catch (const Failure& failure) {
        std::filesystem::path aside = file;
        aside.replace_extension(".damaged.json");
        std::error_code stays;
        std::filesystem::rename(file, aside, stays);
        trouble = failure.what();
        if (!stays) trouble += "; it is kept as " + aside.string();
        return {};
    }
}

KeptSession kept_now(const Session& session) {
    KeptSession kept{.preferences = session.preferences,
                     .mode = session.teaching.before ? session.teaching.before->mode : session.mode,
                     .scenario = session.tried.name,
                     .theme = session.theme,
                     .sound = session.sound,
                     .layers_open = session.layers_open,
                     .timeline_height = session.timeline_height,
                     .lesson = session.teaching.last,
                     .lesson_step = session.teaching.last_step,
                     .view = {}};
    if (session.whole_spine)
        kept.view = session.teaching.before ? session.teaching.before->view : view_now(session, "");
    return kept;
}

void restore(Session& session, const KeptSession& kept) {
    session.preferences = kept.preferences;
    session.theme = kept.theme;
    session.sound = kept.sound;
    session.layers_open = kept.layers_open;
    session.timeline_height = kept.timeline_height;
    session.teaching.last = kept.lesson;
    session.teaching.last_step = kept.lesson_step;
    if (!session.whole_spine) return;
    if (kept.mode != Mode::explore) open_mode(session, kept.mode);
    if (kept.mode == Mode::pop && !kept.scenario.empty() &&
        std::ranges::find(session.scenarios, kept.scenario, &timeline::Scenario::name) !=
            session.scenarios.end())
        open_scenario(session, kept.scenario);
    if (!kept.view) return;
    go_to_view(session, *kept.view);
    session.camera = kept.view->camera;
    session.flight.reset();
    session.awaited = kept.view;
}

} // namespace spinescope::app
