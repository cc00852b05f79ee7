#include "mechanics/disc_moment.hpp"

#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

/// The polynomial of an angle r beyond the neutral zone: its integral, itself and its slope.
Resistance polynomial(const std::array<double, 3>& m, double r) {
    return {r * r * (m[0] / 2 + r * (m[1] / 3 + r * m[2] / 4)), r * (m[0] + r * (m[1] + r * m[2])),
            m[0] + r * (2 * m[1] + r * 3 * m[2])};
}

} // namespace

Resistance disc_moment(const DiscMoment& disc, double x) {
    const double deg = glm::degrees(x);
    const double toe = 2 * disc.neutral_zone_deg;
    Resistance at{}; // by degrees
    if (deg >= toe) {
        at = polynomial(disc.m, deg - toe / 2);
        if (toe > 0) at.energy -= polynomial(disc.m, toe / 2).energy;
    } else {
        const double r = deg * deg / (2 * toe);
        at = polynomial(disc.m, r);
        at.stiffness *= deg / toe;
    }
    if (toe > 0) { // the work done over the toe: of r = x^2 / 2 toe, integrated by x
        const double t = deg < toe ? deg : toe;
        const double r = t * t / (2 * toe);
        const double work = t * r * (disc.m[0] / 3 + r * (disc.m[1] / 5 + r * disc.m[2] / 7));
        at.energy = deg < toe ? work : at.energy + work;
    }
    const double least = disc.neutral_zone_resistance, rest = 1 - least, s = disc.scale;
    return {s * glm::radians(rest * at.energy + least * disc.m[0] * deg * deg / 2),
            s * (rest * at.force + least * disc.m[0] * deg),
            s * glm::degrees(rest * at.stiffness + least * disc.m[0])};
}

} // namespace spinescope::mechanics
