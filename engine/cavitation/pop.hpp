#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::cavitation {

enum Gas : unsigned { CO2, N2, O2 };

/// What a pull on one facet joint depends on. SI units. Every field is reachable by its key (parameter_keys).
struct Parameters;

/// One instant of the joint. SI.
struct Sample {
    double time_s = 0;
    double pull_N = 0;                     ///< force on this joint, beyond what rest needs
    double gap_m = 0;                      ///< between the cartilages, where they are closest
    double pressure_Pa = 0;                ///< absolute, at the film's centre; negative is tension
    double cavity_m3 = 0;                  ///< gas and vapour
    double cavity_Pa = 0;                  ///< absolute pressure in the cavity
    std::array<double, 3> dissolved_mol{}; ///< CO2, N2, O2 in the joint's fluid
    std::array<double, 3> cavity_mol{};    ///< CO2, N2, O2 in the cavity
    double sound_Pa = 0;                   ///< radiated, at 0.5 m in air, upper bound
};

} // namespace spinescope::cavitation
