// The exercise that the body does: a ring that breathes, how many times, how long still to hold.
#include "app/panels/panels.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <cmath>
#include <cstdio>
#include <numbers>

namespace spinescope::app {

using language::say;

namespace {

using timeline::Breath, timeline::Pace;

/// How full the lungs are, 0 to 1, breathing with the movement; while something is held at an easy pace.
double breath(const timeline::Exercise& exercise, const Pace& now) {
    const auto eased = [](double t) { return t * t * (3 - 2 * t); };
    const timeline::KeyPosture& posture = exercise.postures[now.posture];
    const double full = posture.breath == Breath::in ? 1 : 0;
    if (!now.held)
        return posture.breath == Breath::easy ? 0.5 : full > 0 ? eased(now.share) : 1 - eased(now.share);
    constexpr double easy_breath_s = 5;
    const double since = now.share * posture.hold_s;
    const double breaths =
        std::floor(posture.hold_s / easy_breath_s); // whole ones, so that it ends as it began
    if (breaths < 1) return full;
    const double swing = (1 - std::cos(2 * std::numbers::pi * since * breaths / posture.hold_s)) / 2;
    return full > 0 ? 1 - swing : swing;
}

const char* breath_line(const timeline::Exercise& exercise, const Pace& now) {
    if (now.held)
        return exercise.postures[now.posture].hold_s >= 2 ? say("window.exercise.stay_breathe")
                                                          : say("window.exercise.stay");
    switch (exercise.postures[now.posture].breath) {
    case Breath::in:
        return say("window.exercise.in");
    case Breath::out:
        return say("window.exercise.out");
    case Breath::easy:
        return say("window.exercise.easy");
    }
    return "";
}

/// A ring as wide as the lungs are full; what is left of a hold runs round it.
void ring(ImVec2 middle, float largest, double full, const Pace& now, bool playing) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float radius = largest * (0.48f + 0.52f * float(full));
    draw->AddCircle(middle, largest, palette::now().hairline, 48, px(1.5f));
    draw->AddCircleFilled(middle, radius, playing ? palette::now().accent_soft : palette::now().raised_hover,
                          48);
    draw->AddCircle(middle, radius, playing ? palette::now().accent : palette::now().muted, 48, px(1.5f));
    if (!now.held) return;
    constexpr float top = -std::numbers::pi_v<float> / 2;
    draw->PathArcTo(middle, largest, top, top + 2 * std::numbers::pi_v<float> * float(1 - now.share), 48);
    draw->PathStroke(palette::now().text, 0, px(2.5f));
    if (now.left_s < 1.5 && now.share > 0.99) return;
    const std::string left = std::to_string(int(std::ceil(now.left_s)));
    const ImVec2 size = type().strong->CalcTextSizeA(type().strong->FontSize, FLT_MAX, 0, left.c_str());
    draw->AddText(type().strong, type().strong->FontSize, {middle.x - size.x / 2, middle.y - size.y / 2},
                  palette::now().text, left.c_str());
}

std::string count(const timeline::Exercise& exercise, const Pace& now, double time_s) {
    if (exercise.repetitions > 0)
        return say("window.exercise.of",
                   {{"done", std::to_string(std::min(now.repetition, exercise.repetitions))},
                    {"all", std::to_string(exercise.repetitions)}});
    char line[32];
    std::snprintf(line, sizeof line, "%d:%02d min", int(time_s) / 60, int(time_s) % 60);
    return line;
}

} // namespace

void exercise_player(Session& session, const timeline::Exercise& exercise, float width) {
    if (session.mode != Mode::safer) return;
    ImGui::Spacing();
    const ExercisePlay& play = session.exercise;
    const bool on_stage = play.performance && play.performance->exercise.name == exercise.name;
    if (!on_stage) {
        if (play.rehearsing.busy())
            words(type().small, palette::now().muted, say("window.exercise.working"), width);
        else if (button(with_key(say("window.exercise.show"), "keys.time.play").c_str()))
            do_exercise(session, exercise.name);
        return;
    }
    const Pace now = timeline::pace(exercise, play.time_s);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float largest = px(27), side = 2 * largest + px(14);
    ring({at.x + largest, at.y + largest}, largest, breath(exercise, now), now, play.playing);
    ImGui::SetCursorScreenPos({at.x + side, at.y});
    ImGui::BeginGroup();
    words(type().strong, play.playing ? palette::now().text : palette::now().muted,
          std::string(play.playing ? breath_line(exercise, now) : say("window.exercise.paused")) + "   " +
              count(exercise, now, play.time_s),
          width - side);
    words(type().small, palette::now().muted, exercise.postures[now.posture].words, width - side);
    ImGui::EndGroup();
    const float below = std::max(ImGui::GetItemRectMax().y, at.y + 2 * largest) + px(6);
    ImGui::SetCursorScreenPos({at.x, below});
    const char* on = play.playing ? say("window.exercise.pause") : say("window.exercise.play");
    if (button(with_key(on, "keys.time.play").c_str(), play.playing)) toggle_exercise(session);
    ImGui::SameLine(0, px(4));
    if (button(with_key(say("window.exercise.stop"), "keys.window.close").c_str())) stop_exercise(session);
}

} // namespace spinescope::app
