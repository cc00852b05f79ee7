#include "timeline/regimen.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"
#include "mechanics/segment_motion.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

namespace spinescope::timeline {

namespace {

/// What one key reads and writes of a phase with something to do.
struct PhaseKey {
    RegimenKey told;
    double (*get)(const Phase&);
    void (*set)(Phase&, double);
};

const std::vector<PhaseKey>& phase_keys() {
    static const std::vector<PhaseKey> keys{
        {{"repetitions", 1, 1000, true, "how often a day"},
         [](const Phase& p) { return double(p.repetitions); },
         [](Phase& p, double v) { p.repetitions = int(v); }},
        {{"days", 1, 365, true, "for how many days"},
         [](const Phase& p) { return double(p.days); },
         [](Phase& p, double v) { p.days = int(v); }},
        {{"every_min", 0, 840, false, "minutes from one repetition to the next; 0: spread over the day"},
         [](const Phase& p) { return p.every_min; },
         [](Phase& p, double v) { p.every_min = v; }},
        {{"flexion_percent", -300, 300, false, "effort forward, of what takes a fresh segment to its range"},
         [](const Phase& p) { return 100 * p.manoeuvre.effort.flexion_deg; },
         [](Phase& p, double v) { p.manoeuvre.effort.flexion_deg = v / 100; }},
        {{"side_bend_percent", -300, 300, false, "effort to the right side"},
         [](const Phase& p) { return 100 * p.manoeuvre.effort.side_bend_deg; },
         [](Phase& p, double v) { p.manoeuvre.effort.side_bend_deg = v / 100; }},
        {{"rotation_percent", -300, 300, false, "effort of rotation to the right"},
         [](const Phase& p) { return 100 * p.manoeuvre.effort.rotation_deg; },
         [](Phase& p, double v) { p.manoeuvre.effort.rotation_deg = v / 100; }},
        {{"rise_s", 0.05, 60, false, "seconds from nothing to the whole effort"},
         [](const Phase& p) { return p.manoeuvre.rise_s; },
         [](Phase& p, double v) { p.manoeuvre.rise_s = v; }},
        {{"hold_s", 0, 600, false, "seconds it is held"},
         [](const Phase& p) { return p.manoeuvre.hold_s; },
         [](Phase& p, double v) { p.manoeuvre.hold_s = v; }},
    };
    return keys;
}

constexpr RegimenKey rest_days{"rest_days", 0, 365, true, "days without it afterwards"};
constexpr RegimenKey guarding{"guarding_percent", 0, 100, false, "muscles on guard, 100: braced"};

/// What one key reads and writes of a segment: "L4-L5.resistance".
struct MakeupKey {
    RegimenKey told;
    double Makeup::*field;
};
constexpr std::array makeup_keys{
    MakeupKey{{"resistance", 0.2, 20, false, "of the segment's disc, in times a healthy one's"},
              &Makeup::resistance},
    MakeupKey{{"neutral_zone", 0.5, 4, false, "how many times wider"}, &Makeup::neutral_zone},
    MakeupKey{{"toe", 1, 5, false, "how many times longer the toe of its ligaments"}, &Makeup::toe},
};

void check(const RegimenKey& key, double value) {
    const bool within = value >= key.lowest && value <= key.highest; // not so for what is no number
    if (within && !(key.whole && value != std::floor(value))) return;
    std::array<char, 48> wrong{};
    std::snprintf(wrong.data(), wrong.size(), "cannot be %g", value);
    std::array<char, 96> range{};
    if (key.whole)
        std::snprintf(range.data(), range.size(), "give a whole number from %g to %g", key.lowest,
                      key.highest);
    else
        std::snprintf(range.data(), range.size(), "give a number from %g to %g", key.lowest, key.highest);
    throw Failure(std::string(key.key), wrong.data(), range.data());
}

Phase& first(Regimen& regimen) {
    if (regimen.phases.empty()) regimen.phases.emplace_back();
    return regimen.phases.front();
}

/// The days of rest at its end.
Phase* last_rest(Regimen& regimen) {
    return regimen.phases.size() > 1 && regimen.phases.back().repetitions == 0 ? &regimen.phases.back()
                                                                               : nullptr;
}

/// "L4-L5" and "resistance" of "L4-L5.resistance"; the segment's place.
std::pair<std::size_t, const MakeupKey*> makeup_of(std::string_view key) {
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos) return {};
    const std::size_t segment = mechanics::segment_named(key.substr(0, dot));
    const std::string word(key.substr(dot + 1));
    std::vector<std::string> words;
    for (const MakeupKey& known : makeup_keys) {
        if (known.told.key == word) return {segment, &known};
        words.emplace_back(known.told.key);
    }
    throw Failure(files::shown(std::string(key)), "is nothing that a segment has",
                  files::suggestion(word, words));
}

} // namespace

