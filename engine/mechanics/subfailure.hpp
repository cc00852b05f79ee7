#pragma once

#include "anatomy/figures.hpp"
#include "mechanics/ligament_strand.hpp"

namespace spinescope::mechanics {

/// A ligament stretched nearly to failure keeps its strength but loses its first resistance: its toe is
/// longer for good (Panjabi 1996; Leahy 2012: three times in the flavum, five in the anterior longitudinal).
/// Below the onset nothing happens, ever.
struct SubfailureLaw {
    double onset = 0;          ///< part of the failure strain
    double toe_at_failure = 0; ///< how many times longer the toe is when stretched all but to failure
};
[[nodiscard]] inline SubfailureLaw subfailure_law(const anatomy::Figures& mechanics) {
    return {mechanics.value("spine", "damage_onset"), mechanics.value("spine", "damage_toe")};
}

/// The wear after a stretch to that part of the failure strain. It never heals here.
[[nodiscard]] constexpr StrandWear stretched(const SubfailureLaw& law, StrandWear wear,
                                             double share_of_failure) {
    const double beyond = (share_of_failure - law.onset) / (1 - law.onset);
    const double toe = 1 + (law.toe_at_failure - 1) * (beyond < 0 ? 0 : beyond > 1 ? 1 : beyond);
    if (toe > wear.toe) wear.toe = toe;
    return wear;
}

} // namespace spinescope::mechanics
