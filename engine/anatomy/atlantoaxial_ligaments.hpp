#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The ligaments about the dens: ligament.transverse-atlas, ligament.cruciform-longitudinal,
/// ligament.alar.right and left, ligament.apical and ligament.tectorial-membrane. Frame: that of the axis.
[[nodiscard]] std::vector<TissuePlan> atlantoaxial_ligaments(const Figures& figures,
                                                             const StandingBones& bones);

} // namespace spinescope::anatomy
