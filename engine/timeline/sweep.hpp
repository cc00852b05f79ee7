#pragma once

#include "timeline/scenario.hpp"

#include <span>

namespace spinescope::timeline {

/// A key of a scenario and the values it takes, evenly spaced or in even ratios, both ends included.
struct SweepAxis {
    std::string key;
    double from = 0, to = 0; ///< in the key's unit
    int count = 1;
    bool logarithmic = false;
};

/// What one point of a sweep came to.
struct SweepPoint {
    std::vector<double> values; ///< of every axis
    Outcome outcome;
    std::size_t pops = 0; ///< joints that popped
    std::string fault;    ///< why this point could not be solved; empty: it was
};

/// Every value of an axis, in order. Throws Failure for fewer than one value, ends that are no numbers, or a
/// logarithmic axis that is not above zero.
[[nodiscard]] std::vector<double> values(const SweepAxis& axis);

/// Solves the scenario at every point of the grid that the axes span, the last axis running fastest, on every
/// core; each point is what solve() gives, bit for bit. Throws Failure naming the key for an axis that does
/// not exist or leaves its range; a point whose numbers fit their ranges but describe no pull tells its fault
/// and stays in the list.
[[nodiscard]] std::vector<SweepPoint> sweep(const Scenario& scenario, std::span<const SweepAxis> axes);

/// One line a point.
[[nodiscard]] std::string sweep_table(std::span<const SweepAxis> axes, std::span<const SweepPoint> points);
[[nodiscard]] std::string sweep_csv(std::span<const SweepAxis> axes, std::span<const SweepPoint> points);
[[nodiscard]] std::string sweep_json(std::span<const SweepAxis> axes, std::span<const SweepPoint> points);

} // namespace spinescope::timeline
