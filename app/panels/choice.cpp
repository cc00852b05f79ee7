#include "app/panels/choice.hpp"

#include "app/panels/tooltip.hpp"
#include "app/window/typography.hpp"

namespace spinescope::app {

std::optional<std::size_t> pressed_of(std::span<const Choice> choices) {
    std::optional<std::size_t> pressed;
    const float right = ImGui::GetWindowPos().x + ImGui::GetContentRegionMax().x;
    ImGui::PushFont(ImGui::GetContentRegionAvail().x < px(270) ? type().small : type().body);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(9), px(5)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(4), px(2)});
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        const float width =
            ImGui::CalcTextSize(choice.words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (i > 0 && ImGui::GetItemRectMax().x + px(4) + width < right) ImGui::SameLine(0, px(4));
        if (button(choice.words.c_str(), choice.active)) pressed = i;
        if (!choice.hint.empty()) tooltip(choice.hint, choice.action);
    }
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return pressed;
}

} // namespace spinescope::app
