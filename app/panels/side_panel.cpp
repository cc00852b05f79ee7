#include "app/panels/choice.hpp"
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

namespace spinescope::app {

using language::say;

void side_panel(Session& session, const Area& area) {
    begin_panel("##side", area, palette::now().panel);
    // The story of a pop is long: what is safer stands below it in full, and always in a line.
    const bool in_a_line =
        (session.mode == Mode::pop || session.mode == Mode::strain) && !session.professional_open;
    const float foot = professional_callout_height(session, ImGui::GetContentRegionAvail().x) + px(10) +
                       (in_a_line ? ImGui::GetTextLineHeightWithSpacing() + px(6) : 0);
    ImGui::BeginChild("##words", {0, ImGui::GetContentRegionAvail().y - foot}, false,
                      ImGuiWindowFlags_NavFlattened);
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
    if (in_a_line) {
        if (link(say("window.side.safer"))) open_mode(session, Mode::safer);
        tooltip(say("window.mode.safer.hint"), "keys.window.safer");
        space(2);
    }
    professional_callout(session);
    hairline(area.x, area.y, area.x, area.y + area.height);
    ImGui::End();
}

void what_is_this(Session& session) {
    if (!session.selected) {
        heading(say("window.mode.explore.name"));
        body(session.whole_spine ? say("window.side.spine_hint") : say("window.side.model_hint"));
        space(2);
        if (session.whole_spine) {
            if (link(say("window.side.watch"))) open_mode(session, Mode::pop);
            tooltip(say("window.mode.pop.hint"), "keys.window.pop");
        }
        space(10);
        return;
    }
    const scene::Structure& structure = session.stage.model.structures[*session.selected];
    heading(structure.description.name.empty() ? structure.id : structure.description.name);
    if (!structure.description.latin.empty()) fine_print(structure.description.latin);
    if (!structure.description.text.empty()) {
        space(2);
        body(structure.description.text);
    }
    if (!structure.description.fma.empty())
        fine_print("Foundational Model of Anatomy " + structure.description.fma);
    space(2);
    const Choice choices[] = {
        {.words = with_key(say("window.side.hide"), "keys.show.hide")},
        {.words = with_key(say("window.side.fade"), "keys.show.fade")},
        {.words = with_key(say("window.side.isolate"), "keys.show.isolate")},
    };
    const std::optional<std::size_t> pressed = pressed_of(choices);
    if (pressed == 0) return hide_selected(session);
    if (pressed == 1) return fade_selected(session);
    if (pressed == 2) return isolate_selected(session);
    space(10);
}

} // namespace spinescope::app
