#include "cavitation/spherical_bubble.hpp"

#include <cmath>
#include <numbers>

namespace spinescope::cavitation {

namespace {

double gas_pressure(const SphericalBubble& b, double R) {
    const double x = b.R0 / R, compression = x * x * x;
    return b.gas_Pa * (b.exponent == 1 ? compression : std::pow(compression, b.exponent));
}

} // namespace

double inner_pressure(const SphericalBubble& bubble, double R) {
    return gas_pressure(bubble, R) + bubble.vapour_Pa;
}

double wall_acceleration(const SphericalBubble& bubble, double R, double dR, double p_inf, double dp_inf) {
    const double rho = bubble.density, c = bubble.sound_speed, eta = bubble.viscosity;
    const double gas = gas_pressure(bubble, R), skin = 2 * bubble.tension / R;
    const double p_wall = gas + bubble.vapour_Pa - skin - 4 * eta * dR / R;
    // p_wall' without its part in R'', which goes to the left side.
    const double dp_wall = (-3 * bubble.exponent * gas + skin + 4 * eta * dR / R) * dR / R;
    const double inertia = (1 - dR / c) * R + 4 * eta / (rho * c);
    return ((1 + dR / c) * (p_wall - p_inf) / rho + R * (dp_wall - dp_inf) / (rho * c) -
            1.5 * dR * dR * (1 - dR / (3 * c))) /
           inertia;
}

double minnaert_frequency(const SphericalBubble& bubble) {
    return std::sqrt(3 * bubble.exponent * bubble.gas_Pa / bubble.density) /
           (2 * std::numbers::pi * bubble.R0);
}

} // namespace spinescope::cavitation
