#include "app/panels/panels.hpp"
#include "app/window/typography.hpp"
#include "timeline/story.hpp"

namespace spinescope::app {

void what_happens(Session& session) {
    heading("What happens");
    if (session.trace.samples.empty()) {
        body("Working out the pop…");
        return;
    }
    const timeline::Story story = timeline::story_at(session.trace, clock_s(session));
    subheading(story.title);
    body(story.text);
    fine_print(story.source);
    space(6);
    subheading(session.trace.outcome.popped ? "Why did it pop?" : "Why did nothing pop?");
    body(session.trace.outcome.why);
    space(2);
    constexpr struct {
        const char* scenario;
        const char* words;
    } choices[] = {{"healthy-pop", "After a long rest"}, {"too-soon", "Ten minutes after a pop"}};
    for (const auto& choice : choices) {
        if (button(choice.words, session.trace.scenario == choice.scenario))
            open_scenario(session, choice.scenario);
        ImGui::SameLine(0, px(6));
    }
    ImGui::NewLine();
    space(10);
}

} // namespace spinescope::app
