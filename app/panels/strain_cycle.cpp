// The cycle of repetition as a loop, with the numbers of the moment.
#include "app/panels/strain_parts.hpp"
#include "app/percent.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace spinescope::app {

using language::say;

namespace {

struct Station {
    std::string what, value;
};

/// A part of the loop, clockwise from `from` to `to` (turns from the top), with a head at its end.
void arc(ImVec2 middle, ImVec2 radius, float from, float to, ImU32 colour, bool broken) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto point = [&](float turn) {
        const float angle = (turn - 0.25f) * 2 * std::numbers::pi_v<float>;
        return ImVec2(middle.x + radius.x * std::cos(angle), middle.y + radius.y * std::sin(angle));
    };
    constexpr int parts = 24;
    for (int i = 0; i < parts; ++i) {
        if (broken && i % 4 >= 2) continue;
        const auto at = [&](int place) { return point(from + (to - from) * float(place) / parts); };
        draw->AddLine(at(i), at(i + 1), colour, px(1.8f));
    }
    const ImVec2 tip = point(to), before = point(to - 0.02f);
    const float dx = tip.x - before.x, dy = tip.y - before.y, length = std::hypot(dx, dy);
    const ImVec2 along{dx / length * px(7), dy / length * px(7)};
    draw->AddTriangleFilled({tip.x + along.x * 0.4f, tip.y + along.y * 0.4f},
                            {tip.x - along.x - along.y * 0.6f, tip.y - along.y + along.x * 0.6f},
                            {tip.x - along.x + along.y * 0.6f, tip.y - along.y - along.x * 0.6f}, colour);
}

void station(const Station& told, ImVec2 at, float align) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto write = [&](ImFont* font, float y, ImU32 colour, const std::string& words) {
        const float width = font->CalcTextSizeA(type().small->FontSize, FLT_MAX, 0, words.c_str()).x;
        draw->AddText(font, type().small->FontSize, {at.x - align * width, y}, colour, words.c_str());
    };
    const float line = type().small->FontSize;
    write(type().small, at.y - line, palette::now().muted, told.what);
    write(type().strong, at.y + px(1), palette::now().text, told.value);
}

} // namespace

void cycle(const Session& session) {
    const Strain& strain = session.strain;
    const timeline::Course& course = shown(strain);
    const timeline::SegmentState& now = moment(strain).segment[strain.segment];
    const std::string name = mechanics::segment_name(strain.segment);
    const auto laxity = timeline::laxity_at(course, time_s(strain), strain.segment);
    const int pops = timeline::pops_today(course, time_s(strain), strain.segment);
    const bool looser = laxity.now > 0.005;
    const std::string laxer =
        looser ? say("window.days.laxer", {{"figure", language::number(100 * laxity.now, 1) + " %"}})
               : say("window.cycle.no_laxer");
    const std::string popped = pops == 0 ? say("window.cycle.not_today")
                               : pops == 1
                                   ? say("window.cycle.once_today")
                                   : say("window.cycle.times_today", {{"times", std::to_string(pops)}});
    const std::array stations{
        Station{say("window.cycle.gives_way", {{"segment", name}}), laxer},
        Station{say("window.cycle.share"), percent(double(now.share))},
        Station{say("window.cycle.pops"), popped},
        Station{say("window.cycle.again"), timeline::told_wait(wear_in_use().pop_again_s)}};

    const float width = ImGui::GetContentRegionAvail().x, height = px(150);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 middle{at.x + width / 2, at.y + height / 2};
    const ImVec2 radius{px(48), px(44)};
    const ImU32 colour = palette::now().accent, faint = palette::now().muted;
    const bool popping = pops > 0;
    constexpr float gap = 0.055f;
    arc(middle, radius, 0 + gap, 0.25f - gap, colour, false);
    arc(middle, radius, 0.25f + gap, 0.5f - gap, popping ? colour : faint, !popping);
    arc(middle, radius, 0.5f + gap, 0.75f - gap, popping ? colour : faint, !popping);
    arc(middle, radius, 0.75f + gap, 1 - gap, popping && looser ? colour : faint, !(popping && looser));
    station(stations[0], {middle.x, middle.y - radius.y - px(14)}, 0.5f);
    station(stations[1], {middle.x + radius.x + px(10), middle.y}, 0);
    station(stations[2], {middle.x, middle.y + radius.y + px(15)}, 0.5f);
    station(stations[3], {middle.x - radius.x - px(10), middle.y}, 1);
    ImGui::Dummy({width, height});
    fine_print(!popping  ? say("window.cycle.open")
               : !looser ? say("window.cycle.round")
                         : say("window.cycle.less"));
}

} // namespace spinescope::app
