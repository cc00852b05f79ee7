#pragma once

#include "anatomy/figures.hpp"

#include <array>

namespace spinescope::mechanics {

/// How held tissue lengthens and comes back. Under load it nears its end by one time constant (McGill &
/// Brown 1992); let go, it returns in three parts, quickly, within the hour and overnight (McGill & Brown
/// 1992, Solomonow 2003).
struct CreepLaw {
    double end_per_strain = 0; ///< creep strain in the end, per strain held
    double onset_s = 0;
    struct Part {
        double share = 0;
        double recovery_s = 0;
    };
    std::array<Part, 3> parts{};
};
[[nodiscard]] CreepLaw creep_law(const anatomy::Figures& mechanics);

/// Creep strain of one tissue, in the three parts of its law.
struct Creep {
    std::array<double, 3> parts{};

    [[nodiscard]] double strain() const { return parts[0] + parts[1] + parts[2]; }
    bool operator==(const Creep&) const = default;
};

/// Later: `seconds` under an elastic strain (0 or less: at rest). Exact for any time, so two steps are as
/// good as one.
[[nodiscard]] Creep later(const CreepLaw& law, Creep creep, double strain, double seconds);

} // namespace spinescope::mechanics
