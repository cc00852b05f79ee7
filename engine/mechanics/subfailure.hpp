#pragma once

#include "anatomy/figures.hpp"
#include "mechanics/ligament_strand.hpp"

namespace spinescope::mechanics {

/// A ligament stretched nearly to failure keeps its strength but loses its first resistance: its toe is
/// longer for good (Panjabi 1996; Leahy 2012: three times in the flavum, five in the anterior longitudinal).
/// Stretched so again and again it stays longer, too (Pollock 2000: shoulder ligaments). Below the onset
/// nothing happens, ever. A capsule's onset is where it yields (Quinn & Winkelstein 2007).
struct SubfailureLaw {
    std::array<double, ligaments> onset{};          ///< part of the failure strain
    std::array<double, ligaments> toe_at_failure{}; ///< times longer when stretched all but to failure
    double lasting_elongation = 0;                  ///< strain by which it stays longer in the end
    double lasting_cycles = 0;                      ///< stretches all but to failure that bring most of that
};
[[nodiscard]] SubfailureLaw subfailure_law(const anatomy::Figures& mechanics);

/// The wear after a stretch to that part of the failure strain. It never heals here.
[[nodiscard]] constexpr StrandWear stretched(const SubfailureLaw& law, Ligament kind, StrandWear wear,
                                             double share_of_failure) {
    const auto i = static_cast<std::size_t>(kind);
    const double beyond = (share_of_failure - law.onset[i]) / (1 - law.onset[i]);
    const double part = beyond < 0 ? 0 : beyond > 1 ? 1 : beyond;
    const double toe = 1 + (law.toe_at_failure[i] - 1) * part;
    if (toe > wear.toe) wear.toe = toe;
    wear.rest_length += part / law.lasting_cycles * (1 + law.lasting_elongation - wear.rest_length);
    return wear;
}

} // namespace spinescope::mechanics
