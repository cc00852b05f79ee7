#include "app/panels/curve.hpp"

#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

std::string scale_number(double value) {
    char words[32];
    std::snprintf(words, sizeof words, "%g", std::abs(value));
    return (value < 0 ? "−" : "") + language::number(std::string(words));
}

} // namespace

std::vector<ImVec2> on_screen(const std::vector<LinePoint>& line, const Area& track) {
    std::vector<ImVec2> points;
    points.reserve(line.size());
    for (const LinePoint& point : line)
        points.push_back({track.x + track.width * point.screen, track.y + track.height * (1 - point.height)});
    return points;
}

void draw_curve(const std::vector<ImVec2>& points, ImU32 colour, float thickness, Dash broken) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (broken.dash <= 0) {
        draw->AddPolyline(points.data(), int(points.size()), colour, 0, thickness);
        return;
    }
    const float dash = px(broken.dash), gap = px(broken.gap);
    float along = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        ImVec2 from = points[i - 1];
        const ImVec2 to = points[i];
        float left = std::hypot(to.x - from.x, to.y - from.y);
        while (left > 1e-3f) {
            const bool drawn = along < dash;
            const float step = std::min(left, (drawn ? dash : dash + gap) - along);
            const float share = step / left;
            const ImVec2 next{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
            if (drawn) draw->AddLine(from, next, colour, thickness);
            from = next;
            left -= step;
            along += step;
            if (along >= dash + gap - 1e-3f) along = 0;
        }
    }
}

const char* track_name(const char* track, float room) {
    const char* name = language::say(std::string("window.track.long.") + track);
    return ImGui::CalcTextSize(name).x <= room ? name
                                               : language::say(std::string("window.track.short.") + track);
}

void right_aligned(float right, float y, ImU32 colour, const char* words) {
    ImGui::GetWindowDrawList()->AddText({right - ImGui::CalcTextSize(words).x, y}, colour, words);
}

void scale_words(const Scale& scale, const Area& area, ImU32 colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float line = px(11.5f), left = area.x + area.width + px(6);
    const auto write = [&](double value, float y) {
        draw->AddText(type().small, line, {left, y}, colour, scale_number(value).c_str());
    };
    const float bottom = area.y + area.height, zero = area.y + area.height * float(1 - scale.height(0));
    draw->AddLine({area.x, bottom}, {area.x + area.width, bottom}, palette::now().hairline);
    if (scale.low < 0) {
        for (float x = area.x; x < area.x + area.width; x += px(8))
            draw->AddLine({x, zero}, {x + px(3), zero}, palette::now().muted);
    }
    if (area.height < line * 1.8f) { // room for one of them
        write(scale.high, area.y + (area.height - line) / 2);
        return;
    }
    write(scale.high, area.y - line * 0.3f);
    write(scale.low, bottom - line * 0.7f);
    if (scale.low < 0 && zero - line * 0.5f > area.y + line * 0.8f &&
        zero + line * 0.5f < bottom - line * 0.8f)
        write(0, zero - line / 2);
}

} // namespace spinescope::app
