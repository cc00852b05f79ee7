// The curves of the days: strain, laxity and share of the motion, and every pop below them.
#include "app/course_tracks.hpp"
#include "app/panels/curve.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/panels/timeline_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace spinescope::app {

using language::say;

namespace {

using timeline::Course;

/// One line of the plots: a segment of the course, or one of the ways on for the chosen segment.
struct Shown {
    const Course* course = nullptr;
    std::size_t segment = 0;
    std::string name;
    bool chosen = false;
    int rank = 0; ///< for labels when there is little room; the higher the sooner
    Dash dash;
};

std::vector<Shown> shown_lines(const Strain& strain) {
    std::vector<Shown> all;
    if (strain.branches) {
        constexpr std::array patterns{dashes, Dash(), dots}; // in the order of Then
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            const auto then = static_cast<timeline::Then>(i);
            all.push_back({.course = &strain.branches->courses[i],
                           .segment = strain.segment,
                           .name = words_of(then),
                           .chosen = then == strain.followed,
                           .rank = then == strain.followed ? 2 : 1,
                           .dash = patterns[i]});
        }
    } else {
        const Course& course = shown(strain);
        for (const std::size_t i : timeline::fellows_of(course, strain.segment)) {
            const std::string_view made = timeline::told_makeup(course.regimen, i);
            const timeline::Build build = timeline::build_of(course.regimen, i);
            const bool chosen = i == strain.segment;
            all.push_back({.course = &course,
                           .segment = i,
                           .name = mechanics::segment_name(i) + (made.empty() ? "" : " " + std::string(made)),
                           .chosen = chosen,
                           .rank = chosen         ? 3
                                   : made.empty() ? 1
                                                  : 2,
                           .dash = build == timeline::Build::stiff   ? dashes
                                   : build == timeline::Build::loose ? Dash()
                                                                     : dots});
        }
    }
    std::stable_partition(all.begin(), all.end(), [](const Shown& line) { return !line.chosen; }); // on top
    return all;
}

struct Made {
    int version = -1;
    RulerView view;
    std::size_t columns = 0;
    bool operator==(const Made&) const = default;
};

/// The curves as they are drawn, kept until something about them changes.
struct Curves {
    Made made;
    std::vector<Shown> lines;
    std::vector<Scale> scales;
    std::vector<std::vector<std::vector<LinePoint>>> points; ///< by track, by line
    std::vector<std::vector<float>> pops;                    ///< by line

    void make(const Strain& strain, float width) {
        const Made wanted{.version = strain.version,
                          .view = strain.ruler,
                          .columns = std::size_t(std::max(64.0f, width / 1.5f))};
        if (made == wanted) return;
        made = wanted;
        lines = shown_lines(strain);
        std::vector<const Course*> courses;
        std::vector<std::size_t> segments;
        for (const Shown& line : lines) {
            courses.push_back(line.course);
            segments.push_back(line.segment);
        }
        if (!strain.branches) courses.resize(1);
        if (strain.branches) segments.resize(1);
        scales.clear();
        points.clear();
        pops.clear();
        for (const CourseTrack& track : course_tracks()) {
            scales.push_back(scale_of(track, courses, segments));
            auto& of_track = points.emplace_back();
            for (const Shown& line : lines)
                of_track.push_back(line_of(track, scales.back(), *line.course, line.segment, shown(strain),
                                           strain.ruler, wanted.columns));
        }
        for (const Shown& line : lines)
            pops.push_back(pops_on_screen(*line.course, line.segment, strain.ruler, wanted.columns));
    }
};

Curves curves;

ImU32 colour_of(const Shown& line) {
    return line.chosen ? palette::now().accent : palette::now().muted;
}

/// From above downward as in the spine, or in the order of Then; not with the chosen one last.
std::vector<std::size_t> by_place(const std::vector<Shown>& lines) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(lines[i].course, lines[i].segment); });
    return order;
}

/// Names at the ends of lines, moved apart; where there is no room the less important ones stay away.
void names_at_ends(const std::vector<Shown>& lines, std::vector<float> heights, float left, float top,
                   float bottom, float size) {
    const float line = size;
    std::vector<std::size_t> order = by_place(lines);
    std::ranges::stable_sort(order, [&](auto a, auto b) { return lines[a].rank > lines[b].rank; });
    order.resize(std::min(order.size(), std::size_t(std::max(1.0f, (bottom - top + px(8)) / line))));
    const auto same = by_place(lines); // what ends together stands in its usual order
    std::ranges::sort(order, {}, [&](std::size_t i) {
        return std::pair(std::lround(heights[i] / px(3)), std::ranges::find(same, i) - same.begin());
    });
    float free = top - px(4);
    for (const std::size_t i : order) {
        heights[i] = std::max(heights[i] - line / 2, free);
        free = heights[i] + line;
    }
    float limit = bottom + px(4) - line;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        heights[*i] = std::min(heights[*i], limit);
        limit = heights[*i] - line;
    }
    for (const std::size_t i : order)
        ImGui::GetWindowDrawList()->AddText(type().small, size, {left, heights[i]}, colour_of(lines[i]),
                                            lines[i].name.c_str());
}

