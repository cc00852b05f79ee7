#include "cavitation/capsule.hpp"

#include <array>

namespace spinescope::cavitation {

double capsule_stress(double strain) {
    constexpr std::array<double, 6> modulus{0.04e6, 0.13e6, 0.40e6, 1.06e6, 2.92e6, 8.08e6}; // each 10 %
    if (strain <= 0) return modulus[0] * strain;
    double stress = 0;
    for (std::size_t i = 0; i + 1 < modulus.size(); ++i) {
        const double x = (strain - 0.1 * double(i)) / 0.1;
        const double rise = modulus[i + 1] - modulus[i];
        if (x < 1) return stress + 0.1 * (modulus[i] * x + rise * x * x / 2);
        stress += 0.1 * (modulus[i] + rise / 2);
    }
    return stress + modulus.back() * (strain - 0.5);
}

double capsule_force(const Capsule& capsule, double gap) {
    const double area = capsule.perimeter * capsule.thickness;
    return capsule.stiffness * area *
           (capsule_stress(capsule.prestrain + gap / capsule.length) - capsule_stress(capsule.prestrain));
}

} // namespace spinescope::cavitation
