#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The right hip bone's landmarks, spine frame, mm.
struct HipLandmarks {
    glm::vec3 front_spine{75, -14, 119};   ///< anterior superior iliac spine
    glm::vec3 crest_tubercle{40, 42, 137}; ///< outermost on the crest
    glm::vec3 crest_top{0, 60, 124};       ///< at the height of L4
    glm::vec3 crest_rear{-38, 44, 88};     ///
    glm::vec3 rear_spine{-62, -4, 48};     ///< posterior superior iliac spine
    glm::vec3 socket{19, -92, 88};         ///< middle of the acetabulum
    glm::vec3 symphysis{74, -118, 4};      ///< middle of the pubic symphysis' face
    glm::vec3 sitting{-12, -160, 62};      ///< ischial tuberosity
    glm::vec3 pubic_eminence{56, -82, 66}; ///< where the psoas passes over the pubis
};

/// "hip.right" and "hip.left", ghosts that ride on the sacrum.
[[nodiscard]] std::vector<TissuePlan> hip_bones(const StandingBones& bones);
/// The right hip bone as a solid in the spine frame.
[[nodiscard]] Solid hip_solid(const StandingBones& bones);

} // namespace spinescope::anatomy
