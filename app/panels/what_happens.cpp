#include "app/panels/choice.hpp"
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/story.hpp"
#include "timeline/why.hpp"

namespace spinescope::app {

using language::say;

namespace {

void scenario_choice(Session& session) {
    std::vector<Choice> choices;
    for (const timeline::Scenario& scenario : session.scenarios)
        choices.push_back({.words = scenario.title,
                           .hint = scenario.summary,
                           .active = session.tried.name == scenario.name});
    if (const auto pressed = pressed_of(choices)) open_scenario(session, session.scenarios[*pressed].name);
}

/// Who says so, and what of it is disputed, behind a click.
void source(Session& session, const char* id, bool& open, const std::string& words) {
    if (words.empty()) return;
    ImGui::PushID(id);
    ImGui::PushFont(type().small);
    if (link(open ? say("window.story.close_source") : say("window.story.source"))) {
        open = !open;
        session.log(open ? "source open" : "source closed");
    }
    ImGui::PopFont();
    tooltip(say("keys.show.sources"), "keys.show.sources");
    ImGui::PopID();
    if (open) fine_print(words);
}

/// The joints under one thrust that popped, in order of time.
void order_of_pops(const timeline::Trace& trace) {
    if (trace.neighbours.empty()) return;
    const auto pops = timeline::pops(trace);
    space(3);
    subheading(say("window.story.pops", {{"pops", std::to_string(pops.size())},
                                         {"joints", std::to_string(1 + trace.neighbours.size())}}));
    for (std::size_t i = 0; i < pops.size(); ++i)
        body(std::to_string(i + 1) + ".  " + timeline::told_joint(pops[i].first) + "  ·  " +
             clock_words(pops[i].second));
}

} // namespace

void what_happens(Session& session) {
    scenario_choice(session);
    space(4);
    if (session.trace.samples.empty()) {
        body(say("window.story.working"));
        return;
    }
    if (session.other) {
        comparison(session);
        space(5);
    }
    const timeline::Story story = timeline::story_at(session.trace, clock_s(session));
    heading(story.title);
    body(story.text);
    source(session, "story", session.story_source, story.source);
    space(5);
    subheading(session.trace.outcome.popped ? say("window.story.why_pop") : say("window.story.why_none"));
    body(timeline::why(session.trace));
    source(session, "why", session.why_source, timeline::why_source(session.trace));
    order_of_pops(session.trace);
    space(5);
    try_it(session);
    space(3);
    if (!session.other) comparison(session);
    space(10);
}

} // namespace spinescope::app
