#include "cavitation/dissolution.hpp"

#include <cmath>
#include <numbers>

namespace spinescope::cavitation {

constexpr double pi = std::numbers::pi;

double sphere_conductance(double R) {
    return 4 * pi * R;
}

double young_sphere_conductance(double R, double D, double age) {
    return 4 * pi * R * R * (1 / R + 1 / std::sqrt(pi * D * age));
}

double sphere_life(double R0, double D, double L, double f) {
    return R0 * R0 / (2 * D * L * (1 - f));
}

double flat_cavity_conductance(double area, double volume, double layer) {
    return area / layer * volume / (volume + area * layer);
}

} // namespace spinescope::cavitation
