#include "app/panels/panels.hpp"
#include "app/window/typography.hpp"
#include "timeline/story.hpp"

namespace spinescope::app {

namespace {

/// The scenarios as words to press, as many in a line as fit.
void scenario_choice(Session& session) {
    const float right = ImGui::GetWindowPos().x + ImGui::GetContentRegionMax().x;
    bool first = true;
    for (const timeline::Scenario& scenario : session.scenarios) {
        const float width =
            ImGui::CalcTextSize(scenario.title.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (!first && ImGui::GetItemRectMax().x + px(4) + width < right) ImGui::SameLine(0, px(4));
        first = false;
        if (button(scenario.title.c_str(), session.trace.scenario == scenario.name))
            open_scenario(session, scenario.name);
        if (ImGui::IsItemHovered()) {
            ImGui::BeginTooltip();
            ImGui::PushTextWrapPos(px(320));
            ImGui::TextUnformatted(scenario.summary.c_str());
            ImGui::PopTextWrapPos();
            ImGui::EndTooltip();
        }
    }
}

} // namespace

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
    scenario_choice(session);
    space(10);
}

} // namespace spinescope::app
