#pragma once

namespace spinescope::cavitation {

/// The joint's capsule: a sleeve around the facets.
struct Capsule {
    double perimeter = 0.045;  ///< m, of the facets
    double thickness = 1.5e-3; ///< m
    double length = 9e-3;      ///< m, free length between its insertions
    double prestrain = 0.045;  ///< resting strain, 4-5 %
    double stiffness = 1;      ///< factor on the measured moduli
};

/// Stress in Pa at a strain: integral of the tangent moduli 0.13 / 0.40 / 1.06 / 2.92 / 8.08 MPa measured at
/// 10-50 % (Little & Khalsa 2005, J Biomech Eng 127:15), linear between, 0.04 MPa at rest.
[[nodiscard]] double capsule_stress(double strain);
/// Its integral: energy in J per m3 of capsule.
[[nodiscard]] double capsule_energy_density(double strain);
/// Force in N against opening the joint by `gap` m beyond rest; zero at rest.
[[nodiscard]] double capsule_force(const Capsule& capsule, double gap);
/// The work of that force in J, from rest to `gap`.
[[nodiscard]] double capsule_energy(const Capsule& capsule, double gap);

} // namespace spinescope::cavitation
