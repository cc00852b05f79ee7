#pragma once

#include "anatomy/facet_joint.hpp"
#include "scene/model.hpp"

namespace spinescope::scene {

/// What lies between two facets, shaped to the bones on either side: a height field over the joint's ellipse.
/// Coordinates: `across` = up x normal, `up` and `normal` of the joint; metres from its centre.
struct JointSpace {
    anatomy::FacetJoint joint;
    int cells = 0; ///< the fields hold (cells + 1)^2 values over [-1, 1]^2 half widths and half heights
    std::vector<float> lower; ///< height of the lower vertebra's bone along the normal
    std::vector<float> upper; ///< height of the upper vertebra's bone
};

/// Feels for the two bone surfaces along the joint's normal. Where a ray meets no bone nearby, the height
/// comes from the nearest one that did. Throws Failure when the model lacks either bone.
[[nodiscard]] JointSpace joint_space(const Model& model, const anatomy::FacetJoint& joint);

/// The tissues of a joint at one instant, spine frame, each closed.
struct JointTissues {
    anatomy::Mesh lower_cartilage;
    anatomy::Mesh upper_cartilage;
    anatomy::Mesh fluid;
    anatomy::Mesh cavity; ///< empty when there is none
};

/// How much of the true fluid gap is drawn: a film of micrometres would be invisible, so it is drawn this
/// thick.
constexpr double thinnest_film_drawn_m = 0.12e-3;

/// `opening_m` is how far the upper vertebra stands off its place at rest along the normal, `cavity_m3` the
/// gas between. The cavity is a sphere while it fits into the gap, a flat lens with a round rim above that.
[[nodiscard]] JointTissues joint_tissues(const JointSpace& space, double opening_m, double cavity_m3);

} // namespace spinescope::scene
