// A message for the person, until it is closed.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/failure_words.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

using language::say;

void notice_panel(Session& session, const Area& area) {
    if (session.notice.empty()) return;
    const float width = std::min(px(640), area.width - px(40));
    const char* close = say("window.close");
    const float beside = ImGui::CalcTextSize(close).x + 2 * ImGui::GetStyle().FramePadding.x +
                         ImGui::GetStyle().WindowPadding.x;
    ImGui::SetNextWindowPos({area.x + area.width / 2, area.y + px(16)}, ImGuiCond_Always, {0.5f, 0});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().warning_ground);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::Begin("##notice", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warning_text);
    ImGui::PushTextWrapPos(width - beside - px(8));
    ImGui::TextUnformatted(language::in_words(session.notice).c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::SameLine(width - beside);
    if (button(close)) session.notice.clear();
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

} // namespace spinescope::app
