// A lesson's step under the scene, its click zones, and the line that tells that it waits.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
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

/// A dot a step; the present one is longer, those behind are filled.
void draw_dots(const Teaching& teaching, ImVec2 at) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const palette::Palette& colours = palette::now();
    for (std::size_t i = 0; i < teaching.lesson->steps.size(); ++i) {
        const bool here = i == teaching.step;
        const float width = px(here ? 24.0f : 9.0f), height = px(9);
        if (i <= teaching.step)
            draw.AddRectFilled(at, {at.x + width, at.y + height}, here ? colours.accent : colours.muted,
                               height / 2);
        else
            draw.AddRect(at, {at.x + width, at.y + height}, colours.muted, height / 2);
        at.x += width + px(6);
    }
}

float width_of_dots(const Teaching& teaching) {
    return px(15) * float(teaching.lesson->steps.size()) + px(15);
}

/// What a step rests on: as in running text, and in full.
struct Sources {
    std::string brief, full;
};

Sources sources_of(const Session& session, const LessonStep& step) {
    Sources sources;
    for (const std::string& key : step.sources) {
        if (!session.guidance.citation.knows(key)) continue;
        sources.brief +=
            (sources.brief.empty() ? "" : "; ") + cited_briefly(session.guidance.citation, key).str();
        sources.full += (sources.full.empty() ? "" : "\n") + cited(session.guidance.citation, key).str();
    }
    return sources;
}

void say_step(Session& session, float width) {
    Teaching& teaching = session.teaching;
    const Lesson& lesson = *teaching.lesson;
    const LessonStep& step = step_in_use(teaching);
    words(type().display, palette::now().text, title_of(lesson, step), width);
    space(1);
    words(type().large, palette::now().text, text_of(lesson, step), width);
    const std::string question = question_of(lesson, step);
    if (!question.empty()) {
        space(1);
        words(type().large, palette::now().accent, question, width);
        const std::string answer = answer_of(lesson, step);
        if (teaching.answer && !answer.empty())
            words(type().large, palette::now().text, answer, width);
        else if (!answer.empty() &&
                 button((with_key(say("teach.show_answer"), "keys.lesson.answer") + "###answer").c_str()))
            teaching.answer = true;
    }
    if (const Sources sources = sources_of(session, step); !sources.brief.empty()) {
        words(type().small, palette::now().muted, say("teach.sources", {{"sources", sources.brief}}), width);
        tooltip(sources.full);
    }
}

/// Which step, how long already, and the way on.
void steer(Session& session, float width) {
    Teaching& teaching = session.teaching;
    const std::size_t count = teaching.lesson->steps.size();
    const float right = ImGui::GetCursorPosX() + width;
    const auto to_the_right = [&](float wide) { ImGui::SetCursorPosX(std::max(0.0f, right - wide)); };
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    draw_dots(teaching, {corner.x + width - width_of_dots(teaching), corner.y + px(4)});
    ImGui::Dummy({1, px(16)});
    const std::string place = say("teach.step_of", {{"step", std::to_string(teaching.step + 1)},
                                                    {"count", std::to_string(count)},
                                                    {"minutes", std::to_string(teaching.minutes)}});
    to_the_right(ImGui::CalcTextSize(place.c_str()).x);
    ImGui::TextDisabled("%s", place.c_str());
    space(2);
    const std::string back = say("teach.back") + std::string("###back"),
                      on = say(teaching.step + 1 < count ? "teach.next" : "teach.finish") +
                           std::string("###next");
    const float pad = 2 * ImGui::GetStyle().FramePadding.x;
    const float wide = ImGui::CalcTextSize(back.c_str(), nullptr, true).x +
                       ImGui::CalcTextSize(on.c_str(), nullptr, true).x + 2 * pad + px(8);
    const bool last = teaching.step + 1 == count;
    const std::string quiz = say("quiz.button") + std::string("###quiz");
    const float quiz_wide = ImGui::CalcTextSize(quiz.c_str(), nullptr, true).x + pad + px(8);
    const bool quizzed = last && has_quiz(teaching.lesson->name), beside = wide + quiz_wide <= width;
    to_the_right(wide + (quizzed && beside ? quiz_wide : 0));
    if (button(back.c_str())) go_on(session, -1);
    tooltip(say("keys.lesson.back"), "keys.lesson.back");
    ImGui::SameLine(0, px(8));
    const auto take_quiz = [&] {
        if (button(quiz.c_str())) open_quiz(session, teaching.lesson->name, any_seed());
        return quizzes(session.quizzing);
    };
    if (quizzed && beside) {
        if (take_quiz()) return;
        ImGui::SameLine(0, px(8));
    }
    if (button(on.c_str(), true)) return last ? leave_lesson(session) : go_on(session, 1);
    last ? tooltip(say("keys.lesson.leave"), "keys.lesson.leave")
         : tooltip(say("keys.lesson.on"), "keys.lesson.on");
    if (!quizzed || beside) return;
    to_the_right(quiz_wide - px(8));
    (void)take_quiz();
}

