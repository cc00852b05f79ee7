// The timeline's curves and the events that cross them.
#include "app/event_names.hpp"
#include "app/panels/curve.hpp"
#include "app/panels/timeline_parts.hpp"
#include "app/panels/tooltip.hpp"
#include "app/tracks.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

constexpr std::array colours{&palette::Palette::gap, &palette::Palette::pressure, &palette::Palette::cavity,
                             &palette::Palette::gas, &palette::Palette::sound};

/// The curves as they are drawn, kept until something about them changes.
struct Curves {
    struct Made {
        int trace = -1, ruler = -1; ///< versions of the Session
        RulerView view;
        std::size_t columns = 0;
        bool operator==(const Made&) const = default;
    };
    Made made;
    std::array<Scale, colours.size()> scales;
    std::array<std::vector<LinePoint>, colours.size()> lines, others;

    void make(const Session& session, float width) {
        const Made wanted{.trace = session.trace_version,
                          .ruler = session.ruler_version,
                          .view = session.ruler,
                          .columns = std::size_t(std::max(64.0f, width / 1.5f))};
        if (made == wanted) return;
        made = wanted;
        const timeline::Trace* other = session.other ? &*session.other : nullptr;
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const Track& track = tracks()[i];
            scales[i] = scale_of(track, session.trace, other);
            const auto line = [&](const timeline::Trace& trace) {
                return line_of(track, scales[i], trace, session.trace, session.ruler, wanted.columns);
            };
            lines[i] = line(session.trace);
            others[i] = other != nullptr ? line(*other) : std::vector<LinePoint>();
        }
    }
};

/// The sound track's name opens its waveform and spectrum.
void sound_link(Session& session, ImVec2 at, const char* name, ImU32 colour) {
    const ImVec2 size = ImGui::CalcTextSize(name);
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, colour);
    ImGui::SetCursorScreenPos({at.x, at.y - px(3)});
    if (ImGui::InvisibleButton("##sound", {size.x + px(8), size.y + px(6)})) toggle_sound_view(session);
    if (!ImGui::IsItemHovered()) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltip(say("window.timeline.sound_link"), "keys.time.sound");
}

} // namespace

void timeline_tracks(Session& session, const Area& plot, float names_left) {
    static Curves curves;
    curves.make(session, plot.width);
    const cavitation::Sample now = instant(session);
    const double time_s = clock_s(session);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    const float pitch = plot.height / float(tracks().size()), line = ImGui::GetTextLineHeight();
    for (std::size_t i = 0; i < tracks().size(); ++i) {
        const Track& track = tracks()[i];
        const ImU32 colour = palette::now().*colours[i];
        const Area area{.x = plot.x,
                        .y = plot.y + pitch * float(i) + px(3),
                        .width = plot.width,
                        .height = pitch - px(9)};
        scale_words(curves.scales[i], area, colour);
        draw->PushClipRect({area.x, area.y - px(3)}, {area.x + area.width, area.y + area.height + px(3)},
                           true);
        draw_curve(on_screen(curves.others[i], area), palette::now().text, px(1.2f), dashes);
        draw_curve(on_screen(curves.lines[i], area), colour, px(1.7f));
        draw->PopClipRect();

        const float middle = area.y + area.height / 2, right = plot.x - px(12);
        const bool two = session.other && pitch >= 2 * line;
        const float first = two ? middle - line : middle - line / 2;
        const float figure = ImGui::CalcTextSize(value_words(track, now).c_str()).x;
        const char* name = track_name(track.name, right - px(8) - figure - names_left);
        draw->AddText({names_left, middle - line / 2}, colour, name);
        if (&track == &tracks().back()) sound_link(session, {names_left, middle - line / 2}, name, colour);
        right_aligned(right, first, palette::now().text, value_words(track, now).c_str());
        if (two) {
            const std::string words = value_words(track, timeline::at(*session.other, time_s));
            right_aligned(right, middle, palette::now().muted, words.c_str());
            const float end = right - ImGui::CalcTextSize(words.c_str()).x - px(5), y = middle + line / 2;
            for (const float x : {px(18), px(10)})
                draw->AddLine({end - x, y}, {end - x + px(5), y}, palette::now().text, px(1.2f));
        }
    }
    ImGui::PopFont();
}

