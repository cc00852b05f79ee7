#include "cavitation/viscosity.hpp"

#include <cmath>

namespace spinescope::cavitation {

double viscosity(const Carreau& fluid, double shear_rate) {
    return viscosity_and_slope(fluid, shear_rate).eta;
}

Viscosity viscosity_and_slope(const Carreau& fluid, double shear_rate) {
    const double x = fluid.lambda * shear_rate, base = 1 + x * x;
    const double structure = (fluid.eta0 - fluid.eta_inf) * std::pow(base, 0.5 * (fluid.n - 1));
    return {fluid.eta_inf + structure, structure * (fluid.n - 1) * fluid.lambda * x / base};
}

} // namespace spinescope::cavitation
