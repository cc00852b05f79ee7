#pragma once

#include <algorithm>
#include <array>

namespace spinescope::scene {

/// What a picture of an open joint shows. SI units.
struct JointInstant {
    double gap_m = 0; ///< between the cartilages
    double cavity_m3 = 0;
    int bubbles = 1;      ///< into which the cavity has broken up, all alike
    double capillary = 0; ///< number of the cavity's rim: viscosity x speed / surface tension
    std::array<double, 3> dissolved_mol{}; ///< CO2, N2, O2 in the fluid

    bool operator==(const JointInstant&) const = default;
};

/// The film at rest is micrometres thick and would be invisible: it is drawn no thinner than this.
constexpr double thinnest_film_drawn_m = 0.12e-3;

/// The gap as drawn, and how far the upper vertebra is then drawn off its place at rest, along the normal.
constexpr double drawn_gap_m(double gap_m) {
    return std::max(gap_m, thinnest_film_drawn_m);
}
constexpr double drawn_opening_m(double gap_m) {
    return drawn_gap_m(gap_m) - thinnest_film_drawn_m;
}

} // namespace spinescope::scene