Plane main_plane(const Manoeuvre& manoeuvre) {
    const double flexion = std::abs(manoeuvre.effort.flexion_deg),
                 side_bend = std::abs(manoeuvre.effort.side_bend_deg);
    if (std::abs(manoeuvre.effort.rotation_deg) >= 0.5 * std::max(flexion, side_bend)) return Plane::rotation;
    return flexion >= side_bend ? Plane::flexion : Plane::side_bend;
}

const std::vector<RegimenKey>& regimen_keys() {
    static const std::vector<RegimenKey> keys = [] {
        std::vector<RegimenKey> all;
        for (const PhaseKey& key : phase_keys()) all.push_back(key.told);
        all.push_back(rest_days);
        all.push_back(guarding);
        return all;
    }();
    return keys;
}

void set(Regimen& regimen, std::string_view key, double value) {
    for (const PhaseKey& known : phase_keys())
        if (known.told.key == key) {
            check(known.told, value);
            return known.set(first(regimen), value);
        }
    if (key == guarding.key) {
        check(guarding, value);
        regimen.guarding = value / 100;
        return;
    }
    if (key == rest_days.key) {
        check(rest_days, value);
        if (last_rest(regimen) != nullptr) regimen.phases.pop_back();
        if (value > 0) regimen.phases.push_back({.days = int(value), .repetitions = 0});
        return;
    }
    if (const auto [segment, known] = makeup_of(key); known != nullptr) {
        check(known->told, value);
        regimen.makeup[segment].*(known->field) = value;
        return;
    }
    std::vector<std::string> words;
    for (const RegimenKey& known : regimen_keys()) words.emplace_back(known.key);
    throw Failure(files::shown(std::string(key)), "is nothing that a regimen has",
                  files::suggestion(std::string(key), words));
}

double value_of(const Regimen& regimen, std::string_view key) {
    for (const PhaseKey& known : phase_keys())
        if (known.told.key == key) return regimen.phases.empty() ? 0 : known.get(regimen.phases.front());
    if (key == guarding.key) return 100 * regimen.guarding;
    if (key == rest_days.key) {
        const bool rests = regimen.phases.size() > 1 && regimen.phases.back().repetitions == 0;
        return rests ? regimen.phases.back().days : 0;
    }
    if (const auto [segment, known] = makeup_of(key); known != nullptr) {
        const auto own = regimen.makeup.find(segment);
        return (own == regimen.makeup.end() ? Makeup() : own->second).*(known->field);
    }
    throw Failure(files::shown(std::string(key)), "is nothing that a regimen has", "see --help");
}

Regimen branched(const Regimen& regimen, int after_day, Then then, int more_days) {
    Regimen branch = regimen;
    branch.phases.clear();
    int left = std::max(1, after_day), whole = 0;
    for (const Phase& phase : regimen.phases) {
        whole += phase.days;
        if (left == 0) continue;
        branch.phases.push_back(phase);
        branch.phases.back().days = std::min(left, phase.days);
        left -= branch.phases.back().days;
    }
    const int after = std::max(0, whole - after_day) + more_days;
    if (after == 0 || regimen.phases.empty()) return branch;
    Phase next = regimen.phases.front();
    if (then == Then::stop) next = {.repetitions = 0};
    if (then == Then::safer) next = load_regimen("stretch").phases.front();
    next.days = after;
    branch.phases.push_back(next);
    return branch;
}

} // namespace spinescope::timeline
