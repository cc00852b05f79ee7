// Exercises as files (assets/exercises/README.md).
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/nearest_word.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "language/text_in_file.hpp"
#include "timeline/exercise.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using files::Json, files::text_in, files::number_in;

template <typename Part>
struct Key {
    const char* word;
    double Part::*of;
    double lowest, highest;
};

constexpr std::array trunk_keys{
    Key<Trunk>{"lift_deg", &Trunk::lift_deg, -5, 45}, Key<Trunk>{"turn_deg", &Trunk::turn_deg, -20, 20},
    Key<Trunk>{"list_deg", &Trunk::list_deg, -15, 15}, Key<Trunk>{"rise_mm", &Trunk::rise_mm, -100, 50}};
constexpr std::array leg_keys{Key<Leg>{"forward_mm", &Leg::forward_mm, -600, 600},
                              Key<Leg>{"lift_mm", &Leg::lift_mm, 0, 300},
                              Key<Leg>{"pitch_deg", &Leg::pitch_deg, -60, 40},
                              Key<Leg>{"roll_deg", &Leg::roll_deg, -70, 70},
                              Key<Leg>{"raised", &Leg::raised, 0, 1},
                              Key<Leg>{"hip_deg", &Leg::hip_deg, -20, 125},
                              Key<Leg>{"knee_deg", &Leg::knee_deg, 0, 145}};
constexpr std::array arm_keys{
    Key<Arm>{"aside_deg", &Arm::aside_deg, 10, 100}, Key<Arm>{"swing_deg", &Arm::swing_deg, -60, 120},
    Key<Arm>{"elbow_deg", &Arm::elbow_deg, 0, 140}, Key<Arm>{"to_knee", &Arm::to_knee, 0, 1}};
constexpr std::array turn_keys{
    Key<mechanics::Turn>{"flexion_deg", &mechanics::Turn::flexion_deg, -90, 90},
    Key<mechanics::Turn>{"side_bend_deg", &mechanics::Turn::side_bend_deg, -60, 60},
    Key<mechanics::Turn>{"rotation_deg", &mechanics::Turn::rotation_deg, -90, 90}};

double number_within(const Json& object, const char* key, const std::string& where, double lowest,
                     double highest) {
    const double value = number_in(object, key, where);
    if (!(value >= lowest && value <= highest))
        throw Failure(where + ": " + key, "is out of range",
                      "give a number from " + std::to_string(std::lround(lowest)) + " to " +
                          std::to_string(std::lround(highest)));
    return value;
}

const Json* object_in(const Json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end()) return nullptr;
    if (!found->is_object()) throw Failure(where + ": " + key, "is not an object", "write { ... }");
    return &*found;
}

/// What an object says of a part of the body; the rest stays as it is.
template <typename Part, std::size_t count>
void read_part(const Json& posture, const char* word, const std::array<Key<Part>, count>& keys, Part& part,
               const std::string& where) {
    const Json* object = object_in(posture, word, where);
    if (object == nullptr) return;
    const std::string here = where + ": " + word;
    std::vector<std::string> known;
    known.reserve(count);
    for (const Key<Part>& key : keys) known.emplace_back(key.word);
    files::check_keys(*object, known, here);
    for (const Key<Part>& key : keys)
        if (object->contains(key.word))
            part.*key.of = number_within(*object, key.word, here, key.lowest, key.highest);
}

template <std::size_t count>
std::size_t one_of(const std::array<std::string_view, count>& words, const std::string& word,
                   const std::string& where) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) {
        const std::vector<std::string> known(words.begin(), words.end());
        throw Failure(where, "does not know " + files::shown(word), files::suggestion(word, known));
    }
    return static_cast<std::size_t>(found - words.begin());
}

