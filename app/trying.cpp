// What the person tries on the timeline: other values, other scales, another scenario beside.
#include "app/session.hpp"
#include "app/sliders.hpp"

#include <algorithm>

namespace spinescope::app {

void next_offered(Session& session) {
    if (session.mode == Mode::safer) return next_exercise(session);
    if (session.mode == Mode::strain) return next_regimen(session);
    if (session.mode != Mode::pop || session.scenarios.empty()) return;
    auto now = std::ranges::find(session.scenarios, session.tried.name, &timeline::Scenario::name);
    if (now != session.scenarios.end()) ++now;
    open_scenario(session, now == session.scenarios.end() ? session.scenarios.front().name : now->name);
}

void try_value(Session& session, std::string_view key, double value) {
    timeline::set(session.tried, key, value);
    session.solving.wish(session.tried);
}

double value_in(const timeline::Scenario& scenario, std::string_view key) {
    for (const auto& [own_key, value] : scenario.parameters)
        if (own_key == key) return value;
    return cavitation::get(cavitation::Parameters(), key);
}

void next_slider(Session& session) {
    if (session.mode == Mode::strain) return next_regimen_slider(session);
    session.slider = (session.slider + 1) % sliders().size();
    session.log(std::string("slider ") + sliders()[session.slider].key);
}

void nudge_slider(Session& session, int direction) {
    if (session.mode == Mode::strain) return nudge_regimen_slider(session, direction);
    if (session.mode != Mode::pop || session.trace.samples.empty()) return;
    constexpr double step = 1.0 / 24;
    const Slider& slider = sliders()[session.slider];
    const double place = place_of(slider, value_in(session.tried, slider.key)) + step * direction;
    try_value(session, slider.key, value_at(slider, place));
    session.log(std::string("tried ") + slider.key + " " +
                std::to_string(value_in(session.tried, slider.key)));
}

const timeline::Scenario* own_scenario(const Session& session) {
    const auto found = std::ranges::find(session.scenarios, session.tried.name, &timeline::Scenario::name);
    return found == session.scenarios.end() ? nullptr : &*found;
}

void reset_tried(Session& session) {
    if (session.mode == Mode::strain) return reset_regimen(session);
    const timeline::Scenario* own = own_scenario(session);
    if (own == nullptr) return;
    session.tried = *own;
    session.solving.wish(session.tried);
    session.log("own values again");
}

void drag_border(Session& session, std::size_t border, double to) {
    const double time_s = clock_s(session);
    move_border(session.trace, border, to);
    session.playback.position = timeline::ruler_position(session.trace, time_s);
    ++session.ruler_version;
}

void reset_widths(Session& session) {
    const double time_s = clock_s(session);
    set_chapter_widths(session.trace, session.own_widths);
    session.playback.position = timeline::ruler_position(session.trace, time_s);
    ++session.ruler_version;
    session.log("chapters as at first");
}

void toggle_sources(Session& session) {
    if (session.mode == Mode::strain) {
        session.strain.sources = !session.strain.sources;
        return session.log(session.strain.sources ? "sources open" : "sources closed");
    }
    session.story_source = session.why_source = !session.story_source;
    session.log(session.story_source ? "sources open" : "sources closed");
}

void compare_with(Session& session, const std::string& name) {
    session.comparing.wish(timeline::load_scenario(name));
    session.log("comparing with " + name);
}

void stop_comparing(Session& session) {
    session.other.reset();
    ++session.trace_version;
    session.log("comparing no more");
}

void compare_next(Session& session) {
    if (session.mode == Mode::strain) return next_branch(session);
    if (session.trace.samples.empty() || session.scenarios.empty()) return;
    auto next = session.scenarios.begin();
    if (session.other)
        next = std::ranges::find(session.scenarios, session.other->scenario, &timeline::Scenario::name) + 1;
    if (next != session.scenarios.end() && next->name == session.trace.scenario) ++next;
    if (next == session.scenarios.end())
        stop_comparing(session);
    else
        compare_with(session, next->name);
}

} // namespace spinescope::app
