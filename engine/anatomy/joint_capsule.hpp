#pragma once

#include "anatomy/joint_cleft.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// capsule.L4-L5.right and so on: a sleeve from bone to bone around each facet joint. Frame: the joints'.
[[nodiscard]] std::vector<TissuePlan> joint_capsules(const Figures& figures,
                                                     const std::vector<JointCleft>& clefts);

} // namespace spinescope::anatomy
