#pragma once

#include "anatomy/figures.hpp"
#include "mechanics/ligament_strand.hpp"

namespace spinescope::mechanics {

/// A ligament stretched nearly to failure keeps its strength but loses its first resistance: its toe is
/// longer for good (Panjabi 1996; Leahy 2012: three times in the flavum, five in the anterior longitudinal).
/// Below the onset nothing happens, ever. A capsule's onset is where it yields (Quinn & Winkelstein 2007).
struct SubfailureLaw {
    std::array<double, ligaments> onset{};          ///< part of the failure strain
    std::array<double, ligaments> toe_at_failure{}; ///< times longer when stretched all but to failure
};
[[nodiscard]] SubfailureLaw subfailure_law(const anatomy::Figures& mechanics);

/// The wear after a stretch to that part of the failure strain. It never heals here.
[[nodiscard]] constexpr StrandWear stretched(const SubfailureLaw& law, Ligament kind, StrandWear wear,
                                             double share_of_failure) {
    const auto i = static_cast<std::size_t>(kind);
    const double beyond = (share_of_failure - law.onset[i]) / (1 - law.onset[i]);
    const double toe = 1 + (law.toe_at_failure[i] - 1) * (beyond < 0 ? 0 : beyond > 1 ? 1 : beyond);
    if (toe > wear.toe) wear.toe = toe;
    return wear;
}

} // namespace spinescope::mechanics
