#pragma once

#include "app/lessons/lesson.hpp"
#include "app/lessons/solutions.hpp"
#include "app/saved_view.hpp"
#include "app/stopwatch.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spinescope::app {

struct Session;

/// A lesson on its way through the window: which step stands, and whether the person looks around on their
/// own meanwhile.
struct Teaching {
    std::string last; ///< name of the lesson that was last open; empty: none was yet
    std::size_t last_step = 0;
    bool choosing = false;        ///< the lessons are laid out to choose from
    std::vector<Lesson> lessons;  ///< read when first asked for
    std::size_t card = 0;         ///< the one that the keys are at
    std::optional<Lesson> lesson; ///< the one that runs; empty: none
    std::size_t step = 0;
    bool paused = false;                     ///< the scene was touched
    bool awaiting = false;                   ///< the step's simulation is not there yet
    bool answer = false;                     ///< the question's answer is laid open
    bool blank = false;                      ///< nothing shows: eyes on the teacher
    Stopwatch since_opened;                  ///< the lesson
    int minutes = 0;                         ///< since then, as they stand in the corner
    float aimed_width = 0, aimed_height = 0; ///< the scene\'s size that the step was aimed for
    std::vector<std::string> labelled;       ///< structures and groups of the step; none: whatever shows
    std::vector<std::size_t> highlighted;    ///< structures of the step
    std::unique_ptr<Solutions> solutions = std::make_unique<Solutions>();

    /// What was on screen before, which comes back in the end.
    struct Before {
        SavedView view;
        Mode mode = Mode::explore;
    };
    std::optional<Before> before;

    std::filesystem::file_time_type written; ///< the lesson's file, when it was read
    Stopwatch since_looked;                  ///< whether it is another one by now
};

[[nodiscard]] inline bool teaches(const Teaching& teaching) {
    return teaching.lesson.has_value();
}
[[nodiscard]] inline const LessonStep& step_in_use(const Teaching& teaching) {
    return teaching.lesson->steps[teaching.step];
}

// Actions
/// The lessons to choose from, laid out or put away.
void choose_lesson(Session& session);
/// Opens a lesson at a step and solves ahead what its steps need.
void open_lesson(Session& session, Lesson lesson, std::size_t step = 0);
void open_lesson(Session& session, const std::string& name, std::size_t step = 0);
/// One step on (+1) or back (-1). From the last step on it stays.
void go_on(Session& session, int direction);
/// Back to the step as it is told, after looking around.
void resume_lesson(Session& session);
/// The person touched the scene: the lesson waits.
void touch_scene(Session& session);
/// Ends the lesson; what was on screen before comes back.
void leave_lesson(Session& session);
void toggle_blank(Session& session);

/// From where the step is looked at, for the scene's present size.
void aim_step(Session& session);

/// Puts everything as a step has it, as far as it is solved. Throws Failure for names that are not there.
void show_step(Session& session, const Lesson& lesson, const LessonStep& step, const Solutions& solutions);

/// Takes what was solved, and the lesson's file when it was changed. Whether anything is being worked out.
bool pass_time_in_lesson(Session& session);

} // namespace spinescope::app
