#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// ligament.supraspinous, over the tips of the spinous processes from C7 down to L4, where it ends, and
/// ligament.nuchal, its continuation up to the skull: a sheet between the muscles of the neck whose rear edge
/// is a cord. Frame: the spine's.
[[nodiscard]] std::vector<TissuePlan> supraspinous_and_nuchal(const Figures& figures,
                                                              const StandingBones& bones);

} // namespace spinescope::anatomy
