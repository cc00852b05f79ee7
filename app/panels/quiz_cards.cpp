// The quizzes laid out to choose from.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

using language::say;

namespace {

/// One set: its title and how many questions it has. Returns whether it was chosen.
bool card(const QuizSet& set, std::size_t number, bool here, ImVec2 size) {
    const palette::Palette& colours = palette::now();
    ImGui::PushID(int(number));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool chosen = ImGui::InvisibleButton("##choose", size);
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::PopID();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    draw.AddRectFilled(at, end, here ? colours.accent_soft : colours.raised, px(12));
    if (here) draw.AddRect(at, end, colours.accent, px(12), 0, px(2.5f)); // seen without its colour, too
    const float pad = px(18);
    const std::string title = wrapped(type().title, title_of(set), size.x - 2 * pad);
    draw.AddText(type().title, type().title->FontSize, {at.x + pad, at.y + px(14)}, colours.text,
                 title.c_str());
    const std::string count = say("quiz.questions", {{"count", std::to_string(set.questions.size())}});
    draw.AddText(type().body, type().body->FontSize, {at.x + pad, end.y - px(14) - type().body->FontSize},
                 colours.muted, count.c_str());
    return chosen;
}

} // namespace

void quiz_cards(Session& session, const Area& area) {
    Quizzing& quizzing = session.quizzing;
    if (!quizzing.choosing) return;
    begin_panel("##quizzes", area, palette::now().ground, Level::page);
    const float gap = px(14), edge = std::min(px(40), area.width * 0.05f);
    const int columns = std::clamp(int((area.width - 2 * edge) / px(320)), 1, 3);
    const float wide = std::min(px(400), (area.width - 2 * edge - gap * float(columns - 1)) / float(columns));
    const float left = (area.width - wide * float(columns) - gap * float(columns - 1)) / 2;
    ImGui::SetCursorPos({left, px(28)});
    ImGui::BeginGroup();
    words(type().display, palette::now().text, say("quiz.choose"), area.width - 2 * left);
    words(type().body, palette::now().muted, say("quiz.choose_hint"), area.width - 2 * left);
    ImGui::EndGroup();
    space(8);
    for (std::size_t i = 0; i < quizzing.sets.size(); ++i) {
        if (int(i) % columns == 0)
            ImGui::SetCursorPosX(left);
        else
            ImGui::SameLine(0, gap);
        if (card(quizzing.sets[i], i, i == quizzing.card, {wide, px(112)})) {
            try {
                open_quiz(session, quizzing.sets[i].file, any_seed());
            } catch (const std::exception& failure) {
                report(session, failure);
            }
            break;
        }
    }
    ImGui::End();
}

} // namespace spinescope::app