/// Where a line is named: at the end of what shows, but at a day's last repetition and not at its night.
const timeline::Moment& last_shown(const Course& course, const RulerView& view, const Course& ruler) {
    const timeline::Moment& last = timeline::at(course, timeline::ruler_time(ruler, view.end));
    const auto loaded = std::ranges::find_if(
        course.moments.rbegin(), course.moments.rend(),
        [&](const timeline::Moment& moment) { return moment.loaded && moment.time_s <= last.time_s; });
    return loaded != course.moments.rend() && loaded->day == last.day ? *loaded : last;
}

/// The strains from which ligaments are lengthened for good.
struct Threshold {
    float top = 0, bottom = 0;
};
Threshold threshold(const Scale& scale, const Area& area) {
    const auto [low, high] = std::ranges::minmax(wear_in_use().subfailure.onset);
    const auto y = [&](double part) { return area.y + area.height * float(1 - scale.height(100 * part)); };
    const Threshold band{y(high), y(low)};
    ImGui::GetWindowDrawList()->AddRectFilled({area.x, band.top}, {area.x + area.width, band.bottom},
                                              (palette::now().warm & ~IM_COL32_A_MASK) |
                                                  44u << IM_COL32_A_SHIFT);
    return band;
}
/// Its name, over the curves.
void name_of(const Threshold& band, const Area& area) {
    if (area.height < px(34)) return;
    const char* words = say("window.days.lasts");
    const float size = px(11.5f), x = area.x + px(34), y = (band.top + band.bottom - size) / 2;
    const float width = type().small->CalcTextSizeA(size, FLT_MAX, 0, words).x;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled({x - px(4), y}, {x + width + px(4), y + size}, palette::now().panel, px(3));
    draw->AddText(type().small, size, {x, y}, palette::now().warm, words);
}

/// Highest and lowest value, small, in the plot's corner.
void ends_of(const Scale& scale, const Area& area) {
    const float size = px(11);
    const auto write = [&](double value, float y) {
        char words[24];
        std::snprintf(words, sizeof words, "%g", value);
        const float width = type().small->CalcTextSizeA(size, FLT_MAX, 0, words).x;
        ImDrawList* draw = ImGui::GetWindowDrawList();
        draw->AddRectFilled({area.x + px(2), y}, {area.x + px(6) + width, y + size}, palette::now().panel,
                            px(2));
        draw->AddText(type().small, size, {area.x + px(4), y}, palette::now().muted, words);
    };
    write(scale.high, area.y - px(2));
    if (area.height > px(30)) write(scale.low, area.y + area.height - size);
}

void pops(const Area& area, float labels) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const std::vector<std::size_t> order = by_place(curves.lines);
    const float row = area.height / float(order.size()), half = std::clamp(row * 0.36f, px(1.5f), px(5));
    std::vector<float> heights(order.size()); // by line
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::size_t i = order[place];
        const float y = heights[i] = area.y + row * (float(place) + 0.5f);
        draw->AddLine({area.x, y}, {area.x + area.width, y}, palette::now().hairline);
        for (const float screen : curves.pops[i]) {
            const float x = area.x + area.width * screen;
            draw->AddLine({x, y - half}, {x, y + half}, colour_of(curves.lines[i]), px(1.3f));
        }
    }
    names_at_ends(curves.lines, heights, labels, area.y, area.y + area.height,
                  std::clamp(row, px(10), type().small->FontSize));
}

void in_rows(const Strain& strain, double time_s, const std::vector<Shown>& lines) {
    const auto cell = [](const std::string& words, ImU32 colour) {
        ImGui::TableNextColumn();
        ImGui::PushStyleColor(ImGuiCol_Text, colour);
        ImGui::TextUnformatted(words.c_str());
        ImGui::PopStyleColor();
    };
    cell(strain.branches ? mechanics::segment_name(strain.segment) : "", palette::now().muted);
    for (const CourseTrack& track : course_tracks())
        cell(say(std::string("window.track.short.") + track.name), palette::now().muted);
    for (const std::size_t i : by_place(lines)) {
        const Shown* line = &lines[i];
        const timeline::Moment& then = timeline::at(*line->course, time_s);
        const timeline::SegmentState& state = then.segment[line->segment];
        const bool popped = state.popped_left || state.popped_right;
        cell(popped ? say("window.days.segment_pops", {{"segment", line->name}}) : line->name,
             colour_of(*line));
        for (const CourseTrack& track : course_tracks())
            cell(value_words(track, then, line->segment), palette::now().text);
    }
}

} // namespace

