// The question that stands, under the scene.
#include "app/panels/panels.hpp"
#include "app/panels/quiz_parts.hpp"
#include "app/sources.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <string>

namespace spinescope::app {

using language::say;

namespace {

/// Little room, or a large interface: smaller letters, so that every answer shows at once.
bool is_cramped(float width) {
    return width < px(640);
}
ImFont* answer_font(float width) {
    return is_cramped(width) ? type().body : type().large;
}

/// An answer to press: its number, its words, and once told whether it was right.
void choice(Session& session, std::size_t number, const std::string& said, ImVec2 size, ImFont* font) {
    Quizzing& quizzing = session.quizzing;
    const Asked& asked = *shown_question(quizzing);
    const palette::Palette& colours = palette::now();
    const bool right = quizzing.told && number == asked.right;
    const bool wrong = quizzing.told && quizzing.given == number && !right;
    const bool marked = quizzing.marked == number;
    ImGui::PushID(int(number));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("##choice", size)) give(session, number);
    const bool hovered = ImGui::IsItemHovered() && !quizzing.told;
    ImGui::PopID();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    draw.AddRectFilled(at, end,
                       hovered ? colours.raised_hover
                       : right ? colours.accent_soft
                               : colours.raised,
                       px(10));
    if (right || wrong || marked)
        draw.AddRect(at, end, wrong ? colours.warm : colours.accent, px(10), 0, px(2.5f));
    const float pad = px(14), sign = px(20);
    const float middle = at.y + size.y / 2;
    if (right || wrong)
        draw_verdict(draw, right, {at.x + pad, middle - sign / 2}, sign,
                     right ? colours.accent : colours.warm);
    else {
        const std::string digit = std::to_string(number + 1);
        draw.AddText(type().strong, type().strong->FontSize,
                     {at.x + pad + px(4), middle - type().strong->FontSize / 2}, colours.accent,
                     digit.c_str());
    }
    const float text_x = at.x + pad + sign + px(12);
    const std::string text = wrapped(font, said, end.x - text_x - pad);
    const ImVec2 tall = font->CalcTextSizeA(font->FontSize, 1e6f, 0, text.c_str());
    draw.AddText(font, font->FontSize, {text_x, middle - tall.y / 2},
                 quizzing.told && !right && !wrong ? colours.muted : colours.text, text.c_str());
}

/// Two columns, each row as tall as its longest answer.
void choices(Session& session, float width) {
    const Quizzing& quizzing = session.quizzing;
    const Asked& asked = *shown_question(quizzing);
    ImFont* font = answer_font(width);
    const float gap = px(is_cramped(width) ? 6.0f : 10.0f);
    constexpr int columns = 2;
    const float wide = (width - gap * float(columns - 1)) / float(columns);
    float tallest = px(is_cramped(width) ? 34.0f : 46.0f);
    std::vector<std::string> said;
    for (std::size_t i = 0; i < asked.choices.size(); ++i) {
        said.push_back(told_choice(*quizzing.quiz, asked, i, session.stage.model));
        const std::string text = wrapped(font, said.back(), wide - px(60));
        tallest = std::max(tallest, font->CalcTextSizeA(font->FontSize, 1e6f, 0, text.c_str()).y +
                                        px(is_cramped(width) ? 10.0f : 18.0f));
    }
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (int(i) % columns != 0) ImGui::SameLine(0, gap);
        choice(session, i, said[i], {wide, tallest}, font);
        if (!quizzes(quizzing)) return;
    }
}

std::string sources_of(const Session& session, const QuizQuestion& question) {
    std::string line;
    for (const std::string& key : question.sources)
        line += (line.empty() ? "" : "; ") + cited(session.guidance.citation, key).str();
    return line;
}

