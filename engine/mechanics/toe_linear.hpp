#pragma once

namespace spinescope::mechanics {

/// Something of an extension x, with its first two derivatives.
struct Resistance {
    double energy = 0;
    double force = 0;
    double stiffness = 0;
};

/// The law of whatever first has to be straightened: none when slack (x <= 0), then a parabola up to `toe`,
/// then straight with unit slope (Blankevoort & Huiskes 1991). Ligaments, cartilage and the neutral zone of a
/// disc follow it. `toe` > 0, in the unit of x.
[[nodiscard]] constexpr Resistance toe_linear(double x, double toe) {
    if (x <= 0) return {};
    if (x < toe) return {x * x * x / (6 * toe), x * x / (2 * toe), x / toe};
    const double beyond = x - toe;
    return {toe * toe / 6 + beyond * toe / 2 + beyond * beyond / 2, x - toe / 2, 1};
}

} // namespace spinescope::mechanics
