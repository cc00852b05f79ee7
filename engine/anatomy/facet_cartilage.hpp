#pragma once

#include "anatomy/joint_cleft.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// Both cartilages (cartilage.L4-L5.right, two pieces) and the synovial space between them
/// (synovial.L4-L5.right) of every joint. Frame: the joints'.
[[nodiscard]] std::vector<TissuePlan> facet_cartilages(const Figures& figures,
                                                       const std::vector<JointCleft>& clefts);

} // namespace spinescope::anatomy
