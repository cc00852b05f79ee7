#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// ligament.intertransverse.T1-T2.right to L4-L5, both sides: cords between the tips in the chest, thin
/// membranes in the loins. Frame: that of the bone below.
[[nodiscard]] std::vector<TissuePlan> intertransverse_ligaments(const Figures& figures,
                                                                const StandingBones& bones);

} // namespace spinescope::anatomy
