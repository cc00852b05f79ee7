#include "app/panels/slider_line.hpp"

#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace spinescope::app {

SliderPress slider_line(const Slider& slider, double value, std::optional<double> own, bool chosen) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, text = ImGui::GetTextLineHeight();
    const float height = text + px(20), pad = px(8);
    ImGui::PushID(slider.key);
    ImGui::InvisibleButton("##slider", {width, height});
    ImGui::PopID();
    SliderPress press{.wanted = std::nullopt,
                      .held = ImGui::IsItemActive(),
                      .released = ImGui::IsItemDeactivated(),
                      .hovered = ImGui::IsItemHovered()};
    const float left = at.x + pad, right = at.x + width - pad, y = at.y + text + px(10);
    if (press.held) {
        const double wanted = value_at(slider, double((ImGui::GetMousePos().x - left) / (right - left)));
        if (wanted != value) press.wanted = wanted;
    }
    if (press.hovered && own && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) press.wanted = own;

    if (chosen)
        draw->AddRectFilled({at.x, at.y + px(2)}, {at.x + px(2.5f), at.y + height - px(3)},
                            palette::now().accent, px(2));
    const auto x_of = [&](double v) { return left + (right - left) * float(place_of(slider, v)); };
    const bool changed = own && std::abs(place_of(slider, value) - place_of(slider, *own)) > 1e-6;
    const std::string words = value_words(slider, value);
    draw->AddText({left, at.y}, palette::now().text, name_of(slider));
    draw->AddText({right - ImGui::CalcTextSize(words.c_str()).x, at.y},
                  changed ? palette::now().accent : palette::now().muted, words.c_str());
    draw->AddRectFilled({left, y - px(1.5f)}, {right, y + px(1.5f)}, palette::now().raised_hover, px(2));
    const float x = x_of(value);
    if (own) {
        const float tick = x_of(*own);
        draw->AddRectFilled({std::min(tick, x), y - px(1.5f)}, {std::max(tick, x), y + px(1.5f)},
                            palette::now().accent);
        draw->AddLine({tick, y - px(6)}, {tick, y + px(6)}, palette::now().muted, px(1.5f));
    }
    draw->AddCircleFilled({x, y}, press.held || press.hovered ? px(7.5f) : px(6.5f), palette::now().accent);
    if (changed) draw->AddCircleFilled({x, y}, px(2.5f), palette::now().panel);
    return press;
}

} // namespace spinescope::app
