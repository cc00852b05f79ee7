#include "app/commands/commands.hpp"
#include "app/commands/scenario_settings.hpp"
#include "files/staged_file.hpp"
#include "mechanics/spine_model.hpp"
#include "timeline/course.hpp"

#include <array>
#include <cstdio>

namespace spinescope::app {

namespace {

using namespace timeline;

template <typename... Values>
std::string line(const char* format, Values... values) {
    std::array<char, 256> words{};
    std::snprintf(words.data(), words.size(), format, values...);
    return words.data();
}

/// How often each joint popped.
std::array<std::pair<int, int>, mechanics::segments> pops(const Course& course) {
    std::array<std::pair<int, int>, mechanics::segments> counted{};
    for (const Moment& moment : course.moments)
        for (std::size_t i = 0; i < mechanics::segments; ++i) {
            counted[i].first += moment.segment[i].popped_left ? 1 : 0;
            counted[i].second += moment.segment[i].popped_right ? 1 : 0;
        }
    return counted;
}

std::string table(const Course& course) {
    const Moment& first = course.moments.front();
    const Moment& last = course.moments.back();
    std::string text =
        line("%s: %d repetitions in %d days\n\n", course.regimen.name.c_str(), course.repetitions, last.day);
    text += "          share of motion %   turn deg        neutral zone deg  laxity  strain of    pops kept\n"
            "segment      first     last   first    last   first    last       %  failure %   left  right\n";
    const auto counted = pops(course);
    for (std::size_t i = 0; i < mechanics::segments; ++i) {
        const SegmentState &a = first.segment[i], &b = last.segment[i];
        if (a.turn_deg == 0 && b.turn_deg == 0) continue;
        float most = 0;
        for (const Moment& moment : course.moments) most = std::max(most, moment.segment[i].share_of_failure);
        text += line("%-9s %8.1f %8.1f %7.2f %7.2f %7.2f %7.2f %7.1f  %9.0f %6d %6d\n",
                     mechanics::segment_name(i).c_str(), 100. * a.share, 100. * b.share, double(a.turn_deg),
                     double(b.turn_deg), double(a.neutral_zone_deg), double(b.neutral_zone_deg),
                     100. * b.laxity, 100. * most, counted[i].first, counted[i].second);
    }
    if (!course.happenings.empty()) text += "\n";
    for (const Happening& happening : course.happenings)
        text += line("day %3d  %s\n", 1 + int(happening.time_s / 86400), told(happening).c_str());
    return text;
}

} // namespace

void course_command(const SimulateOptions& options) {
    if (!options.sweeps.empty())
        throw UsageError{"--sweep: a regimen of days has none; give --set KEY=VALUE"};
    Regimen regimen = load_regimen(options.scenario);
    apply(regimen, options.settings);
    // A destination that cannot be written is told before the work, not after it.
    if (!options.output.empty() && options.output != "-") files::StagedFile checked(options.output);
    const Course course = lived(mechanics::installed_spine_model(), regimen);
    if (options.output == "-" || (options.output.empty() && options.format == "csv"))
        return print(csv(course));
    if (!options.output.empty()) files::write_whole(options.output, csv(course));
    print(options.format == "json" ? json(course) + "\n" : table(course));
}

} // namespace spinescope::app
