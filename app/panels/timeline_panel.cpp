// The timeline: one ruler over eight orders of magnitude, its tracks and playhead.
#include "app/panels/timeline_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

namespace {

/// The panel's upper edge can be dragged.
void height_handle(Session& session, const Area& area) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::InvisibleButton("##height", {area.width, px(7)});
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
        ImGui::GetWindowDrawList()->AddRectFilled({area.x, area.y}, {area.x + area.width, area.y + px(3)},
                                                  palette::now().accent);
    }
    if (ImGui::IsItemActive())
        session.timeline_height =
            std::clamp((area.y + area.height - ImGui::GetMousePos().y) / px(1), 160.0f, 900.0f);
    if (ImGui::IsItemDeactivated()) session.log("timeline's height changed");
}

/// Dragging scrubs, the wheel zooms about the pointer, the middle button or Shift pans.
void pointer(Session& session, const Area& plot) {
    ImGui::SetCursorScreenPos({plot.x, plot.y});
    ImGui::InvisibleButton("##scrub", {plot.width, plot.height},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    const ImGuiIO& io = ImGui::GetIO();
    const double share = std::clamp(double((io.MousePos.x - plot.x) / plot.width), 0.0, 1.0);
    const double under = session.ruler.on_ruler(share);
    static bool panning = false;
    if (ImGui::IsItemActivated()) panning = io.KeyShift || ImGui::IsMouseDown(ImGuiMouseButton_Middle);
    if (ImGui::IsItemActive() && panning) {
        const double length = session.ruler.end - session.ruler.begin;
        pan(session.ruler, -double(io.MouseDelta.x / plot.width) * length);
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    } else if (ImGui::IsItemActive()) {
        session.playback.playing = false;
        session.playback.position = under;
    }
    if (ImGui::IsItemDeactivated())
        session.log(panning ? "timeline moved" : "scrubbed to " + clock_words(clock_s(session)));
    if (!ImGui::IsItemHovered()) return;
    if (io.MouseWheel != 0) {
        zoom(session.ruler, std::pow(1.25, double(io.MouseWheel)), under);
        session.log("timeline zoomed");
    }
    if (ImGui::IsItemActive()) return;
    const float x = io.MousePos.x;
    ImGui::GetWindowDrawList()->AddLine({x, plot.y}, {x, plot.y + plot.height}, palette::now().muted);
    timeline_values(session, under, plot);
}

} // namespace

void timeline_panel(Session& session, const Area& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(16), px(10)});
    begin_panel("##timeline", area, palette::now().panel);
    ImGui::PopStyleVar();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    hairline(area.x, area.y, area.x + area.width, area.y);
    if (session.trace.samples.empty()) {
        body("Working out the pop…");
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
    const float x = screen_x(session.ruler, plot, session.playback.position);
    pointer(session, {.x = ruler.x, .y = ruler.y, .width = ruler.width, .height = bottom - ruler.y});
    if (x >= plot.x - 1 && x <= plot.x + plot.width + 1) {
        draw->AddLine({x, ruler.y - px(2)}, {x, bottom}, palette::now().text, px(1.6f));
        draw->AddCircleFilled({x, ruler.y - px(3)}, px(5), palette::now().text);
    }
    ImGui::End();
}

} // namespace spinescope::app
