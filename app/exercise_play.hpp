#pragma once

#include "app/ghost_body.hpp"
#include "app/newest_wish.hpp"
#include "timeline/burden.hpp"

#include <map>
#include <optional>
#include <string>

namespace spinescope::app {

struct Session;

/// What every exercise asks of a back, beside a forced self-twist.
struct StrainStrip {
    std::map<std::string, timeline::Burden> exercises; ///< by their names
    timeline::Burden self_twist;
    double push_left = 1; ///< of what a guarded back needs to bend, when it is warm
};
/// Worked out from the installation.
[[nodiscard]] StrainStrip measured_strip();
[[nodiscard]] timeline::Performance rehearsed(const std::string& name);

/// An exercise that the body does in the scene.
struct ExercisePlay {
    std::optional<timeline::Performance> performance; ///< empty: the spine stands
    double time_s = 0;
    bool playing = false;
    NewestWish<std::string, timeline::Performance> rehearsing{rehearsed};
    std::optional<StrainStrip> strip;
    NewestWish<int, StrainStrip> measuring{[](int) { return measured_strip(); }};
    std::optional<std::size_t> reason;  ///< why the back is tight, of TightBack::reasons
    std::optional<GhostBody> kept;      ///< its meshes, once they are on the graphics card
    std::optional<scene::Camera> stood; ///< from where the standing spine was looked at
};

/// Safer mode opens: works the strip out, once, in the background.
void enter_safer(Session& session);
/// Opens an exercise's card and has the body do it as soon as it is solved.
void do_exercise(Session& session, const std::string& name);
/// Puts a solved exercise on the stage, from its beginning.
void take_performance(Session& session, timeline::Performance performance);
/// The body, and how its ligaments are strained when that is shown, as at the time in use.
void pose_exercise(Session& session);
/// The spine stands again, as it was bent before.
void stop_exercise(Session& session);
/// Plays or pauses; from the last repetition's end it begins again.
void toggle_exercise(Session& session);
void next_exercise(Session& session);
/// One posture on (+1) or back (-1).
void step_exercise(Session& session, int direction);
void choose_reason(Session& session, std::size_t reason);

/// Lets time pass. Whether anything moves.
bool pass_time_in_exercise(Session& session, double elapsed_s);

} // namespace spinescope::app
