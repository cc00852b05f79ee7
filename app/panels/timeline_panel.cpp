// The ruler over eight orders of magnitude, its chapters, tracks and playhead.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

using cavitation::Sample;

struct Track {
    const char* name;
    const char* unit;
    ImU32 palette::Palette::*colour;
    double
        span; ///< the least that fills the track's height, so that next to nothing looks like next to nothing
    double (*value)(const Sample&);
};

double dissolved_nmol(const Sample& s) {
    double sum = 0;
    for (const double mol : s.dissolved_mol) sum += mol;
    return sum * 1e9;
}

constexpr std::array tracks{
    Track{"Gap", "mm", &palette::Palette::gap, 0.5, [](const Sample& s) { return s.gap_m * 1e3; }},
    Track{"Pressure", "kPa", &palette::Palette::pressure, 150,
          [](const Sample& s) { return s.pressure_Pa * 1e-3; }},
    Track{"Cavity", "mm³", &palette::Palette::cavity, 60, [](const Sample& s) { return s.cavity_m3 * 1e9; }},
    Track{"Dissolved gas", "nmol", &palette::Palette::gas, 20, dissolved_nmol},
    Track{"Sound", "Pa", &palette::Palette::sound, 0.01, [](const Sample& s) { return s.sound_Pa; }},
};

/// The tracks as lines across the ruler; made again only when the trace or the width changes.
struct Lines {
    int of = -1; ///< Session::trace_version
    std::size_t columns = 0;
    std::array<std::vector<float>, tracks.size()> heights; ///< 0 bottom, 1 top

    void make(const Session& session, std::size_t width) {
        const timeline::Trace& trace = session.trace;
        if (of == session.trace_version && columns == width) return;
        of = session.trace_version;
        columns = width;
        for (std::size_t t = 0; t < tracks.size(); ++t) {
            std::vector<double> values(width);
            for (std::size_t i = 0; i < width; ++i)
                values[i] = tracks[t].value(
                    timeline::at(trace, timeline::ruler_time(trace, double(i) / double(width - 1))));
            const auto [low, high] = std::ranges::minmax(values);
            const double span = std::max(high - low, tracks[t].span);
            heights[t].resize(width);
            for (std::size_t i = 0; i < width; ++i) heights[t][i] = float((values[i] - low) / span);
        }
    }
};

void triangle_button(Session& session, const char* id, const char* hint, int shape) {
    const float size = px(28);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, {size, size});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetTooltip("%s", hint);
    const ImU32 colour = hovered ? palette::now().accent : palette::now().text;
    const ImVec2 m{at.x + size / 2, at.y + size / 2};
    const float r = px(7);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (shape == 0 && session.playback.playing) {
        draw->AddRectFilled({m.x - r, m.y - r}, {m.x - r * 0.25f, m.y + r}, colour, px(1.5f));
        draw->AddRectFilled({m.x + r * 0.25f, m.y - r}, {m.x + r, m.y + r}, colour, px(1.5f));
    } else if (shape == 0) {
        draw->AddTriangleFilled({m.x - r * 0.7f, m.y - r}, {m.x + r, m.y}, {m.x - r * 0.7f, m.y + r}, colour);
    } else {
        const float d = shape > 0 ? 1.0f : -1.0f;
        draw->AddTriangleFilled({m.x - d * r * 0.7f, m.y - r * 0.8f}, {m.x + d * r * 0.5f, m.y},
                                {m.x - d * r * 0.7f, m.y + r * 0.8f}, colour);
        draw->AddRectFilled({m.x + d * r * 0.7f - px(1), m.y - r * 0.8f},
                            {m.x + d * r * 0.7f + px(1), m.y + r * 0.8f}, colour);
    }
    if (!pressed) return;
    if (shape == 0)
        toggle_play(session);
    else
        step(session, shape);
}

void controls(Session& session) {
    triangle_button(session, "##back", "Event before  (Left)", -1);
    ImGui::SameLine(0, 0);
    triangle_button(session, "##play", session.playback.playing ? "Pause  (Space)" : "Play  (Space)", 0);
    ImGui::SameLine(0, 0);
    triangle_button(session, "##next", "Next event  (Right)", 1);
    ImGui::SameLine(0, px(12));
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(type().strong);
    const timeline::Trace& trace = session.trace;
    ImGui::TextUnformatted(trace.title.c_str());
    ImGui::PopFont();
    ImGui::SameLine(0, px(14));
    std::string clock = "t = " + clock_words(clock_s(session));
    if (const std::string words = rate_words(rate(session.playback, trace)); !words.empty())
        clock += "  ·  " + words;
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().muted);
    ImGui::TextUnformatted(clock.c_str());
    ImGui::PopStyleColor();

    char speed[32];
    std::snprintf(speed, sizeof speed, "Speed ×%g", session.playback.speed);
    const char* sound = session.sound ? "Sound on" : "Sound off";
    const float width = ImGui::CalcTextSize(speed).x + ImGui::CalcTextSize(sound).x + px(60);
    ImGui::SameLine(ImGui::GetContentRegionMax().x - width);
    if (button(speed))
        session.playback.speed = session.playback.speed >= 4 ? 0.25 : session.playback.speed * 2;
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("Faster with Up, slower with Down");
    ImGui::SameLine();
    if (button(sound)) session.sound = !session.sound;
}

