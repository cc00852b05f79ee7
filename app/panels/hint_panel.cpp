// A word of advice where a person comes for the first time: a quiet strip at the foot of the scene.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

std::string words_of(const Hint& hint) {
    const std::string first = key_label(hint.keys[0].second), second = key_label(hint.keys[1].second);
    return language::say(hint.words, {{hint.keys[0].first, first}, {hint.keys[1].first, second}});
}

/// A cross that takes it away.
bool cross() {
    const float side = ImGui::GetTextLineHeight() + px(4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton("##away", {side, side});
    const ImU32 colour = ImGui::IsItemHovered() ? palette::now().accent : palette::now().muted;
    tooltip(language::say("hints.away"), "keys.window.close");
    const ImVec2 m{at.x + side / 2, at.y + side / 2};
    const float r = px(4.5f);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddLine({m.x - r, m.y - r}, {m.x + r, m.y + r}, colour, px(1.6f));
    draw->AddLine({m.x - r, m.y + r}, {m.x + r, m.y - r}, colour, px(1.6f));
    return pressed;
}

} // namespace

void hint_panel(Session& session, const Area& scene, float right) {
    const Hint* hint = session.hints.shown;
    if (hint == nullptr || hint_here(session) != hint) return;
    const float edge = px(16), pad = px(14), away = ImGui::GetTextLineHeight() + px(14);
    // At the foot; where that is taken, under the tools.
    const bool narrow = scene.width - right < px(340), top = narrow || session.mode == Mode::strain;
    const float room = scene.width - (narrow ? 0 : right);
    const float most = std::max(px(60), std::min(px(640), room - 2 * edge) - 2 * pad - away);
    const std::string words = wrapped(type().body, words_of(*hint), most);
    // Its size is worked out here: at rest no second frame would settle it.
    const ImVec2 text = ImGui::CalcTextSize(words.c_str());
    const ImVec2 size{text.x + away + 2 * pad, text.y + px(20)};
    ImGui::SetNextWindowPos(
        {scene.x + (room - size.x) / 2, top ? scene.y + px(44) : scene.y + scene.height - size.y - px(14)});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::PushStyleColor(ImGuiCol_Border, palette::now().accent);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, px(1));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, px(10)});
    ImGui::Begin("##hint", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::TextUnformatted(words.c_str());
    ImGui::SetCursorPos({size.x - pad - away + px(12), px(8)});
    if (cross()) dismiss_hint(session);
    ImGui::End();
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor(2);
}

} // namespace spinescope::app
