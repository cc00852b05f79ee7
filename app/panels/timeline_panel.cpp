// The timeline: one ruler over eight orders of magnitude, its tracks and playhead.
#include "app/panels/timeline_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

namespace spinescope::app {

using language::say;

void timeline_panel(Session& session, const Area& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(16), px(10)});
    begin_panel("##timeline", area, palette::now().panel);
    ImGui::PopStyleVar();
    hairline(area.x, area.y, area.x + area.width, area.y);
    if (session.trace.samples.empty()) {
        body(say("window.story.working"));
        ImGui::End();
        return;
    }
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    height_handle(session, area);
    ImGui::SetCursorScreenPos(origin);
    timeline_controls(session, area.x + area.width - px(16));

    const bool narrow = area.width < px(560);
    const float names = px(narrow ? 136 : 168), scales = px(42), line = px(17);
    const Area ruler{.x = origin.x + names,
                     .y = origin.y + px(36),
                     .width = area.x + area.width - px(16) - scales - origin.x - names,
                     .height = px(24)};
    const int lanes = area.height > px(270) ? 2 : 1;
    const float bottom = area.y + area.height - px(8);
    const float overview = session.ruler.whole() ? 0 : px(12);
    const float names_top = ruler.y + ruler.height + overview + px(4);
    const Area plot{.x = ruler.x,
                    .y = names_top + line * float(lanes) + px(3),
                    .width = ruler.width,
                    .height = bottom - names_top - line * float(lanes) - px(3)};
    timeline_chapters(session, ruler);
    timeline_overview(session,
                      {.x = ruler.x, .y = ruler.y + ruler.height, .width = ruler.width, .height = px(14)});
    timeline_events(session, plot, names_top, lanes);
    timeline_tracks(session, plot, origin.x);
    const Area whole{.x = ruler.x, .y = ruler.y, .width = ruler.width, .height = bottom - ruler.y};
    timeline_pointer(
        session, session.ruler, session.playback, whole, [&] { return clock_words(clock_s(session)); },
        [&](double under) { timeline_values(session, under, whole); });
    timeline_playhead(session.ruler, session.playback, whole);
    ImGui::End();
}

} // namespace spinescope::app
