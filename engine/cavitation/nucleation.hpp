#pragma once

namespace spinescope::cavitation {

/// Surface tension of synovial fluid, N/m (about: little measured), and its vapour pressure at 37 C, Pa.
inline constexpr double surface_tension = 0.055;
inline constexpr double vapour_pressure = 6280;
inline constexpr double ambient_pressure = 101325;

/// A gas nucleus at rest at ambient pressure holds gas at p_amb + 2 sigma/R0 - p_v (Pa).
[[nodiscard]] double nucleus_gas_pressure(double R0, double sigma = surface_tension);
/// Radius beyond which a nucleus grows without bound: sqrt(3 R0^3 p_g0 / (2 sigma)), m (Blake 1949).
[[nodiscard]] double blake_radius(double R0, double sigma = surface_tension);
/// Absolute pressure below which a nucleus of radius R0 (m) runs away: p_v - 4 sigma / (3 R_c), Pa.
[[nodiscard]] double blake_pressure(double R0, double sigma = surface_tension);

} // namespace spinescope::cavitation
