// The opening screen over the spine: three ways to begin.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

using language::say;

namespace {

constexpr const char* names[Welcome::cards] = {"explore", "pop", "teach"};

/// Returns whether it was chosen.
bool card(Session& session, std::size_t number, ImVec2 size) {
    const std::string key = std::string("welcome.") + names[number];
    ImGui::PushID(int(number));
    const ImVec2 at = ImGui::GetCursorScreenPos(), to{at.x + size.x, at.y + size.y};
    const bool chosen = ImGui::InvisibleButton("##begin", size);
    if (ImGui::IsItemHovered()) {
        const ImVec2 moved = ImGui::GetIO().MouseDelta; // a still pointer leaves the choice to the keys
        if (moved.x != 0 || moved.y != 0) session.welcome.card = number;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    const bool here = session.welcome.card == number;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, to, here ? palette::now().accent_soft : palette::now().raised, px(14));
    if (here) draw->AddRect(at, to, palette::now().accent, px(14), 0, px(2.5f));
    const float inner = size.x - px(40);
    ImGui::SetCursorScreenPos({at.x + px(20), at.y + px(18)});
    ImGui::BeginGroup();
    words(type().strong, palette::now().accent, std::to_string(number + 1), inner);
    words(type().title, palette::now().text, say(key + ".title"), inner);
    words(type().body, here ? palette::now().text : palette::now().muted, say(key + ".text"), inner);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({at.x, to.y});
    ImGui::PopID();
    return chosen;
}

} // namespace

void welcome_panel(Session& session, const Area& area) {
    if (!session.welcome.open) return;
    begin_panel("##welcome", area, (palette::now().ground & ~IM_COL32_A_MASK) | 196u << IM_COL32_A_SHIFT,
                Level::page);
    const float gap = px(16), most = px(980);
    const bool beside = area.width > px(760);
    const float whole = std::min(most, area.width - px(64)), left = (area.width - whole) / 2;
    const float wide = beside ? (whole - 2 * gap) / 3 : whole, high = px(beside ? 172.0f : 118.0f);
    const float block = px(124) + (beside ? high : 3 * high + 2 * gap) + px(56);
    ImGui::SetCursorPos({left, std::max(px(20), (area.height - block) * 0.42f)});
    ImGui::BeginGroup();
    words(type().display, palette::now().text, "Spinescope", whole);
    words(type().large, palette::now().text, say("welcome.question"), whole);
    ImGui::EndGroup();
    space(14);
    for (std::size_t i = 0; i < Welcome::cards; ++i) {
        const float x = beside ? left + (wide + gap) * float(i) : left;
        static float row = 0;
        if (i == 0) row = ImGui::GetCursorPosY();
        ImGui::SetCursorPos({x, beside ? row : row + (high + gap) * float(i)});
        if (card(session, i, {wide, high})) {
            begin_with(session, i);
            break;
        }
    }
    space(10);
    ImGui::SetCursorPosX(left);
    bool quiet = !session.preferences.welcome;
    ImGui::PushStyleColor(ImGuiCol_FrameBg, palette::now().raised_hover);
    if (ImGui::Checkbox(say("welcome.not_again"), &quiet)) session.preferences.welcome = !quiet;
    ImGui::PopStyleColor();
    ImGui::SetCursorPosX(left);
    ImGui::PushFont(type().small);
    ImGui::TextDisabled("%s", say("welcome.keys"));
    ImGui::PopFont();
    ImGui::End();
}

} // namespace spinescope::app
