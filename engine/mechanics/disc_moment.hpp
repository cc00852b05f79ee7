#pragma once

#include "mechanics/toe_linear.hpp"

#include <array>

namespace spinescope::mechanics {

/// How a disc resists being turned one way, without its ligaments: M = scale (m1 r + m2 r^2 + m3 r^3), N m,
/// of the angle r in degrees that is left of the turn beyond the neutral zone, as fitted to lumbar discs by
/// Han and colleagues (2010) to measurements of Heuer and colleagues (2007).
struct DiscMoment {
    std::array<double, 3> m{}; ///< N m per deg, deg^2, deg^3
    double scale = 1;
    double neutral_zone_deg = 0;        ///< half-way through which a quarter of it counts
    double neutral_zone_resistance = 0; ///< part of m1 that holds even there
};

/// At an angle x >= 0 that way, rad: energy J, moment N m, stiffness N m/rad.
[[nodiscard]] Resistance disc_moment(const DiscMoment& disc, double x);

} // namespace spinescope::mechanics