/// `words` are told where it says none itself.
KeyPosture posture_of(const Json& object, const language::Text& words, const std::string& where) {
    if (!object.is_object()) throw Failure(where, "is not an object", "write { ... }");
    files::check_keys(object,
                      {"words", "breath", "move_s", "hold_s", "cervical", "thoracic", "lumbar", "trunk",
                       "right_leg", "left_leg", "legs", "right_arm", "left_arm", "arms"},
                      where);
    KeyPosture posture;
    posture.words = words;
    if (object.contains("words") || words.empty()) posture.words = text_in(object, "words", where);
    if (object.contains("breath"))
        posture.breath =
            static_cast<Breath>(one_of(breath_words, text_in(object, "breath", where), where + ": breath"));
    posture.move_s = number_within(object, "move_s", where, 0.05, 60);
    if (object.contains("hold_s")) posture.hold_s = number_within(object, "hold_s", where, 0, 120);
    read_part(object, "cervical", turn_keys, posture.cervical, where);
    read_part(object, "thoracic", turn_keys, posture.thoracic, where);
    read_part(object, "lumbar", turn_keys, posture.lumbar, where);
    Stance& stance = posture.stance;
    read_part(object, "trunk", trunk_keys, stance.trunk, where);
    for (Leg* leg : {&stance.right_leg, &stance.left_leg}) read_part(object, "legs", leg_keys, *leg, where);
    read_part(object, "right_leg", leg_keys, stance.right_leg, where);
    read_part(object, "left_leg", leg_keys, stance.left_leg, where);
    for (Arm* arm : {&stance.right_arm, &stance.left_arm}) read_part(object, "arms", arm_keys, *arm, where);
    read_part(object, "right_arm", arm_keys, stance.right_arm, where);
    read_part(object, "left_arm", arm_keys, stance.left_arm, where);
    return posture;
}

/// The same on the other side.
KeyPosture mirrored(KeyPosture posture) {
    for (mechanics::Turn* turn : {&posture.cervical, &posture.thoracic, &posture.lumbar}) {
        turn->side_bend_deg *= -1;
        turn->rotation_deg *= -1;
    }
    Stance& stance = posture.stance;
    stance.trunk.turn_deg *= -1;
    stance.trunk.list_deg *= -1;
    std::swap(stance.right_leg, stance.left_leg);
    std::swap(stance.right_arm, stance.left_arm);
    stance.right_leg.roll_deg *= -1;
    stance.left_leg.roll_deg *= -1;
    return posture;
}

std::optional<Quoted> quoted_in(const Json& file, const char* key, const std::string& where, double highest) {
    const Json* object = object_in(file, key, where);
    if (object == nullptr) return std::nullopt;
    const std::string here = where + ": " + key;
    files::check_keys(*object, {"value", "trust", "source"}, here);
    constexpr std::array<std::string_view, 3> trusts{"measured", "recalled", "estimated"};
    Quoted quoted{.value = number_within(*object, "value", here, 0, highest),
                  .trust = text_in(*object, "trust", here),
                  .source = text_in(*object, "source", here)};
    (void)one_of(trusts, quoted.trust, here + ": trust");
    return quoted;
}

/// What the language has to say of a posture: those beyond its list are told like the last.
language::Text words_of_posture(const std::string& words, std::size_t i) {
    const auto key = [&](std::size_t at) { return words + ".postures." + std::to_string(at); };
    while (i > 0 && !language::has(key(i))) --i;
    return language::has(key(i)) ? language::Text::of(key(i)) : language::Text();
}

std::vector<KeyPosture> postures_in(const Json& file, const std::string& words, const std::string& where) {
    const auto list = file.find("postures");
    if (list == file.end() || !list->is_array() || list->empty() || list->size() > 32)
        throw Failure(where + ": postures", "is not a list of 1 to 32 postures", "write [ { ... } ]");
    std::vector<KeyPosture> postures;
    for (std::size_t i = 0; i < list->size(); ++i)
        postures.push_back(posture_of((*list)[i], words_of_posture(words, i),
                                      where + ": postures " + std::to_string(i + 1)));
    const auto other_side = file.find("then_mirrored");
    if (other_side == file.end()) return postures;
    if (!other_side->is_boolean())
        throw Failure(where + ": then_mirrored", "is neither true nor false", "write true");
    if (other_side->get<bool>())
        for (std::size_t i = 0, count = postures.size(); i < count; ++i)
            postures.push_back(mirrored(postures[i]));
    return postures;
}

} // namespace