void course_curves(const Session& session, const Area& plot, float names_left) {
    const Strain& strain = session.strain;
    curves.make(strain, plot.width);
    ImGui::PushFont(type().small);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool room = plot.height > px(96);
    const auto rows = float(course_tracks().size() + (room ? 1 : 0));
    const float pitch = plot.height / rows, line = ImGui::GetTextLineHeight();
    const float labels = plot.x + plot.width + px(8);
    const timeline::Moment& now = moment(strain);
    const Course& shown_course = shown(strain);
    const auto named = [&](const char* name, const std::string& value, const Area& area) {
        const float middle = area.y + area.height / 2 - line / 2;
        draw->AddText({names_left, middle}, palette::now().text, name);
        right_aligned(plot.x - px(10), middle, palette::now().accent, value.c_str());
    };
    for (std::size_t t = 0; t < course_tracks().size(); ++t) {
        const CourseTrack& track = course_tracks()[t];
        const Area area{.x = plot.x,
                        .y = plot.y + pitch * float(t) + px(3),
                        .width = plot.width,
                        .height = pitch - px(11)};
        draw->AddLine({area.x, area.y + area.height}, {area.x + area.width, area.y + area.height},
                      palette::now().hairline);
        draw->PushClipRect({area.x, area.y - px(3)}, {area.x + area.width, area.y + area.height + px(3)},
                           true);
        const Threshold band = t == 0 ? threshold(curves.scales[t], area) : Threshold();
        std::vector<float> ends;
        for (std::size_t i = 0; i < curves.lines.size(); ++i) {
            const Shown& shown = curves.lines[i];
            const std::vector<ImVec2> points = on_screen(curves.points[t][i], area);
            draw_curve(points, colour_of(shown), px(shown.chosen ? 2.1f : 1.2f), shown.dash);
            const double end = curves.scales[t].height(
                track.value(last_shown(*shown.course, strain.ruler, shown_course), shown.segment));
            ends.push_back(area.y + area.height * float(1 - std::clamp(end, 0.0, 1.0)));
        }
        draw->PopClipRect();
        if (t == 0) name_of(band, area);
        ends_of(curves.scales[t], area);
        names_at_ends(curves.lines, ends, labels, area.y, area.y + area.height, type().small->FontSize);
        const std::string value = value_words(track, now, strain.segment);
        named(track_name(track.name, plot.x - names_left - px(18) - ImGui::CalcTextSize(value.c_str()).x),
              value, area);
    }
    if (room) {
        const Area area{.x = plot.x,
                        .y = plot.y + pitch * float(course_tracks().size()) + px(1),
                        .width = plot.width,
                        .height = pitch - px(3)};
        pops(area, labels);
        const int today = timeline::pops_today(shown(strain), time_s(strain), strain.segment);
        named(say("window.track.pops"), say("window.days.today", {{"count", std::to_string(today)}}), area);
    }
    ImGui::PopFont();
}

void course_values(const Session& session, double ruler, const Area& plot) {
    const Strain& strain = session.strain;
    const Course& course = shown(strain);
    const double under_s = timeline::ruler_time(course, ruler);
    const float x = screen_x(strain.ruler, plot, ruler);
    ImGui::SetNextWindowPos({x, plot.y - px(6)}, ImGuiCond_Always, {x / ImGui::GetIO().DisplaySize.x, 1});
    ImGui::BeginTooltip();
    for (const timeline::Happening& happening : course.happenings)
        if (std::abs(timeline::ruler_position(course, happening.time_s) - ruler) <
            0.006 * (strain.ruler.end - strain.ruler.begin)) {
            ImGui::PushStyleColor(ImGuiCol_Text, palette::now().accent);
            ImGui::TextUnformatted(timeline::told(happening).c_str());
            ImGui::PopStyleColor();
        }
    ImGui::TextUnformatted(timeline::story_at(course, under_s, strain.segment, wear_in_use()).title.c_str());
    if (ImGui::BeginTable("##values", 1 + int(course_tracks().size()), ImGuiTableFlags_SizingFixedFit)) {
        in_rows(strain, under_s, curves.lines);
        ImGui::EndTable();
    }
    ImGui::EndTooltip();
}

} // namespace spinescope::app
