#pragma once

#include "cavitation/nucleation.hpp"

namespace spinescope::cavitation {

inline constexpr double fluid_density = 1030;  ///< of synovial fluid, kg/m3
inline constexpr double speed_of_sound = 1500; ///< in it, m/s

/// A gas bubble in liquid, far from walls.
///
/// How its gas is compressed depends on the time that heat has to cross it, R^2/(pi^2 chi) with chi about
/// 2e-5 m2/s: 5 ns for the micron of a growing nucleus, which takes microseconds (isothermal, exponent 1),
/// but 1 ms for the half millimetre of a bubble that collapses in tenths of that (adiabatic; 1.29 for the
/// carbon dioxide that such a bubble mostly holds).
struct SphericalBubble {
    double R0;                           ///< m, where its gas is at gas_Pa
    double gas_Pa;                       ///< pressure of its gas at R0
    double vapour_Pa = vapour_pressure;  ///< of the liquid's own vapour, constant
    double tension = surface_tension;    ///< N/m
    double viscosity = 0;                ///< Pa s
    double density = fluid_density;      ///< kg/m3
    double exponent = 1;                 ///< polytropic: 1 isothermal, 1.4 adiabatic
    double sound_speed = speed_of_sound; ///< m/s
};

/// Pressure of gas and vapour inside at radius R, Pa.
[[nodiscard]] double inner_pressure(const SphericalBubble& bubble, double R);

/// R'' in m/s2 when the pressure far away is p_inf and changes at dp_inf (Keller & Miksis 1980, J Acoust Soc
/// Am 68:628): (1 - R'/c) R R'' + 3/2 R'^2 (1 - R'/3c) = (1 + R'/c)(p_B - p_inf)/rho + R (p_B' - p_inf')/(rho
/// c), p_B = p_gas (R0/R)^3k + p_v - 2 sigma/R - 4 eta R'/R. With c without bound it is Rayleigh and
/// Plesset's.
[[nodiscard]] double wall_acceleration(const SphericalBubble& bubble, double R, double dR, double p_inf,
                                       double dp_inf = 0);

/// Frequency of small pulsations about R0 in Hz, surface tension and damping left out (Minnaert 1933):
/// sqrt(3 k p_gas / rho) / (2 pi R0).
[[nodiscard]] double minnaert_frequency(const SphericalBubble& bubble);

} // namespace spinescope::cavitation
