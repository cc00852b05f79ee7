#include "app/panels/panels.hpp"
#include "app/window/keys.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>

namespace spinescope::app {

void help_panel(Session& session, const Area& area) {
    if (!session.help) return;
    constexpr float column = 300, label = 94;
    const int columns = std::clamp(int((area.width - px(60)) / px(column)), 1, 3);
    const float width = std::min(px(column) * float(columns) + px(36), area.width - px(24));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(12));
    ImGui::SetNextWindowPos({area.x + area.width / 2, area.y + area.height / 2}, ImGuiCond_Always,
                            {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, area.height - px(24)});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::Begin("##help", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings);
    heading("Keys");
    fine_print("Over the scene: left drag turns, right drag (or Shift) slides, the wheel comes closer to the "
               "pointer, a click selects, a double click centres. Over the timeline: drag scrubs, the wheel "
               "zooms, Shift or the middle button moves along, and chapter borders can be dragged.");
    space(4);
    // Down the columns, so that keys that belong together stand together.
    ImGui::Columns(columns, "##keys", false);
    const std::size_t rows = (keys().size() + std::size_t(columns) - 1) / std::size_t(columns);
    for (std::size_t i = 0; i < keys().size(); ++i) {
        if (i > 0 && i % rows == 0) ImGui::NextColumn();
        const Key& key = keys()[i];
        const float left = ImGui::GetCursorPosX();
        ImGui::PushStyleColor(ImGuiCol_Text, palette::now().accent);
        ImGui::TextUnformatted(key.label);
        ImGui::PopStyleColor();
        ImGui::SameLine();
        ImGui::SetCursorPosX(left + px(label));
        ImGui::TextUnformatted(key.what);
    }
    ImGui::Columns(1);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

void notice_panel(Session& session, const Area& area) {
    if (session.notice.empty()) return;
    const float width = std::min(px(640), area.width - px(40));
    ImGui::SetNextWindowPos({area.x + area.width / 2, area.y + px(16)}, ImGuiCond_Always, {0.5f, 0});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().warning_ground);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::Begin("##notice", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warning_text);
    ImGui::PushTextWrapPos(width - px(90));
    ImGui::TextUnformatted(session.notice.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::SameLine(width - px(76));
    if (button("Close")) session.notice.clear();
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

} // namespace spinescope::app
