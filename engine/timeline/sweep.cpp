#include "timeline/sweep.hpp"

#include "anatomy/parallel.hpp"
#include "files/failure.hpp"

#include <cmath>

namespace spinescope::timeline {

namespace {

/// Points of a grid at most: half a day of work.
constexpr std::size_t most_points = 1'000'000;

} // namespace

std::vector<double> values(const SweepAxis& axis) {
    if (axis.count < 1 || static_cast<std::size_t>(axis.count) > most_points)
        throw Failure(axis.key, "cannot be swept in " + std::to_string(axis.count) + " values",
                      "ask for 1 to " + std::to_string(most_points));
    if (!std::isfinite(axis.from) || !std::isfinite(axis.to))
        throw Failure(axis.key, "is swept between ends that are no numbers", "give numbers");
    if (axis.logarithmic && !(axis.from > 0 && axis.to > 0))
        throw Failure(axis.key, "cannot be swept in even ratios from or to zero or below",
                      "give ends above zero, or leave \"log\" out");
    std::vector<double> all{axis.from};
    for (int i = 1; i < axis.count; ++i) {
        const double share = double(i) / (axis.count - 1);
        all.push_back(i == axis.count - 1 ? axis.to
                      : axis.logarithmic  ? axis.from * std::pow(axis.to / axis.from, share)
                                          : std::lerp(axis.from, axis.to, share));
    }
    return all;
}

std::vector<SweepPoint> sweep(const Scenario& scenario, std::span<const SweepAxis> axes) {
    std::vector<std::vector<double>> along;
    std::size_t count = 1;
    for (const SweepAxis& axis : axes) {
        along.push_back(values(axis));
        Scenario ends = scenario; // both ends in range, every value between is
        set(ends, axis.key, axis.from);
        set(ends, axis.key, axis.to);
        count *= along.back().size();
        if (count > most_points)
            throw Failure(axis.key, "makes too large a grid",
                          "ask for " + std::to_string(most_points) + " points at most");
    }
    std::vector<SweepPoint> points(count);
    anatomy::for_each_index(count, [&](std::size_t index) {
        SweepPoint& point = points[index];
        Scenario here = scenario;
        std::size_t rest = index;
        point.values.resize(axes.size());
        for (std::size_t a = axes.size(); a-- > 0; rest /= along[a].size()) {
            point.values[a] = along[a][rest % along[a].size()];
            set(here, axes[a].key, point.values[a]);
        }
        try {
            const Trace trace = solve(here);
            point.outcome = trace.outcome;
            point.pops = pops(trace).size();
        } catch (const Failure& failure) {
            point.fault = failure.what();
        }
    });
    return points;
}

} // namespace spinescope::timeline
