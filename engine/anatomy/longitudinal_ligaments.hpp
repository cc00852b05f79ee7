#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// ligament.anterior-longitudinal, from the skull's base over the atlas and down the fronts of bodies and
/// discs to S1, and ligament.posterior-longitudinal, down their backs from the axis to the sacrum: narrow
/// over the bodies, spread over the discs. Frame: the spine's.
[[nodiscard]] std::vector<TissuePlan> longitudinal_ligaments(const Figures& figures,
                                                             const StandingBones& bones);

} // namespace spinescope::anatomy
