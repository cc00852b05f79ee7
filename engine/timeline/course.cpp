#include "timeline/course.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

constexpr double day_s = 86400;
/// Of a day's width on the ruler; the night has the rest.
constexpr double busy_part = 0.8;

double days_of(const Course& course) {
    return course.moments.empty() ? 1 : course.moments.back().day; // the morning after is its night's end
}

/// From the first repetition of a day to its last look.
double busy_end_s(const Course& course, double day) {
    double end = 0;
    for (auto at = std::ranges::lower_bound(course.moments, day * day_s, {}, &Moment::time_s);
         at != course.moments.end() && at->time_s < (day + 1) * day_s; ++at)
        if (at->loaded) end = at->time_s - day * day_s;
    return end > 0 && end < 0.98 * day_s ? end : 0.6 * day_s;
}

} // namespace

const Moment& at(const Course& course, double time_s) {
    const auto after = std::ranges::upper_bound(course.moments, time_s, {}, &Moment::time_s);
    return after == course.moments.begin() ? course.moments.front() : *(after - 1);
}

double ruler_position(const Course& course, double time_s) {
    const double days = days_of(course);
    const double day = std::clamp(std::floor(time_s / day_s), 0.0, days - 1);
    const double since = std::clamp(time_s - day * day_s, 0.0, day_s);
    const double busy = busy_end_s(course, day);
    const double part = since <= busy ? busy_part * since / busy
                                      : busy_part + (1 - busy_part) * (since - busy) / (day_s - busy);
    return (day + part) / days;
}

double ruler_time(const Course& course, double position) {
    const double days = days_of(course);
    const double along = std::clamp(position, 0.0, 1.0) * days;
    const double day = std::min(std::floor(along), days - 1), part = along - day;
    const double busy = busy_end_s(course, day);
    const double since = part <= busy_part ? part / busy_part * busy
                                           : busy + (part - busy_part) / (1 - busy_part) * (day_s - busy);
    return day * day_s + since;
}

} // namespace spinescope::timeline
