#include "cavitation/capsule.hpp"

#include <algorithm>
#include <array>

namespace spinescope::cavitation {

namespace {

constexpr std::array<double, 6> modulus{0.04e6, 0.13e6, 0.40e6, 1.06e6, 2.92e6, 8.08e6}; // Pa, each 10 %
constexpr double spacing = 0.1;

} // namespace

double capsule_stress(double strain) {
    if (strain <= 0) return modulus[0] * strain;
    double stress = 0;
    for (std::size_t i = 0; i + 1 < modulus.size(); ++i) {
        const double x = strain / spacing - double(i), rise = modulus[i + 1] - modulus[i];
        if (x < 1) return stress + spacing * x * (modulus[i] + rise * x / 2);
        stress += spacing * (modulus[i] + rise / 2);
    }
    return stress + modulus.back() * (strain - 0.5);
}

double capsule_energy_density(double strain) {
    if (strain <= 0) return modulus[0] * strain * strain / 2;
    double energy = 0, stress = 0;
    for (std::size_t i = 0; i + 1 < modulus.size(); ++i) {
        const double x = std::min(strain / spacing - double(i), 1.0), rise = modulus[i + 1] - modulus[i];
        energy += spacing * x * (stress + spacing * x * (modulus[i] / 2 + rise * x / 6));
        if (x < 1) return energy;
        stress += spacing * (modulus[i] + rise / 2);
    }
    const double beyond = strain - 0.5;
    return energy + beyond * (stress + modulus.back() * beyond / 2);
}

double capsule_force(const Capsule& capsule, double gap) {
    const double area = capsule.perimeter * capsule.thickness;
    return capsule.stiffness * area *
           (capsule_stress(capsule.prestrain + gap / capsule.length) - capsule_stress(capsule.prestrain));
}

double capsule_energy(const Capsule& capsule, double gap) {
    const double rest = capsule.prestrain, volume = capsule.perimeter * capsule.thickness * capsule.length;
    const double strain = gap / capsule.length;
    return capsule.stiffness * volume *
           (capsule_energy_density(rest + strain) - capsule_energy_density(rest) -
            capsule_stress(rest) * strain);
}

} // namespace spinescope::cavitation
