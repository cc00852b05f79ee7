// Every control by keyboard: where the keys are shows as a ring.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <imgui_internal.h>
#include <vector>

namespace spinescope::app {

namespace {

/// The panels that are there, in the order in which the keys go through them: what stands over everything
/// first.
std::vector<ImGuiWindow*> panels_there() {
    std::vector<ImGuiWindow*> there;
    for (const char* name :
         {"##notice", "##take-home", "##settings", "##help", "##welcome", "##lessons", "##quizzes",
          "##lesson-waits", "##lesson", "##hint", "##tool", "##sound-view", "##top", "##structures",
          "##tools", "##timeline", "##strain-timeline", "##close-up", "##side"})
        if (ImGuiWindow* window = ImGui::FindWindowByName(name); window != nullptr && window->WasActive)
            there.push_back(window);
    return there;
}

/// To the next panel, or the one before; from `here`, null: from outside of all of them.
void move_on(int by, const ImGuiWindow* here) {
    const std::vector<ImGuiWindow*> there = panels_there();
    if (there.empty()) return;
    const auto at = std::ranges::find(there, here);
    const auto count = int(there.size());
    const int now = at == there.end() ? (by > 0 ? -1 : 0) : int(at - there.begin());
    ImGuiWindow* next = there[std::size_t((now + by + count) % count)];
    ImGui::FocusWindow(next);
    ImGui::NavInitWindow(next, true);
    GImGui->NavDisableHighlight = false; // by the pointer before
}

} // namespace

void move_focus(Session& session) {
    ImGuiIO& io = ImGui::GetIO();
    if (!session.focusing) {
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
        return;
    }
    const bool begun = (io.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0;
    const ImGuiWindow* here = begun && GImGui->NavWindow != nullptr ? GImGui->NavWindow->RootWindow : nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    if (session.focus_step != 0) move_on(session.focus_step, here);
    session.focus_step = 0;
}

void focus_ring(const Session& session) {
    if (!session.focusing) return;
    const ImGuiContext& g = *GImGui;
    if (g.NavWindow == nullptr || g.NavId == 0 || g.NavDisableHighlight) return;
    const ImRect& own = g.NavWindow->NavRectRel[g.NavLayer];
    const ImVec2 from = g.NavWindow->DC.CursorStartPos;
    const ImVec2 low{own.Min.x + from.x - px(3), own.Min.y + from.y - px(3)};
    const ImVec2 high{own.Max.x + from.x + px(3), own.Max.y + from.y + px(3)};
    // A dark rim about a bright line is seen on any ground.
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddRect(low, high, palette::now().ground, px(8), 0, px(5));
    draw.AddRect(low, high, palette::now().warm, px(8), 0, px(2.5f));
}

} // namespace spinescope::app
