#include "app/course_tracks.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

using timeline::Course;
using timeline::Moment;
using timeline::SegmentState;

double strain(const Moment& moment, std::size_t segment) {
    return moment.loaded ? 100 * std::max(0.0, double(moment.segment[segment].share_of_failure)) : 0;
}
double laxity(const Moment& moment, std::size_t segment) {
    return 100 * double(moment.segment[segment].laxity);
}
double share(const Moment& moment, std::size_t segment) {
    return 100 * double(moment.segment[segment].share);
}

constexpr std::array table{CourseTrack{"strain", 100, strain}, CourseTrack{"laxity", 4, laxity},
                           CourseTrack{"share", 25, share}};

/// The moments that show, with one beyond either end, and where each stands on screen.
template <typename Take>
void each_on_screen(const Course& course, const Course& ruler, const RulerView& view, Take take) {
    const double from_s = timeline::ruler_time(ruler, view.begin),
                 to_s = timeline::ruler_time(ruler, view.end);
    auto begin = std::ranges::lower_bound(course.moments, from_s, {}, &Moment::time_s);
    if (begin != course.moments.begin()) --begin;
    auto end = std::ranges::upper_bound(course.moments, to_s, {}, &Moment::time_s);
    if (end != course.moments.end()) ++end;
    for (auto moment = begin; moment != end; ++moment)
        take(*moment, view.on_screen(timeline::ruler_position(ruler, moment->time_s)));
}

} // namespace

std::span<const CourseTrack> course_tracks() {
    return table;
}

Scale scale_of(const CourseTrack& track, std::span<const Course* const> courses,
               std::span<const std::size_t> segments) {
    double low = 0, high = 0;
    for (const Course* course : courses)
        for (const Moment& moment : course->moments)
            for (const std::size_t i : segments) {
                low = std::min(low, track.value(moment, i));
                high = std::max(high, track.value(moment, i));
            }
    if (low > -0.05 * track.least_span) low = 0; // a little less than at first is as at first
    return {rounded_out(low), rounded_out(std::max(high, low + track.least_span))};
}

std::vector<LinePoint> line_of(const CourseTrack& track, const Scale& scale, const Course& course,
                               std::size_t segment, const Course& ruler, const RulerView& view,
                               std::size_t columns) {
    std::vector<LinePoint> line, column;
    double of_column = -1e9;
    const auto flush = [&] {
        if (column.empty()) return;
        const auto [low, high] = std::ranges::minmax_element(column, {}, &LinePoint::height);
        line.push_back(column.front());
        for (const auto& extreme : {std::min(low, high), std::max(low, high)})
            if (extreme != column.begin() && extreme != column.end() - 1) line.push_back(*extreme);
        if (column.size() > 1) line.push_back(column.back());
        column.clear();
    };
    each_on_screen(course, ruler, view, [&](const Moment& moment, double screen) {
        const double here = std::floor(screen * double(columns));
        if (here != of_column) flush();
        of_column = here;
        const double height = scale.height(track.value(moment, segment));
        column.push_back({float(screen), float(std::clamp(height, 0.0, 1.0))});
    });
    flush();
    return line;
}

std::vector<float> pops_on_screen(const Course& course, std::size_t segment, const RulerView& view,
                                  std::size_t columns) {
    std::vector<float> places;
    double of_column = -1e9;
    each_on_screen(course, course, view, [&](const Moment& moment, double screen) {
        const SegmentState& state = moment.segment[segment];
        const double here = std::floor(screen * double(columns));
        if ((!state.popped_left && !state.popped_right) || here == of_column || screen < 0 || screen > 1)
            return;
        of_column = here;
        places.push_back(float(screen));
    });
    return places;
}

std::string value_words(const CourseTrack& track, const Moment& moment, std::size_t segment) {
    const double value = track.value(moment, segment), size = std::abs(value);
    if (size < 0.05) return "0 %";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), size < 9.95 ? "%.1f %%" : "%.0f %%", size);
    return (value < 0 ? "−" : "") + language::number(std::string(text.data()));
}

} // namespace spinescope::app