void chapters(const timeline::Trace& trace, const Area& ruler, double position) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    for (const timeline::Chapter& chapter : trace.chapters) {
        const double begin = timeline::ruler_position(trace, chapter.begin_s);
        const ImVec2 from{ruler.x + float(begin) * ruler.width + px(1.5f), ruler.y};
        const ImVec2 to{ruler.x + float(begin + chapter.width) * ruler.width - px(1.5f),
                        ruler.y + ruler.height};
        const bool here = position >= begin && position <= begin + chapter.width;
        draw->AddRectFilled(from, to, here ? palette::now().accent_soft : palette::now().raised, px(5));
        std::string words = chapter.title + " · " + clock_words(chapter.end_s - chapter.begin_s);
        if (ImGui::CalcTextSize(words.c_str()).x > to.x - from.x - px(14)) words = chapter.title;
        draw->PushClipRect(from, {to.x - px(6), to.y}, true);
        draw->AddText({from.x + px(9), from.y + (ruler.height - ImGui::GetTextLineHeight()) / 2},
                      here ? palette::now().text : palette::now().muted, words.c_str());
        draw->PopClipRect();
    }
    ImGui::PopFont();
}

/// A track's value with as many digits as its scale deserves.
std::string number(const Track& track, const Sample& sample) {
    const double value = track.value(sample), size = std::abs(value);
    if (size < track.span * 1e-4) return "0";
    char text[32];
    std::snprintf(text, sizeof text, size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.2g", value);
    return text;
}

} // namespace

void timeline_panel(Session& session, const Area& area) {
    begin_panel("##timeline", area, palette::now().panel);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    hairline(area.x, area.y, area.x + area.width, area.y);
    const timeline::Trace& trace = session.trace;
    if (trace.samples.empty()) {
        body("Working out the pop…");
        ImGui::End();
        return;
    }
    controls(session);

    const float names = px(156);
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const Area ruler{.x = cursor.x + names,
                     .y = cursor.y,
                     .width = area.x + area.width - px(22) - cursor.x - names,
                     .height = px(24)};
    chapters(trace, ruler, session.playback.position);

    static Lines lines;
    lines.make(session, std::size_t(std::max(64.0f, ruler.width / 1.5f)));
    const Sample now = instant(session);
    const float top = ruler.y + ruler.height + px(12), bottom = area.y + area.height - px(12);
    const float pitch = (bottom - top) / float(tracks.size());
    std::vector<ImVec2> points(lines.columns);
    ImGui::PushFont(type().small);
    for (std::size_t t = 0; t < tracks.size(); ++t) {
        const float base = top + pitch * float(t + 1) - px(5), height = pitch - px(9);
        for (std::size_t i = 0; i < lines.columns; ++i)
            points[i] = {ruler.x + ruler.width * float(i) / float(lines.columns - 1),
                         base - height * lines.heights[t][i]};
        draw->AddPolyline(points.data(), int(points.size()), palette::now().*tracks[t].colour, 0, px(1.4f));
        const float middle = base - height / 2 - ImGui::GetTextLineHeight() / 2;
        draw->AddText({cursor.x, middle}, palette::now().*tracks[t].colour, tracks[t].name);
        const std::string value = number(tracks[t], now) + " " + tracks[t].unit;
        draw->AddText({ruler.x - px(12) - ImGui::CalcTextSize(value.c_str()).x, middle}, palette::now().text,
                      value.c_str());
    }
    for (const timeline::Event& event : trace.events) {
        const float x = ruler.x + float(timeline::ruler_position(trace, event.time_s)) * ruler.width;
        draw->AddLine({x, top - px(4)}, {x, bottom}, palette::rgb(0xFFFFFF, 34));
    }
    ImGui::PopFont();

    // The whole ruler can be dragged.
    ImGui::SetCursorScreenPos({ruler.x, ruler.y});
    ImGui::InvisibleButton("##scrub", {ruler.width, bottom - ruler.y});
    const double under = std::clamp(double((ImGui::GetMousePos().x - ruler.x) / ruler.width), 0.0, 1.0);
    if (ImGui::IsItemActive()) {
        session.playback.playing = false;
        session.playback.position = under;
    }
    if (ImGui::IsItemDeactivated()) session.log("scrubbed to " + clock_words(clock_s(session)));
    if (ImGui::IsItemHovered() && !ImGui::IsItemActive()) {
        const double time = timeline::ruler_time(trace, under);
        const Sample there = timeline::at(trace, time);
        ImGui::BeginTooltip();
        for (const timeline::Event& event : trace.events)
            if (std::abs(timeline::ruler_position(trace, event.time_s) - under) * ruler.width < px(5))
                ImGui::TextUnformatted(event.name.c_str());
        ImGui::TextUnformatted(clock_words(time).c_str());
        for (const Track& track : tracks)
            ImGui::TextDisabled("%s  %s %s", track.name, number(track, there).c_str(), track.unit);
        ImGui::EndTooltip();
    }
    const float x = ruler.x + float(session.playback.position) * ruler.width;
    draw->AddLine({x, ruler.y - px(2)}, {x, bottom}, palette::now().text, px(1.6f));
    draw->AddCircleFilled({x, ruler.y - px(3)}, px(5), palette::now().text);
    ImGui::End();
}

} // namespace spinescope::app
