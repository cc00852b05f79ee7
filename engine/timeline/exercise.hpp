#pragma once

#include "language/text.hpp"
#include "mechanics/segment_motion.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::timeline {

/// What the body rests on.
enum class Position { all_fours, lying, sitting, standing };
inline constexpr std::array<std::string_view, 4> position_words{"all-fours", "lying", "sitting", "standing"};

enum class Breath { in, out, easy };
inline constexpr std::array<std::string_view, 3> breath_words{"in", "out", "easy"};

/// How the trunk is carried beyond what the position gives it: degrees and mm.
struct Trunk {
    double lift_deg = 0; ///< lying: the pelvis is lifted about the shoulders, which stay
    double turn_deg = 0; ///< standing, sitting: the pelvis turns to the right
    double list_deg = 0; ///< and sinks on the right
    double rise_mm = 0;
    bool operator==(const Trunk&) const = default;
};

/// One leg. Its foot stands where the position puts it, moved by so much; or the leg is raised and hip and
/// knee are bent by so much.
struct Leg {
    double forward_mm = 0;
    double lift_mm = 0;
    double pitch_deg = 0; ///< of the foot: toes up; below 0 the heel is up
    double roll_deg = 0;  ///< the knee falls to the right
    double raised = 0;    ///< 0 the foot stands, 1 the leg is raised
    double hip_deg = 0;   ///< bent forward, when raised
    double knee_deg = 0;
    bool operator==(const Leg&) const = default;
};

/// One arm. Where the position gives hands no place, it swings.
struct Arm {
    double aside_deg = 35; ///< lying: how far it lies from the body
    double swing_deg = 0;  ///< standing: forward
    double elbow_deg = 0;
    double to_knee = 0; ///< 1 the hand holds the raised knee
    bool operator==(const Arm&) const = default;
};

/// All that a posture says of the body but for the spine.
struct Stance {
    Trunk trunk;
    Leg right_leg, left_leg;
    Arm right_arm, left_arm;
    bool operator==(const Stance&) const = default;
};

/// One posture that an exercise passes through: reached in move_s, kept for hold_s.
struct KeyPosture {
    language::Text words; ///< "Breathe out and round the back"
    Breath breath = Breath::easy;
    double move_s = 1;
    double hold_s = 0;
    mechanics::Turn cervical, thoracic, lumbar; ///< from standing, over the whole region
    Stance stance;
    bool operator==(const KeyPosture&) const = default;
};

/// A published or estimated figure.
struct Quoted {
    double value = 0;
    std::string trust;  ///< "measured", "recalled", "estimated"
    std::string source; ///< key in assets/sources.json
    bool operator==(const Quoted&) const = default;
};

/// A safer thing to do: assets/exercises/NAME.json.
struct Exercise {
    std::string name;
    language::Text title, gist, why;
    std::vector<language::Text> how; ///< steps
    language::Text dose, stop;
    std::string dose_source; ///< key in assets/sources.json
    Position position = Position::lying;
    bool warm_pack = false; ///< lies under the lower back
    int repetitions = 0;    ///< in one go; 0: as long as it lasts
    /// Passed through one after the other, over and over; it begins in the last of them.
    std::vector<KeyPosture> postures;
    std::optional<Quoted> compression; ///< of the disc L4-L5, N
    /// What it leaves of muscles on guard, 0 to 1, and of the time tissue takes to give way, where that was
    /// measured.
    std::optional<Quoted> guarding_left, viscous_time_left;
};

/// The names of the installed ones, the gentlest first, as assets/exercises/safer.json has them.
[[nodiscard]] std::vector<std::string> exercise_names();
/// One of the installation by its name, or one from a file when the words look like a path. Throws Failure
/// naming the file and the key that is wrong, with the nearest right word.
[[nodiscard]] Exercise load_exercise(std::string_view name);
[[nodiscard]] Exercise parse_exercise(std::string_view text, const std::string& name,
                                      const std::string& where);

/// Once through all postures.
[[nodiscard]] double cycle_s(const Exercise& exercise);

/// Where in an exercise a time is.
struct Pace {
    std::size_t posture = 0; ///< that is being reached or kept
    bool held = false;
    double share = 0;  ///< of the move or the hold, 0 to 1
    double left_s = 0; ///< of it
    int repetition = 1;
};
/// `time_s` from the beginning, 0 or more.
[[nodiscard]] Pace pace(const Exercise& exercise, double time_s);

} // namespace spinescope::timeline
