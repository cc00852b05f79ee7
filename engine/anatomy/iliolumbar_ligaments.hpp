#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// ligament.iliolumbar.right and left: from the tip of L5's transverse process back and outward to the inner
/// lip of the iliac crest. Frame: the spine's.
[[nodiscard]] std::vector<TissuePlan> iliolumbar_ligaments(const Figures& figures,
                                                           const StandingBones& bones);

} // namespace spinescope::anatomy
