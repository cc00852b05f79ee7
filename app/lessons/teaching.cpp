#include "app/lessons/teaching.hpp"

#include "app/session.hpp"
#include "files/failure.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

std::filesystem::file_time_type time_of(const std::filesystem::path& file) {
    std::error_code none;
    return std::filesystem::last_write_time(file, none);
}

void show(Session& session) {
    Teaching& teaching = session.teaching;
    teaching.last = teaching.lesson->name;
    teaching.last_step = teaching.step;
    try {
        show_step(session, *teaching.lesson, step_in_use(teaching), *teaching.solutions);
    } catch (const std::exception& failure) { // the words stand, and the lesson goes on
        report(session, failure);
    }
}

/// A lesson whose file was changed is read again; a broken one is told, and the old one stands.
void look_after_file(Session& session) {
    Teaching& teaching = session.teaching;
    const auto written = time_of(teaching.lesson->file);
    if (written == teaching.written) return;
    teaching.written = written;
    try {
        const std::string id = step_in_use(teaching).id;
        const std::filesystem::path file = teaching.lesson->file;
        const std::string name = teaching.lesson->name;
        Lesson lesson = load_lesson(file.string());
        lesson.name = name;
        teaching.lesson = std::move(lesson);
        const auto step = std::ranges::find(teaching.lesson->steps, id, &LessonStep::id);
        teaching.step = step == teaching.lesson->steps.end()
                            ? std::min(teaching.step, teaching.lesson->steps.size() - 1)
                            : std::size_t(step - teaching.lesson->steps.begin());
        teaching.solutions->prepare(*teaching.lesson);
        if (!teaching.paused) show(session);
        session.log("lesson read again");
    } catch (const std::exception& failure) {
        report(session, failure);
    }
}

/// What takes long the first time is done while the lesson opens, so that no step stutters.
void warm_up(Session& session) {
    for (const LessonStep& step : session.teaching.lesson->steps) {
        if (!step.scenario.empty())
            prepare_joint(session.stage, session.renderer, timeline::load_scenario(step.scenario).joint);
        if (step.bend != Bend() || !step.regimen.empty() || !step.exercise.empty()) (void)bender(session);
    }
}

} // namespace

void choose_lesson(Session& session) {
    Teaching& teaching = session.teaching;
    if (!session.whole_spine) {
        session.notice = language::say("teach.needs_spine");
        return;
    }
    if (teaches(teaching)) return leave_lesson(session);
    teaching.choosing = !teaching.choosing;
    session.log(teaching.choosing ? "lessons" : "lessons put away");
    if (!teaching.choosing) return;
    std::vector<std::string> trouble;
    teaching.lessons = load_lessons(trouble);
    for (const std::string& words : trouble) session.notice += (session.notice.empty() ? "" : "\n") + words;
    const auto last = std::ranges::find(teaching.lessons, teaching.last, &Lesson::name);
    teaching.card = last == teaching.lessons.end() ? 0 : std::size_t(last - teaching.lessons.begin());
}

void open_lesson(Session& session, Lesson lesson, std::size_t step) {
    Teaching& teaching = session.teaching;
    teaching.choosing = false;
    if (!teaching.before) teaching.before = {view_now(session, ""), session.mode};
    teaching.written = time_of(lesson.file);
    teaching.lesson = std::move(lesson);
    teaching.step = std::min(step, teaching.lesson->steps.size() - 1);
    teaching.paused = teaching.blank = false;
    teaching.since_opened = Stopwatch();
    teaching.minutes = 0;
    teaching.solutions->prepare(*teaching.lesson);
    session.log("lesson " + teaching.lesson->name);
    try {
        warm_up(session);
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    show(session);
}

void open_lesson(Session& session, const std::string& name, std::size_t step) {
    open_lesson(session, load_lesson(name), step);
}

void go_on(Session& session, int direction) {
    Teaching& teaching = session.teaching;
    if (!teaches(teaching)) return;
    teaching.blank = false;
    const auto last = int(teaching.lesson->steps.size()) - 1;
    const int wanted = std::clamp(int(teaching.step) + direction, 0, last);
    if (wanted == int(teaching.step) && !teaching.paused) return;
    teaching.step = std::size_t(wanted);
    teaching.paused = false;
    show(session);
}

void resume_lesson(Session& session) {
    if (!teaches(session.teaching) || !session.teaching.paused) return;
    session.teaching.paused = false;
    show(session);
}

void touch_scene(Session& session) {
    if (!teaches(session.teaching) || session.teaching.paused) return;
    session.teaching.paused = true;
    session.log("lesson paused");
}

void leave_lesson(Session& session) {
    Teaching& teaching = session.teaching;
    if (!teaches(teaching)) return;
    teaching.lesson.reset();
    teaching.paused = teaching.blank = false;
    teaching.labelled.clear();
    teaching.highlighted.clear();
    session.professional_open = false;
    session.playback.playing = session.strain.playback.playing = false;
    if (teaching.before) {
        stop_exercise(session);
        open_mode(session, teaching.before->mode);
        go_to_view(session, teaching.before->view);
        teaching.before.reset();
    }
    session.log("lesson left");
}

void toggle_blank(Session& session) {
    session.teaching.blank = !session.teaching.blank;
    session.log(session.teaching.blank ? "blank" : "not blank");
}

bool pass_time_in_lesson(Session& session) {
    Teaching& teaching = session.teaching;
    if (!teaches(teaching)) return false;
    if (teaching.since_looked.seconds() > 1) {
        teaching.since_looked = Stopwatch();
        look_after_file(session);
    }
    // The clock is drawn again when it tells another minute.
    const int minutes = teaching.since_opened.minutes();
    const bool another = minutes != teaching.minutes;
    teaching.minutes = minutes;
    try {
        if (teaching.solutions->take() && teaching.awaiting && !teaching.paused) show(session);
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    return another || teaching.solutions->busy();
}

} // namespace spinescope::app
