#include "cavitation/nucleation.hpp"

#include <cmath>

namespace spinescope::cavitation {

double nucleus_gas_pressure(double R0) {
    return ambient_pressure + 2 * surface_tension / R0 - vapour_pressure;
}

double blake_radius(double R0) {
    return std::sqrt(3 * R0 * R0 * R0 * nucleus_gas_pressure(R0) / (2 * surface_tension));
}

double blake_pressure(double R0) {
    return vapour_pressure - 4 * surface_tension / (3 * blake_radius(R0));
}

} // namespace spinescope::cavitation