/// Right or not, by sign and word; what is right, and why.
void verdict(const Session& session, float width) {
    const Quizzing& quizzing = session.quizzing;
    const Asked& asked = *shown_question(quizzing);
    const QuizQuestion& question = question_of(*quizzing.quiz, asked);
    const std::size_t place = quizzing.at;
    const bool right = place < quizzing.quiz->given.size() && quizzing.quiz->given[place].right;
    const ImU32 colour = right ? palette::now().accent : palette::now().warm;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = type().title->FontSize;
    draw_verdict(*ImGui::GetWindowDrawList(), right, at, size, colour);
    ImGui::SetCursorScreenPos({at.x + size + px(10), at.y});
    std::string line = say(right ? "quiz.right" : "quiz.wrong");
    if (!right)
        line +=
            ". " + say("quiz.right_is",
                       {{"answer", told_choice(*quizzing.quiz, asked, asked.right, session.stage.model)}});
    ImGui::BeginGroup();
    words(type().title, colour, line, width - size - px(10));
    ImGui::EndGroup();
    if (!right && place < quizzing.quiz->given.size())
        words(type().body, palette::now().muted,
              say("quiz.your_answer", {{"answer", quizzing.quiz->given[place].answer}}), width);
    space(2);
    words(type().large, palette::now().text, told_reason(*quizzing.quiz, asked, session.stage.model), width);
    if (const std::string sources = sources_of(session, question); !sources.empty())
        words(type().small, palette::now().muted, say("quiz.sources", {{"sources", sources}}), width);
}

/// What to do, where there is nothing to press in the panel.
void hint(const Session& session, float width) {
    const Quizzing& quizzing = session.quizzing;
    const Asked& asked = *shown_question(quizzing);
    const std::string count = std::to_string(asked.choices.size());
    const std::string words_here =
        quizzing.marked
            ? say("quiz.find_here", {{"number", std::to_string(*quizzing.marked + 1)}, {"count", count}})
            : std::string(say("quiz.find_hint"));
    words(type().body, palette::now().muted, words_here, width);
}

/// Which question, the way on and the way out; returns false when one was taken.
bool head(Session& session, float width) {
    const Quizzing& quizzing = session.quizzing;
    const std::string place =
        say("quiz.question_of", {{"number", std::to_string(quizzing.at + 1)},
                                 {"count", std::to_string(quizzing.quiz->asked.size())}});
    const std::string leave = with_key(say("quiz.leave"), "keys.quiz.leave") + "###leave";
    const bool last = quizzing.at + 1 == quizzing.quiz->asked.size();
    const std::string on = with_key(say(last ? "quiz.to_score" : "quiz.next"), "keys.quiz.answer") + "###on";
    const auto wide = [](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str(), nullptr, true).x + 2 * ImGui::GetStyle().FramePadding.x;
    };
    const float buttons = wide(leave) + (quizzing.told ? wide(on) + px(8) : 0);
    ImGui::AlignTextToFramePadding();
    const float left = ImGui::GetCursorPosX();
    ImGui::TextDisabled("%s", place.c_str());
    ImGui::SameLine(left + width - buttons);
    if (quizzing.told) {
        if (button(on.c_str(), true)) {
            next_question(session);
            return false;
        }
        ImGui::SameLine(0, px(8));
    }
    if (!button(leave.c_str())) return true;
    leave_quiz(session);
    return false;
}

void question(Session& session, float width) {
    const bool cramped = is_cramped(width);
    Quizzing& quizzing = session.quizzing;
    const Asked asked = *shown_question(quizzing);
    const QuizQuestion& what = question_of(*quizzing.quiz, asked);
    words(cramped ? type().title : type().display, palette::now().text,
          told(*quizzing.quiz, asked, session.stage.model), width);
    space(2);
    if (quizzing.awaiting) return words(type().body, palette::now().muted, say("quiz.wait"), width);
    if (quizzing.told) return verdict(session, width);
    if (what.kind != QuestionKind::find)
        choices(session, width);
    else
        hint(session, width);
}

} // namespace

void quiz_panel(Session& session, const Area& area) {
    const float side = area.width > px(700) ? px(32) : px(16);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {side, px(12)});
    begin_panel("##quiz", area, palette::now().panel);
    ImGui::PopStyleVar();
    hairline(area.x, area.y, area.x + area.width, area.y);
    const float width = ImGui::GetContentRegionAvail().x;
    if (head(session, width)) {
        // A question that was scrolled leaves the next one at its beginning.
        ImGui::PushID(int(session.quizzing.at * 2 + (session.quizzing.told ? 1 : 0)));
        ImGui::BeginChild("##question", {0, 0}, false, ImGuiWindowFlags_NoNav);
        question(session, std::min(ImGui::GetContentRegionAvail().x - px(4), px(1160)));
        ImGui::EndChild();
        ImGui::PopID();
    }
    ImGui::End();
}

} // namespace spinescope::app
