// The lessons laid out to choose from.
#include "app/panels/panels.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

using language::say;

namespace {

/// One lesson: its number, title and what it is about; `left_at` is the step where it was left, 0 if it was
/// not. Returns whether it was chosen.
bool card(const Lesson& lesson, std::size_t number, bool here, std::size_t left_at, ImVec2 size) {
    ImGui::PushID(int(number));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, here ? palette::now().accent_soft : palette::now().raised);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, px(12));
    ImGui::BeginChild("##card", size, false,
                      ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_AlwaysUseWindowPadding);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool chosen = ImGui::InvisibleButton("##choose", ImGui::GetContentRegionAvail());
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::SetCursorScreenPos(at);
    const float width = size.x - px(36);
    words(type().title, palette::now().text, std::to_string(number + 1) + "  " + title_of(lesson), width);
    words(type().body, palette::now().muted, summary_of(lesson), width);
    std::string count = say("teach.steps", {{"count", std::to_string(lesson.steps.size())}});
    if (left_at > 0) count += "  ·  " + say("teach.go_on_at", {{"step", std::to_string(left_at + 1)}});
    words(type().small, palette::now().muted, count, width);
    if (here) // seen without its colour, too
        ImGui::GetWindowDrawList()->AddRect(
            ImGui::GetWindowPos(), {ImGui::GetWindowPos().x + size.x, ImGui::GetWindowPos().y + size.y},
            palette::now().accent, px(12), 0, px(2.5f));
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    ImGui::PopID();
    return chosen;
}

} // namespace

void lesson_cards(Session& session, const Area& area) {
    Teaching& teaching = session.teaching;
    if (!teaching.choosing) return;
    begin_panel("##lessons", area, palette::now().ground, Level::page);
    const float gap = px(14);
    const int columns = std::clamp(int((area.width - px(80)) / px(360)), 1, 3);
    const float wide = std::min(px(420), (area.width - px(80) - gap * float(columns - 1)) / float(columns));
    const float left = (area.width - wide * float(columns) - gap * float(columns - 1)) / 2;
    ImGui::SetCursorPos({left, px(28)});
    ImGui::BeginGroup();
    words(type().display, palette::now().text, say("teach.choose"), area.width - 2 * left);
    words(type().body, palette::now().muted, say("teach.choose_hint"), area.width - 2 * left);
    if (button((with_key(say("quiz.list"), "keys.window.quiz") + "###quiz").c_str())) choose_quiz(session);
    ImGui::EndGroup();
    space(8);
    for (std::size_t i = 0; i < teaching.lessons.size(); ++i) {
        const int column = int(i) % columns;
        if (column == 0)
            ImGui::SetCursorPosX(left);
        else
            ImGui::SameLine(0, gap);
        const Lesson& lesson = teaching.lessons[i];
        const std::size_t left_at = lesson.name == teaching.last ? teaching.last_step : 0;
        if (card(lesson, i, i == teaching.card, left_at, {wide, px(150)})) {
            open_lesson(session, lesson);
            break;
        }
        if (column == columns - 1) space(gap / px(1) - 7);
    }
    ImGui::End();
}

} // namespace spinescope::app
