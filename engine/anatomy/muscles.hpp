#pragma once

#include "anatomy/ribs.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The muscles that guard the spine, both sides, from the depth outward: thoracic rotators, multifidus,
/// spinalis, longissimus, iliocostalis, quadratus lumborum, psoas major. Bones and deeper muscles take their
/// room first; the bones and ribs must outlive the plans.
[[nodiscard]] std::vector<TissuePlan> muscles(const Figures& figures, const StandingBones& bones,
                                              const std::array<Rib, rib_pairs>& ribs);

} // namespace spinescope::anatomy
