#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/swept.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The right vertebral artery's course, spine frame, mm: from below past the front of C7's transverse
/// process, through the transverse foramina of C6 to C1, behind the atlas' lateral mass and through the
/// foramen magnum.
[[nodiscard]] Sweep vertebral_artery(const Figures& figures, const StandingBones& bones);

/// The arteries of both sides.
[[nodiscard]] std::vector<TissuePlan> vertebral_arteries(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
