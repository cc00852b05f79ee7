// The ruler's chapters, their borders, and the bar that shows which part of the whole is in view.
#include "app/panels/timeline_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

using language::say;

float screen_x(const RulerView& view, const Area& plot, double ruler) {
    return plot.x + plot.width * float(view.on_screen(ruler));
}

namespace {

void border_handle(Session& session, const Area& ruler, std::size_t border, float x) {
    const float reach = px(5);
    ImGui::PushID(int(border));
    ImGui::SetCursorScreenPos({x - reach, ruler.y});
    ImGui::InvisibleButton("##border", {2 * reach, ruler.height});
    const bool active = ImGui::IsItemActive(), hovered = ImGui::IsItemHovered();
    if (hovered || active) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        ImGui::GetWindowDrawList()->AddLine({x, ruler.y}, {x, ruler.y + ruler.height}, palette::now().accent,
                                            px(3));
    }
    if (hovered && !active) ImGui::SetTooltip("%s", say("window.timeline.border"));
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        reset_widths(session);
    else if (active && ImGui::GetIO().MouseDelta.x != 0)
        drag_border(session, border,
                    session.ruler.on_ruler(double((ImGui::GetMousePos().x - ruler.x) / ruler.width)));
    if (ImGui::IsItemDeactivated() && ImGui::GetMouseDragDelta().x != 0) session.log("chapter border moved");
    ImGui::PopID();
}

} // namespace

void timeline_chapters(Session& session, const Area& ruler) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    draw->PushClipRect({ruler.x, ruler.y}, {ruler.x + ruler.width, ruler.y + ruler.height}, true);
    double begin = 0;
    for (const timeline::Chapter& chapter : session.trace.chapters) {
        const double end = begin + chapter.width;
        const ImVec2 from{screen_x(session.ruler, ruler, begin) + px(1.5f), ruler.y};
        const ImVec2 to{screen_x(session.ruler, ruler, end) - px(1.5f), ruler.y + ruler.height};
        const bool here = session.playback.position >= begin &&
                          (session.playback.position < end || &chapter == &session.trace.chapters.back());
        draw->AddRectFilled(from, to, here ? palette::now().accent_soft : palette::now().raised, px(5));
        // The words stay in view when their chapter begins left of it.
        const float left = std::max(from.x, ruler.x) + px(9), room = std::min(to.x, ruler.x + ruler.width);
        std::string words = chapter.title.str() + " · " + clock_words(chapter.end_s - chapter.begin_s);
        if (ImGui::CalcTextSize(words.c_str()).x > room - left - px(5))
            words = shortened(chapter.title.str(), room - left - px(5));
        if (words.size() < std::string_view("ab…").size() + 1) words.clear(); // tells nothing
        draw->PushClipRect(from, {room - px(4), to.y}, true);
        draw->AddText({left, ruler.y + (ruler.height - ImGui::GetTextLineHeight()) / 2},
                      here ? palette::now().text : palette::now().muted, words.c_str());
        draw->PopClipRect();
        begin = end;
    }
    draw->PopClipRect();
    ImGui::PopFont();
    double border = 0;
    for (std::size_t i = 0; i + 1 < session.trace.chapters.size(); ++i) {
        border += session.trace.chapters[i].width;
        const float x = screen_x(session.ruler, ruler, border);
        if (x > ruler.x && x < ruler.x + ruler.width) border_handle(session, ruler, i, x);
    }
}

void timeline_overview(Session& session, const Area& bar) {
    if (session.ruler.whole()) return;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float middle = bar.y + bar.height / 2, thick = px(2);
    double begin = 0;
    for (const timeline::Chapter& chapter : session.trace.chapters) {
        draw->AddRectFilled({bar.x + bar.width * float(begin) + px(1), middle - thick},
                            {bar.x + bar.width * float(begin + chapter.width) - px(1), middle + thick},
                            palette::now().raised_hover, thick);
        begin += chapter.width;
    }
    const float playhead = bar.x + bar.width * float(session.playback.position);
    const float least = px(8), from = bar.x + bar.width * float(session.ruler.begin),
                to = std::max(bar.x + bar.width * float(session.ruler.end), from + least);
    draw->AddRectFilled({from, middle - px(4)}, {to, middle + px(4)}, palette::now().accent, px(4));
    draw->AddLine({playhead, bar.y}, {playhead, bar.y + bar.height}, palette::now().text, px(1.5f));
    ImGui::SetCursorScreenPos({bar.x, bar.y});
    ImGui::InvisibleButton("##overview", {bar.width, bar.height});
    if (ImGui::IsItemActive()) {
        const double under = double((ImGui::GetMousePos().x - bar.x) / bar.width);
        pan(session.ruler, under - (session.ruler.begin + session.ruler.end) / 2);
    }
    if (ImGui::IsItemDeactivated()) session.log("timeline moved");
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", say("window.timeline.part"));
}

} // namespace spinescope::app
