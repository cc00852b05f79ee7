#pragma once

#include "mechanics/region.hpp"
#include "timeline/scenario.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::timeline {

/// What is done to a spine in one go.
struct Manoeuvre {
    mechanics::Region region = mechanics::lumbar;
    /// What a segment under it bears, as parts of its own reference moment: at 1 a fresh one turns by its
    /// published range. Positive flexion bends forward, positive side bend and rotation go to the right.
    mechanics::Turn effort;
    double rise_s = 0.2; ///< from nothing to all of it
    double hold_s = 0.1;
    /// A segment that a professional aims at: the others of the region are locked. Empty: unguided.
    std::optional<std::size_t> target;
    bool operator==(const Manoeuvre&) const = default;
};

/// What a manoeuvre is called by: rotation counts before flexion and side bend, which come with any slumped
/// twist, as long as it is half as forceful.
enum class Plane { flexion, side_bend, rotation };
[[nodiscard]] Plane main_plane(const Manoeuvre& manoeuvre);

/// Days that are alike.
struct Phase {
    int days = 30;
    int repetitions = 20; ///< a day; 0: rest
    double every_min = 0; ///< from one to the next; 0: spread over the waking hours
    Manoeuvre manoeuvre;
    bool operator==(const Phase&) const = default;
};

/// How one segment differs from a healthy one before anything is done.
struct Makeup {
    double resistance = 1;   ///< of its disc: above 1 a stiff segment
    double neutral_zone = 1; ///< how many times wider it is
    double toe = 1;          ///< of its ligaments: above 1 slacker ones
    bool operator==(const Makeup&) const = default;
};

/// Something done to a spine day after day: assets/regimens/NAME.json, or a file of the user's.
struct Regimen {
    std::string name;                     ///< "self-twist"
    language::Text title;                 ///< "Self-twist"
    language::Text summary;               ///< one sentence
    std::vector<Phase> phases;            ///< one after the other
    std::map<std::size_t, Makeup> makeup; ///< of segments that are not healthy, by their place
    double guarding = 0;                  ///< muscles on guard, 0 to 1
};

[[nodiscard]] std::vector<std::string> regimen_names();
/// One of the installation by its name, or one from a file when the words look like a path. Throws Failure as
/// load_scenario() does.
[[nodiscard]] Regimen load_regimen(std::string_view name);
/// Whether the words name a regimen, not one pop: an installed one's name or a file that has a "region".
[[nodiscard]] bool names_regimen(std::string_view words);
[[nodiscard]] Regimen parse_regimen(std::string_view text, const std::string& name, const std::string& where);

/// What --set and the sliders change: of every phase that is not rest, unless told otherwise.
struct RegimenKey {
    std::string_view key; ///< with its unit: "repetitions", "days", "rest_days", "effort_percent" ...
    double lowest, highest;
    bool whole; ///< takes whole numbers only
    std::string_view meaning;
};
[[nodiscard]] const std::vector<RegimenKey>& regimen_keys();
/// Throws Failure for an unknown key (with the nearest one) or a value out of its range.
void set(Regimen& regimen, std::string_view key, double value);
[[nodiscard]] double value_of(const Regimen& regimen, std::string_view key);

/// The same until the end of that day, then another way for the days that are left and `more` beyond: not any
/// more, as before, or gently.
enum class Then { stop, keep_forcing, safer };
[[nodiscard]] Regimen branched(const Regimen& regimen, int after_day, Then then, int more_days);

} // namespace spinescope::timeline
