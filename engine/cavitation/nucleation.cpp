#include "cavitation/nucleation.hpp"

#include <cmath>

namespace spinescope::cavitation {

double nucleus_gas_pressure(double R0, double sigma) {
    return ambient_pressure + 2 * sigma / R0 - vapour_pressure;
}

double blake_radius(double R0, double sigma) {
    return std::sqrt(3 * R0 * R0 * R0 * nucleus_gas_pressure(R0, sigma) / (2 * sigma));
}

double blake_pressure(double R0, double sigma) {
    return vapour_pressure - 4 * sigma / (3 * blake_radius(R0, sigma));
}

} // namespace spinescope::cavitation
