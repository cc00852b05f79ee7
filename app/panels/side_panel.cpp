#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

namespace spinescope::app {

void side_panel(Session& session, const Area& area) {
    begin_panel("##side", area, palette::now().panel);
    // The story of a pop is long: what is safer stands below it in full, and always in a line.
    const bool in_a_line =
        (session.mode == Mode::pop || session.mode == Mode::strain) && !session.professional_open;
    const float foot = professional_callout_height(session, ImGui::GetContentRegionAvail().x) + px(10) +
                       (in_a_line ? ImGui::GetTextLineHeightWithSpacing() + px(6) : 0);
    ImGui::BeginChild("##words", {0, ImGui::GetContentRegionAvail().y - foot});
    if (session.side_to_top) ImGui::SetScrollY(0);
    session.side_to_top = false;
    if (session.professional_open) {
        when_to_see_a_professional(session);
    } else {
        if (session.mode == Mode::pop) what_happens(session);
        if (session.mode == Mode::strain) strain_story(session);
        if (session.mode == Mode::explore) what_is_this(session);
        if (session.mode != Mode::strain) safer_instead(session);
    }
    ImGui::EndChild();
    space(4);
    if (in_a_line && link("Safer instead of forcing it")) open_mode(session, Mode::safer);
    if (in_a_line) space(2);
    professional_callout(session);
    hairline(area.x, area.y, area.x, area.y + area.height);
    ImGui::End();
}

void what_is_this(Session& session) {
    if (!session.selected) {
        heading("Explore");
        body(session.whole_spine
                 ? "Drag to turn the spine. Point at a part to read its name, click to keep it."
                 : "Drag to turn the model, click a part to select it.");
        space(2);
        if (session.whole_spine && link("Watch a joint pop")) open_mode(session, Mode::pop);
        space(10);
        return;
    }
    const scene::Structure& structure = session.stage.model.structures[*session.selected];
    heading(structure.description.english.empty() ? structure.id : structure.description.english);
    if (!structure.description.latin.empty()) fine_print(structure.description.latin);
    if (!structure.description.text.empty()) {
        space(2);
        body(structure.description.text);
    }
    if (!structure.description.fma.empty())
        fine_print("Foundational Model of Anatomy " + structure.description.fma);
    space(2);
    if (button("Hide  H")) return hide_selected(session);
    ImGui::SameLine();
    if (button("Fade  F")) fade_selected(session);
    ImGui::SameLine();
    if (button("Isolate  I")) isolate_selected(session);
    space(10);
}

} // namespace spinescope::app
