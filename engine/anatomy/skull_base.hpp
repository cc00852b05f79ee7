#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The skull's base as a solid in the spine frame.
[[nodiscard]] Solid skull_solid(const Figures& figures, const StandingBones& bones);
/// "occiput": the skull's base around the foramen magnum, cut off as an open bowl; a ghost.
[[nodiscard]] std::vector<TissuePlan> skull_base(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
