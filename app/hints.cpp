#include "app/hints.hpp"

#include "app/session.hpp"

namespace spinescope::app {

namespace {

constexpr Hint explore{
    "explore", "hints.explore", {{{"find", "keys.window.find"}, {"help", "keys.window.help"}}}};
constexpr Hint pop{"pop", "hints.pop", {{{"play", "keys.time.play"}, {"next", "keys.time.next"}}}};
constexpr Hint strain{
    "strain", "hints.strain", {{{"play", "keys.time.play"}, {"day", "keys.time.next_day"}}}};
constexpr Hint safer{"safer", "hints.safer", {{{"play", "keys.time.play"}, {"next", "keys.try.next"}}}};
constexpr Hint lesson{"lesson", "hints.lesson", {{{"on", "keys.lesson.on"}, {"pen", "keys.lesson.pen"}}}};

const Hint* of_what_goes_on(const Session& session) {
    if (teaches(session.teaching))
        return session.teaching.paused || session.teaching.blank ? nullptr : &lesson;
    switch (session.mode) {
    case Mode::explore:
        return &explore;
    case Mode::pop:
        return &pop;
    case Mode::strain:
        return &strain;
    case Mode::safer:
        return &safer;
    }
    return nullptr;
}

double position_of(const Session& session) {
    return session.mode == Mode::strain ? session.strain.playback.position : session.playback.position;
}

bool followed(const Session& session) {
    const Hints& hints = session.hints;
    if (hints.shown == &lesson) return session.teaching.step != hints.before.step;
    if (hints.shown == &safer) return session.exercise.performance.has_value();
    if (hints.shown == &explore)
        return session.selected != hints.before.selected ||
               (!session.flight && session.camera != hints.before.camera);
    return position_of(session) != hints.before.position;
}

} // namespace

const Hint* hint_here(const Session& session) {
    const bool covered = session.welcome.open || session.help || session.settings_open ||
                         session.finder.open || session.teaching.choosing || session.quizzing.choosing ||
                         quizzes(session.quizzing) || !session.notice.empty();
    if (!session.hints.wanted || !session.whole_spine || covered) return nullptr;
    const Hint* hint = of_what_goes_on(session);
    return hint != nullptr && !session.preferences.hints_seen.contains(hint->name) ? hint : nullptr;
}

void pass_time_in_hints(Session& session) {
    Hints& hints = session.hints;
    if (hints.shown != nullptr && hint_here(session) == hints.shown && followed(session))
        dismiss_hint(session);
    const Hint* here = hint_here(session);
    if (here == hints.shown || session.flight) return;
    hints.shown = here;
    if (here == nullptr) return;
    hints.before = {.camera = session.camera,
                    .selected = session.selected,
                    .position = position_of(session),
                    .step = session.teaching.step};
    session.log(std::string("hint ") + here->name);
}

void dismiss_hint(Session& session) {
    Hints& hints = session.hints;
    if (hints.shown == nullptr) return;
    session.preferences.hints_seen.insert(hints.shown->name);
    session.log(std::string("hint ") + hints.shown->name + " seen");
    hints.shown = nullptr;
}

void show_hints_again(Session& session) {
    session.preferences.hints_seen.clear();
    session.log("hints again");
}

} // namespace spinescope::app
