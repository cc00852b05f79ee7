#pragma once

namespace spinescope::cavitation {

/// A shear-thinning fluid (Carreau 1972): eta = eta_inf + (eta0 - eta_inf) [1 + (lambda g)^2]^((n - 1)/2).
/// The defaults span the published magnitudes of healthy synovial fluid; with n = 1 the fluid is Newtonian.
struct Carreau {
    double eta0 = 5;        ///< Pa s, at rest
    double eta_inf = 0.003; ///< Pa s, at very high shear
    double lambda = 3;      ///< s
    double n = 0.35;        ///< power-law exponent
};

/// Viscosity in Pa s at a shear rate in 1/s (its sign does not matter).
[[nodiscard]] double viscosity(const Carreau& fluid, double shear_rate);

struct Viscosity {
    double eta;   ///< Pa s
    double slope; ///< Pa s2, its derivative by the shear rate
};
[[nodiscard]] Viscosity viscosity_and_slope(const Carreau& fluid, double shear_rate);

} // namespace spinescope::cavitation
