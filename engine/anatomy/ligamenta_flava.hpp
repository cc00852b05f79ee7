#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// ligament.flavum.C2-C3 to ligament.flavum.L5-S1: two halves that meet in the midline, from the front of the
/// upper lamina to the upper edge of the lower one. Frame: that of the bone below.
[[nodiscard]] std::vector<TissuePlan> ligamenta_flava(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
