#pragma once

#include "app/evidence.hpp"
#include "app/newest_wish.hpp"
#include "app/playback.hpp"
#include "app/ruler.hpp"
#include "scene/camera.hpp"
#include "scene/heat_map.hpp"
#include "timeline/course.hpp"
#include "timeline/course_story.hpp"
#include "timeline/segment_history.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace spinescope::app {

struct Session;

/// What could be done from the end of a day on, lived through three times.
struct Branches {
    int after_day = 0;
    std::array<timeline::Course, 3> courses; ///< in the order of timeline::Then
};
struct BranchWish {
    timeline::Regimen regimen;
    int after_day = 0;
};
[[nodiscard]] Branches lived_branches(const BranchWish& wish);
[[nodiscard]] timeline::Course lived_course(const timeline::Regimen& regimen);
/// "Stop now", "Keep forcing", "Safer instead".
[[nodiscard]] const char* words_of(timeline::Then then);

/// The spine that courses are lived with; read from the installation when first asked for.
[[nodiscard]] const mechanics::SpineModel& spine_in_use();
[[nodiscard]] const timeline::WearLaws& wear_in_use();

/// What the window shows of repetition.
struct Strain {
    std::vector<timeline::Regimen> regimens; ///< to choose from
    timeline::Regimen tried;                 ///< the one in use, with what the controls made of it
    timeline::Course own;                    ///< of a regimen as it is; no moments until it was lived through
    std::optional<Branches> branches;        ///< empty: nothing is compared
    timeline::Then followed = timeline::Then::keep_forcing; ///< which of them the scene shows
    int version = 0;                                        ///< counts changes of what is drawn
    NewestWish<timeline::Regimen, timeline::Course> living{lived_course};
    NewestWish<BranchWish, Branches> branching{lived_branches};
    std::string refused;     ///< why the controls' last wish has no course; empty: it has one
    std::size_t slider = 0;  ///< which one the keys move
    std::size_t segment = 0; ///< the chosen one
    Playback playback;
    RulerView ruler;
    std::optional<scene::HeatMap> unstrained; ///< made when the mode is first entered
    double posed_s = -1;                      ///< the time that the spine stands for, of that version
    int posed_version = -1;
    std::optional<Evidence> evidence;
    bool coloured = true; ///< ligaments by their strain
    bool sources = false; ///< of the evidence, open
};

/// The course on screen.
[[nodiscard]] const timeline::Course& shown(const Strain& strain);
[[nodiscard]] inline bool has_course(const Strain& strain) {
    return !shown(strain).moments.empty();
}
/// Time under the playhead, s from the first repetition, and the moment there.
[[nodiscard]] double time_s(const Strain& strain);
[[nodiscard]] const timeline::Moment& moment(const Strain& strain);
/// "day 12, 09:20" of a time: counted from the first repetition.
[[nodiscard]] std::string day_words(double time_s);

// Actions
/// Reads what the mode needs and lives through the first regimen in the background.
void enter_strain(Session& session);
/// The next one to choose from.
void next_regimen(Session& session);
void open_regimen(Session& session, const std::string& name);
/// Puts a course on the timeline. Of the same regimen, with other values, the playhead keeps its time.
void take_course(Session& session, timeline::Course course);
/// Sets one value of the regimen in use and lives through it in the background. Throws Failure.
void try_in_regimen(Session& session, std::string_view key, double value);
void reset_regimen(Session& session);
/// The slider that the keys move: the next one, and one step more (+1) or less (-1).
void next_regimen_slider(Session& session);
void nudge_regimen_slider(Session& session, int direction);
/// The regimen in use as its file has it; null when it has none.
[[nodiscard]] const timeline::Regimen* own_regimen(const Session& session);
/// Aims at a segment, as a professional does, or at none.
void aim_at(Session& session, std::optional<std::size_t> segment);
/// Aimed at the stiff segment, or unguided again.
void toggle_aim(Session& session);
/// Makes the chosen segment loose, stiff or healthy, as the regimen's own loose and stiff ones are.
void build_segment(Session& session, timeline::Build build);
void next_build(Session& session);

void choose_segment(Session& session, std::size_t segment);
/// The segment that a structure belongs to: a disc's, a ligament's, a joint's own, a vertebra's lower one.
[[nodiscard]] std::optional<std::size_t> segment_of_structure(std::string_view id);
/// Up (-1) or down (+1) the segments of the course.
void next_segment(Session& session, int direction);

/// Compares the three ways on from the day under the playhead.
void branch_here(Session& session);
void follow(Session& session, timeline::Then then);
void stop_branching(Session& session);
/// Compares, then follows one way after the other, then stops comparing.
void next_branch(Session& session);

/// To the next (+1) or last (-1) moment of the course, or the first one of a day.
void step_moment(Session& session, int direction);
void step_day(Session& session, int direction);

/// From behind and beside, all segments that the course tells of.
[[nodiscard]] scene::Camera view_of_strain(const Session& session);

/// The colours of strain on or off.
void toggle_colours(Session& session);
/// Back from the mode: the spine as it was bent, without the colours of strain.
void leave_strain(Session& session);

/// Lets time pass: finished courses, playback. Poses the spine as at the moment. Whether anything moves.
bool pass_time_in_strain(Session& session, double elapsed_s);

} // namespace spinescope::app
