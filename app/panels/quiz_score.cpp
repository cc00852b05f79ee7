// The score of a quiz, and what to look at again.
#include "app/panels/panels.hpp"
#include "app/panels/quiz_parts.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <string>

namespace spinescope::app {

using language::say;

namespace {

/// A missed question with its answers, and the ways back to it. Returns false when the quiz is left.
bool missed_question(Session& session, std::size_t place, float width) {
    Quizzing& quizzing = session.quizzing;
    const Quiz& quiz = *quizzing.quiz;
    const Asked& asked = quiz.asked[place];
    const QuizQuestion& question = question_of(quiz, asked);
    const palette::Palette& colours = palette::now();
    ImGui::PushID(int(place));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float sign = px(16);
    draw_verdict(*ImGui::GetWindowDrawList(), false, {at.x, at.y + px(3)}, sign, colours.warm);
    ImGui::SetCursorScreenPos({at.x + sign + px(10), at.y});
    ImGui::BeginGroup();
    const float wide = width - sign - px(10);
    words(type().strong, colours.text, told(quiz, asked, session.stage.model), wide);
    words(type().body, colours.muted, say("quiz.your_answer", {{"answer", quiz.given[place].answer}}), wide);
    words(type().body, colours.text,
          say("quiz.right_is", {{"answer", told_choice(quiz, asked, asked.right, session.stage.model)}}),
          wide);
    if (button((std::string(say("quiz.look")) + "###look").c_str(), quizzing.looked == place))
        look_again(session, place);
    bool stays = true;
    if (!question.step.empty() && !quiz.set.lesson.empty()) {
        ImGui::SameLine(0, px(8));
        if (button((std::string(say("quiz.to_lesson")) + "###lesson").c_str())) {
            try {
                to_lesson(session, place);
                stays = false;
            } catch (const std::exception& failure) {
                report(session, failure);
            }
        }
    }
    ImGui::EndGroup();
    ImGui::PopID();
    if (stays) space(6);
    return stays;
}

/// Again, another, the results, out. Returns false when the quiz is another one now.
bool actions(Session& session, float width) {
    Quizzing& quizzing = session.quizzing;
    const std::string set = quizzing.quiz->set.file;
    const std::uint64_t seed = quizzing.quiz->seed;
    const auto worded = [](const char* words, const char* rest) { return std::string(words) + rest; };
    const float end = ImGui::GetCursorScreenPos().x + width;
    const auto beside = [&](const std::string& next) {
        const float wide =
            ImGui::CalcTextSize(next.c_str(), nullptr, true).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (ImGui::GetItemRectMax().x + px(8) + wide < end) ImGui::SameLine(0, px(8));
    };
    const std::string save = with_key(say("quiz.save"), "keys.quiz.save") + "###save",
                      again = worded(say("quiz.same_again"), "###again"),
                      another = worded(say("quiz.another"), "###another"),
                      leave = with_key(say("quiz.leave"), "keys.quiz.leave") + "###leave";
    if (button(save.c_str(), quizzing.saved.empty())) save_results(session);
    beside(again);
    const bool wants_again = button(again.c_str());
    beside(another);
    const bool wants_another = button(another.c_str());
    beside(leave);
    const bool wants_out = button(leave.c_str());
    ImGui::SetNextItemWidth(std::min(width, px(300)));
    ImGui::InputTextWithHint("##pupil", say("quiz.pupil"), quizzing.pupil.data(), quizzing.pupil.size());
    if (!quizzing.saved.empty())
        words(type().body, palette::now().text, say("quiz.saved", {{"file", quizzing.saved}}), width);
    words(type().small, palette::now().muted, say("quiz.number", {{"seed", std::to_string(seed)}}), width);
    try {
        if (wants_again) open_quiz(session, set, seed);
        if (wants_another) open_quiz(session, set, any_seed());
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    if (wants_out) leave_quiz(session);
    return !wants_again && !wants_another && !wants_out;
}

} // namespace

void quiz_score(Session& session, const Area& area) {
    const float side = area.width > px(700) ? px(32) : px(16);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {side, px(16)});
    begin_panel("##score", area, palette::now().panel);
    ImGui::PopStyleVar();
    hairline(area.x, area.y, area.x + area.width, area.y);
    ImGui::BeginChild("##words", {0, 0}, false, ImGuiWindowFlags_NavFlattened); // it scrolls, visibly
    const Quiz& quiz = *session.quizzing.quiz;
    const float width = std::min(ImGui::GetContentRegionAvail().x - px(8), px(1160));
    words(type().small, palette::now().muted, title_of(quiz.set), width);
    words(type().display, palette::now().text,
          say("quiz.score",
              {{"right", std::to_string(score(quiz))}, {"count", std::to_string(quiz.asked.size())}}),
          width);
    bool stays = actions(session, width);
    if (stays) {
        space(6);
        const std::vector<std::size_t> places = missed(quiz);
        words(type().title, palette::now().text, say(places.empty() ? "quiz.all_right" : "quiz.look_again"),
              width);
        space(4);
        for (const std::size_t place : places) {
            stays = stays && missed_question(session, place, width);
            if (!stays) break;
        }
    }
    ImGui::EndChild();
    ImGui::End();
}

} // namespace spinescope::app
