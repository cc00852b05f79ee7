#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// ligament.interspinous.C2-C3 to ligament.interspinous.L5-S1: a thin sheet in the midline between two
/// spinous processes, its fibres running up and backward. Frame: that of the bone below.
[[nodiscard]] std::vector<TissuePlan> interspinous_ligaments(const Figures& figures,
                                                             const StandingBones& bones);

} // namespace spinescope::anatomy
