#pragma once

#include "anatomy/mesh.hpp"
#include "scene/joint_instant.hpp"
#include "scene/joint_space.hpp"

namespace spinescope::scene {

/// The tissues of a joint at one instant, spine frame, each closed.
struct JointTissues {
    anatomy::Mesh lower_cartilage;
    anatomy::Mesh upper_cartilage;
    anatomy::Mesh fluid;  ///< between the cartilages
    anatomy::Mesh sheet;  ///< the same and a little of the recess around it, for a look at its face
    anatomy::Mesh recess; ///< all the room within the capsule, for a cut: what else lies there comes over it
    anatomy::Mesh cavity; ///< empty when there is none
};

/// How far the sheet reaches, in facet radii.
[[nodiscard]] float sheet_reach(const JointSpace& space, float angle);

/// The cavity's volume is drawn as it is while the gap is, and in a film that is drawn thicker its area.
[[nodiscard]] JointTissues joint_tissues(const JointSpace& space, const JointInstant& instant);

} // namespace spinescope::scene
