#pragma once

#include "cavitation/spherical_bubble.hpp"
#include "cavitation/viscosity.hpp"

#include <vector>

namespace spinescope::cavitation {

/// A bubble at rest at a low pressure, which then recovers linearly in time: it shrinks, rebounds and stays
/// (Chandran Suja & Barakat 2018, Sci Rep 8:4600). The bubble is a sphere far from walls; between facets it
/// would be slower, so its sound is an upper bound.
struct Recovery {
    double R0 = 1e-3;      ///< m, radius before
    double from_Pa = 15e3; ///< around it, before
    double to_Pa = 100e3;  ///< and after
    double time_s = 1e-3;  ///< in between
};

struct CollapseSample {
    double radius_m = 0;
    double volume_rate = 0; ///< m3/s
};
/// From the beginning of the recovery, one sample every `step_s`, until `length_s`. Throws Failure for a
/// recovery that is none: every figure must be positive, the pressure before above that of vapour.
struct Collapse {
    double step_s = 5e-6;
    std::vector<CollapseSample> samples;
};
[[nodiscard]] Collapse partial_collapse(const Recovery& recovery, const Carreau& fluid, double length_s);

} // namespace spinescope::cavitation