/// An edge of the scene that turns the page when it is clicked; an arrow tells so under the pointer.
void click_zone(Session& session, const char* name, const Area& area, int direction) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    if (ImGui::InvisibleButton("##turn", {area.width, area.height})) go_on(session, direction);
    const ImVec2 centre{area.x + area.width / 2, area.y + area.height / 2};
    const float r = px(9), d = float(direction);
    const ImU32 colour = ImGui::IsItemHovered() ? palette::now().accent : palette::now().muted;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddLine({centre.x - d * r * 0.5f, centre.y - r}, {centre.x + d * r * 0.5f, centre.y}, colour, px(3));
    draw.AddLine({centre.x + d * r * 0.5f, centre.y}, {centre.x - d * r * 0.5f, centre.y + r}, colour, px(3));
    ImGui::End();
}

} // namespace

void lesson_panel(Session& session, const Area& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(32), px(16)});
    begin_panel("##lesson", area, palette::now().panel);
    ImGui::PopStyleVar();
    hairline(area.x, area.y, area.x + area.width, area.y);
    const float room = ImGui::GetContentRegionAvail().x,
                side = std::max(px(210), width_of_dots(session.teaching));
    const float wide = std::min(room - side - px(24), px(1040));
    ImGui::BeginChild("##step", {wide, 0}, false, ImGuiWindowFlags_NoNav);
    say_step(session, wide - px(8));
    ImGui::EndChild();
    if (teaches(session.teaching)) {
        ImGui::SameLine(area.width - px(32) - side);
        ImGui::BeginChild("##steer", {side, 0}, false, ImGuiWindowFlags_NavFlattened);
        steer(session, side);
        ImGui::EndChild();
    }
    ImGui::End();
}

float lesson_zone_width() {
    return px(54);
}

void lesson_zones(Session& session, const Area& scene) {
    const float width = lesson_zone_width(), height = scene.height * 0.5f,
                top = scene.y + scene.height * 0.2f;
    click_zone(session, "##zone-back", {.x = scene.x, .y = top, .width = width, .height = height}, -1);
    click_zone(session, "##zone-on",
               {.x = scene.x + scene.width - width, .y = top, .width = width, .height = height}, 1);
}

void lesson_waits(Session& session, const Area& scene) {
    const Teaching& teaching = session.teaching;
    const std::string words =
        say("teach.paused", {{"step", std::to_string(teaching.step + 1)},
                             {"title", title_of(*teaching.lesson, step_in_use(teaching))}});
    ImGui::SetNextWindowPos({scene.x + scene.width / 2, scene.y + scene.height - px(14)}, ImGuiCond_Always,
                            {0.5f, 1});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().accent_soft);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(16), px(8)});
    ImGui::Begin("##lesson-waits", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.c_str());
    ImGui::SameLine(0, px(14));
    if (button((with_key(say("teach.resume"), "keys.lesson.resume") + "###resume").c_str(), true))
        resume_lesson(session);
    ImGui::SameLine(0, px(6));
    if (button((with_key(say("teach.leave"), "keys.lesson.leave") + "###leave").c_str()))
        leave_lesson(session);
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
}

} // namespace spinescope::app
