#pragma once

#include "cavitation/parameters.hpp"

#include <vector>

namespace spinescope::cavitation {

/// Where the work of a pull has gone by one instant, J since time 0. The first is the sum of the others, but
/// for what the solver's tolerance leaves: `elastic` and `kinetic` follow from the joint's state alone, the
/// rest is summed over time.
struct EnergyBalance {
    double time_s = 0;
    double pull = 0;       ///< done by the pull and the resting load
    double elastic = 0;    ///< held by capsule, segment, muscles, bridges and the cartilages' contact
    double kinetic = 0;    ///< of the moving mass
    double atmosphere = 0; ///< spent against the atmosphere, by the cavity and the emptied recesses
    double viscous = 0;    ///< turned to heat in fluid and tissue

    [[nodiscard]] double missing() const { return pull - elastic - kinetic - atmosphere - viscous; }
};

/// The account of the pull that `solve_pop` would solve, at each of its samples. Throws Failure likewise.
[[nodiscard]] std::vector<EnergyBalance> energy_of_pop(const Parameters& parameters,
                                                       double relative_tolerance = 2e-5);

} // namespace spinescope::cavitation