Exercise parse_exercise(std::string_view text, const std::string& name, const std::string& where) {
    const Json file = files::parsed_object(text, where);
    files::check_keys(file,
                      {"title", "gist", "why", "how", "dose", "dose_source", "stop", "position", "warm_pack",
                       "repetitions", "postures", "then_mirrored", "compression_N", "guarding_left",
                       "viscous_time_left"},
                      where);
    const std::string words = "exercises." + name;
    Exercise exercise;
    exercise.name = name;
    exercise.title = language::text_in(file, "title", words, where);
    exercise.gist = language::text_in(file, "gist", words, where);
    exercise.why = language::text_in(file, "why", words, where);
    exercise.how = language::texts_in(file, "how", words, where);
    exercise.dose = language::text_in(file, "dose", words, where);
    exercise.dose_source = text_in(file, "dose_source", where);
    exercise.stop = language::text_in(file, "stop", words, where);
    exercise.position =
        static_cast<Position>(one_of(position_words, text_in(file, "position", where), where + ": position"));
    if (const auto pack = file.find("warm_pack"); pack != file.end()) {
        if (!pack->is_boolean())
            throw Failure(where + ": warm_pack", "is neither true nor false", "write true");
        exercise.warm_pack = pack->get<bool>();
    }
    const double repetitions = number_within(file, "repetitions", where, 0, 100);
    if (repetitions != std::floor(repetitions))
        throw Failure(where + ": repetitions", "is no whole number", "write 8");
    exercise.repetitions = static_cast<int>(repetitions);
    exercise.postures = postures_in(file, words, where);
    exercise.compression = quoted_in(file, "compression_N", where, 10000);
    exercise.guarding_left = quoted_in(file, "guarding_left", where, 1);
    exercise.viscous_time_left = quoted_in(file, "viscous_time_left", where, 1);
    return exercise;
}

std::vector<std::string> exercise_names() {
    const std::string where = "exercises/safer.json";
    const Json file = files::parsed_object(files::read_whole(files::asset(where)), where);
    const auto order = file.find("order");
    if (order == file.end() || !order->is_array() || !std::ranges::all_of(*order, &Json::is_string))
        throw Failure(where + ": order", "is not a list of names", "write [\"...\"]");
    return order->get<std::vector<std::string>>();
}

Exercise load_exercise(std::string_view name) {
    if (files::names_file(name)) {
        const std::filesystem::path file(name);
        return parse_exercise(files::read_whole(file), file.stem().string(), std::string(name));
    }
    const std::vector<std::string> names = exercise_names();
    if (std::ranges::find(names, name) == names.end())
        throw Failure(files::shown(name), "no exercise has this name", files::suggestion(name, names));
    const std::string file = "exercises/" + std::string(name) + ".json";
    return parse_exercise(files::read_whole(files::asset(file)), std::string(name), file);
}

double cycle_s(const Exercise& exercise) {
    double whole = 0;
    for (const KeyPosture& posture : exercise.postures) whole += posture.move_s + posture.hold_s;
    return whole;
}

Pace pace(const Exercise& exercise, double time_s) {
    const double cycle = cycle_s(exercise);
    Pace now{.repetition = 1 + static_cast<int>(std::floor(time_s / cycle))};
    double t = std::fmod(time_s, cycle);
    for (std::size_t i = 0; i < exercise.postures.size(); ++i) {
        now.posture = i;
        for (const bool held : {false, true}) {
            const double lasts = held ? exercise.postures[i].hold_s : exercise.postures[i].move_s;
            if (t < lasts) {
                now.held = held;
                now.share = t / lasts;
                now.left_s = lasts - t;
                return now;
            }
            t -= lasts;
        }
    }
    return now;
}

} // namespace spinescope::timeline
