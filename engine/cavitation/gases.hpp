#pragma once

#include "cavitation/pop.hpp"

#include <array>

namespace spinescope::cavitation {

inline constexpr double body_temperature = 310.15;                   ///< K
inline constexpr double gas_energy = 8.314462618 * body_temperature; ///< Rg T, J/mol

/// One gas of the joint at 37 C.
struct GasProperties {
    double tissue_Pa; ///< tension in the tissue around the joint
    double kH;        ///< Henry: dissolved mol/(m3 Pa)
    double D;         ///< diffusion in synovial fluid, m2/s; in cartilage less
};
/// Tensions: CO2 46, N2 573, O2 45 mmHg (O2: 48.2 +- 3.1 measured in the rabbit's knee). Indexed by Gas.
inline constexpr std::array<GasProperties, 3> gases{{
    {46 * 133.322, 2.46e-4, 2.6e-9},
    {573 * 133.322, 5.34e-6, 2.6e-9},
    {45 * 133.322, 1.06e-5, 3.0e-9},
}};
/// Partial pressure in Pa of `total` mol shared between liquid and cavity (m3) in equilibrium:
/// p = n / (kH V_l + V_c / (Rg T)).
[[nodiscard]] double equilibrium_pressure(Gas gas, double total, double liquid, double cavity);

} // namespace spinescope::cavitation
