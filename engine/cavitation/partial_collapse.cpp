#include "cavitation/partial_collapse.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spinescope::cavitation {

namespace {

constexpr double adiabatic_CO2 = 1.29;

struct Motion {
    double R, dR;
};

Motion along(const Motion& from, const Motion& rate, double dt) {
    return {from.R + dt * rate.R, from.dR + dt * rate.dR};
}

} // namespace

Collapse partial_collapse(const Recovery& recovery, const Carreau& fluid, double length_s) {
    const double R0 = recovery.R0, gas = recovery.from_Pa - vapour_pressure + 2 * surface_tension / R0;
    if (!(R0 > 0 && recovery.from_Pa > vapour_pressure && recovery.to_Pa > 0 && recovery.time_s > 0))
        throw Failure("the partial collapse", "starts from no bubble",
                      "give a radius, pressures above that of vapour, and a time");
    SphericalBubble bubble{.R0 = R0, .gas_Pa = gas, .exponent = adiabatic_CO2};
    const double slope = (recovery.to_Pa - recovery.from_Pa) / recovery.time_s;
    const auto rate = [&](double t, const Motion& now) {
        const bool rising = t < recovery.time_s;
        const double p_inf = rising ? recovery.from_Pa + slope * t : recovery.to_Pa;
        // A sphere shears the fluid around it at about 2 sqrt(3) R'/R.
        bubble.viscosity = viscosity(fluid, 2 * std::numbers::sqrt3 * now.dR / now.R);
        return Motion{now.dR, wall_acceleration(bubble, now.R, now.dR, p_inf, rising ? slope : 0)};
    };
    Collapse result;
    Motion now{R0, 0};
    double t = 0;
    const auto count = static_cast<std::size_t>(length_s / result.step_s);
    for (std::size_t i = 0; i < count; ++i) {
        result.samples.push_back({now.R, 4 * std::numbers::pi * now.R * now.R * now.dR});
        const double until = double(i + 1) * result.step_s;
        while (t < until) {
            // Classical Runge-Kutta steps, short against the bubble's shrinking, its ringing and its
            // friction.
            const double pressure = inner_pressure(bubble, now.R) + recovery.to_Pa;
            const double eta = viscosity(fluid, 2 * std::numbers::sqrt3 * now.dR / now.R);
            const double dt = std::min({until - t, 0.05 * now.R / (std::abs(now.dR) + 1e-3),
                                        0.1 * now.R * std::sqrt(fluid_density / pressure),
                                        0.3 * fluid_density * now.R * now.R / (4 * eta)});
            const Motion a = rate(t, now), b = rate(t + dt / 2, along(now, a, dt / 2)),
                         c = rate(t + dt / 2, along(now, b, dt / 2)), d = rate(t + dt, along(now, c, dt));
            now.R += dt / 6 * (a.R + 2 * b.R + 2 * c.R + d.R);
            now.dR += dt / 6 * (a.dR + 2 * b.dR + 2 * c.dR + d.dR);
            t = dt < until - t ? t + dt : until;
        }
    }
    return result;
}

} // namespace spinescope::cavitation
