#include "app/welcome.hpp"

#include "app/session.hpp"

namespace spinescope::app {

void begin_with(Session& session, std::size_t card) {
    session.welcome.open = false;
    constexpr const char* names[Welcome::cards] = {"explore", "pop", "lessons"};
    session.log(std::string("begins with ") + names[card]);
    if (card == 1) return open_mode(session, Mode::pop);
    if (card == 2) return choose_lesson(session);
    open_mode(session, Mode::explore);
}

void leave_welcome(Session& session) {
    if (!session.welcome.open) return;
    session.welcome.open = false;
    session.log("welcome left");
}

} // namespace spinescope::app
