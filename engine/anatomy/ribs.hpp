#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/swept.hpp"
#include "anatomy/tissue_plan.hpp"

#include <array>

namespace spinescope::anatomy {

inline constexpr std::size_t rib_pairs = 12;

/// A right rib with its cartilage; spine frame, mm.
struct Rib {
    Sweep sweep;
    glm::vec3 head{};
    glm::vec3 tubercle{}; ///< in front of the transverse process's tip; 11 and 12 have none
    glm::vec3 angle{};    ///< where it turns forward
};

/// Ribs 1 to 12, right side.
[[nodiscard]] std::array<Rib, rib_pairs> ribs(const Figures& figures, const StandingBones& bones);

/// The rib cage as a ghost: "rib.1.right" ... and "sternum".
[[nodiscard]] std::vector<TissuePlan> rib_cage(const std::array<Rib, rib_pairs>& ribs,
                                               const StandingBones& bones);

} // namespace spinescope::anatomy
