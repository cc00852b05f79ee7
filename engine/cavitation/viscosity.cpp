#include "cavitation/viscosity.hpp"

#include <cmath>

namespace spinescope::cavitation {

double viscosity(const Carreau& fluid, double shear_rate) {
    const double x = fluid.lambda * shear_rate;
    return fluid.eta_inf + (fluid.eta0 - fluid.eta_inf) * std::pow(1 + x * x, 0.5 * (fluid.n - 1));
}

} // namespace spinescope::cavitation
