// What the pointer does over a timeline, in any mode.
#include "app/panels/timeline_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

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

void timeline_pointer(Session& session, RulerView& view, Playback& playback, const Area& plot,
                      const std::function<std::string()>& clock, const std::function<void(double)>& values) {
    ImGui::SetCursorScreenPos({plot.x, plot.y});
    ImGui::InvisibleButton("##scrub", {plot.width, plot.height},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    const ImGuiIO& io = ImGui::GetIO();
    const double share = std::clamp(double((io.MousePos.x - plot.x) / plot.width), 0.0, 1.0);
    const double under = view.on_ruler(share);
    static bool panning = false;
    if (ImGui::IsItemActivated()) panning = io.KeyShift || ImGui::IsMouseDown(ImGuiMouseButton_Middle);
    if (ImGui::IsItemActive() && panning) {
        pan(view, -double(io.MouseDelta.x / plot.width) * (view.end - view.begin));
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    } else if (ImGui::IsItemActive()) {
        playback.playing = false;
        playback.position = under;
    }
    if (ImGui::IsItemDeactivated()) session.log(panning ? "timeline moved" : "scrubbed to " + clock());
    if (!ImGui::IsItemHovered()) return;
    if (io.MouseWheel != 0) {
        zoom(view, std::pow(1.25, double(io.MouseWheel)), under);
        session.log("timeline zoomed");
    }
    if (ImGui::IsItemActive()) return;
    const float x = io.MousePos.x;
    ImGui::GetWindowDrawList()->AddLine({x, plot.y}, {x, plot.y + plot.height}, palette::now().muted);
    values(under);
}

void timeline_playhead(const RulerView& view, const Playback& playback, const Area& plot) {
    const float x = screen_x(view, plot, playback.position);
    if (x < plot.x - 1 || x > plot.x + plot.width + 1) return;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddLine({x, plot.y - px(2)}, {x, plot.y + plot.height}, palette::now().text, px(1.6f));
    draw->AddCircleFilled({x, plot.y - px(3)}, px(5), palette::now().text);
}

} // namespace spinescope::app