void timeline_events(const Session& session, const Area& plot, float names_top, int lanes) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    std::vector<EventName> names;
    std::size_t nearest = 0;
    float nearest_distance = 1e9f;
    const float playhead = screen_x(session.ruler, plot, session.playback.position);
    for (const timeline::Event& event : session.trace.events) {
        const float x = screen_x(session.ruler, plot, timeline::ruler_position(session.trace, event.time_s));
        if (std::abs(x - playhead) < nearest_distance) {
            nearest_distance = std::abs(x - playhead);
            nearest = names.size();
        }
        names.push_back({.x = x,
                         .width = ImGui::CalcTextSize(timeline::told(event).c_str()).x + px(12),
                         .importance = importance(event.id)});
    }
    const float end = plot.x + plot.width, line = ImGui::GetTextLineHeight();
    const std::vector<NamePlace> places = place_event_names(names, nearest, plot.x, end, lanes);
    const float bottom = plot.y + plot.height;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const float x = names[i].x;
        if (x < plot.x || x > end) continue;
        const bool here = i == nearest;
        const ImU32 full = here ? palette::now().accent : palette::now().muted;
        const ImU32 colour = (full & ~IM_COL32_A_MASK) | 120u << IM_COL32_A_SHIFT;
        const float top =
            places[i].lane < 0 ? plot.y - px(2) : names_top + line * float(lanes - 1 - places[i].lane);
        draw->AddLine({x, top + px(2)}, {x, bottom}, colour, here ? px(1.6f) : px(1));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (places[i].lane < 0) continue;
        const float top = names_top + line * float(lanes - 1 - places[i].lane);
        const float left = places[i].left + (places[i].left < names[i].x ? px(6) : px(4));
        const std::string words = timeline::told(session.trace.events[i]);
        draw->AddRectFilled({left - px(2), top}, {left + names[i].width - px(8), top + line},
                            palette::now().panel);
        draw->AddText({left, top}, i == nearest ? palette::now().accent : palette::now().muted,
                      words.c_str());
    }
    ImGui::PopFont();
}

void timeline_values(const Session& session, double ruler, const Area& plot) {
    const double time_s = timeline::ruler_time(session.trace, ruler);
    // Above the timeline, so that it covers no curve.
    const float x = screen_x(session.ruler, plot, ruler);
    // Left of the place by as much of its own width as the place is from the window's left: always inside.
    ImGui::SetNextWindowPos({x, plot.y - px(6)}, ImGuiCond_Always, {x / ImGui::GetIO().DisplaySize.x, 1});
    ImGui::BeginTooltip();
    for (const timeline::Event& event : session.trace.events)
        if (std::abs(timeline::ruler_position(session.trace, event.time_s) - ruler) <
            0.006 * (session.ruler.end - session.ruler.begin)) {
            ImGui::PushStyleColor(ImGuiCol_Text, palette::now().accent);
            ImGui::TextUnformatted(timeline::told(event).c_str());
            ImGui::PopStyleColor();
        }
    ImGui::TextUnformatted(clock_words(time_s).c_str());
    const int columns = session.other ? 3 : 2;
    if (ImGui::BeginTable("##values", columns, ImGuiTableFlags_SizingFixedFit)) {
        const auto cell = [](const std::string& words, ImU32 colour) {
            ImGui::TableNextColumn();
            ImGui::PushStyleColor(ImGuiCol_Text, colour);
            ImGui::TextUnformatted(words.c_str());
            ImGui::PopStyleColor();
        };
        if (session.other) {
            cell("", palette::now().muted);
            cell(session.trace.title, palette::now().text);
            cell(say("window.timeline.dashed", {{"scenario", session.other->title.str()}}),
                 palette::now().text);
        }
        const cavitation::Sample here = timeline::at(session.trace, time_s);
        for (std::size_t i = 0; i < tracks().size(); ++i) {
            const Track& track = tracks()[i];
            cell(say(std::string("window.track.long.") + track.name), palette::now().*colours[i]);
            cell(value_words(track, here), palette::now().text);
            if (session.other)
                cell(value_words(track, timeline::at(*session.other, time_s)), palette::now().text);
        }
        ImGui::EndTable();
    }
    ImGui::EndTooltip();
}

} // namespace spinescope::app
