#pragma once

#include "anatomy/standing_bones.hpp"

namespace spinescope::anatomy {

/// The right facet joint under a level as its soft tissues see it: two bones that face each other across a
/// cleft. Spine frame, mm.
struct JointCleft {
    std::string segment; ///< "L4-L5"
    const StandingBone* upper = nullptr;
    const StandingBone* lower = nullptr;
    float upper_ride = 0;
    float lower_ride = 0;
    FacetSurface face; ///< the lower bone's facet; out points to the upper bone
    float space = 0;   ///< bone to bone
    float half_width = 0;
    float half_height = 0;

    /// Level with both joints of the pair, in the midline, tilted as the lower bone.
    [[nodiscard]] Pose frame() const { return {{face.centre.x, face.centre.y, 0}, lower->pose.pitch_deg}; }
    /// In the middle of the cleft, (a, u) mm across and up from the facet's centre.
    [[nodiscard]] glm::vec3 middle(float a, float u) const { return face.at(a, u, 0.5F * space); }
    /// Unit, there, from the lower bone to the upper.
    [[nodiscard]] glm::vec3 across_at(float a) const;
    /// How far along the way from the middle the bone's facet is: +1 up, -1 down; `space` when there is none.
    [[nodiscard]] float to_bone(float a, float u, float way) const;
};

/// C1-C2 to L5-S1, from above downward.
[[nodiscard]] std::vector<JointCleft> joint_clefts(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
