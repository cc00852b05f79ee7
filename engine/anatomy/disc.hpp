#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The discs C2-C3 to L5-S1: each fills the room between its endplates and bulges slightly. Frame: the middle
/// between the two endplates, y along the disc's axis.
[[nodiscard]] std::vector<TissuePlan> discs(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
