#pragma once

#include "anatomy/facet_joint.hpp"
#include "scene/model.hpp"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

namespace spinescope::scene {

/// A joint's own directions. A place in it is (u, v, w): u across and v along `up` in half widths and half
/// heights, so that the facet is the unit circle, and w metres along the normal.
struct JointFrame {
    glm::vec3 centre, across, up, normal;
    float half_width, half_height; ///< m

    explicit JointFrame(const anatomy::FacetJoint& joint)
        : centre(joint.centre), across(glm::normalize(glm::cross(joint.up, joint.normal))), up(joint.up),
          normal(joint.normal), half_width(float(joint.width_m / 2)), half_height(float(joint.height_m / 2)) {
    }
    [[nodiscard]] glm::vec3 at(glm::vec2 uv, float w) const {
        return centre + uv.x * half_width * across + uv.y * half_height * up + w * normal;
    }
};

/// What lies between two facets, shaped to the bones on either side: a height field over the joint's ellipse,
/// and how far the room beside it goes on to the capsule.
struct JointSpace {
    static constexpr std::size_t spokes = 48;

    anatomy::FacetJoint joint;
    int cells = 0;             ///< the fields hold (cells + 1)^2 values over [-1, 1]^2 of u and v
    std::vector<float> lower;  ///< w of the lower vertebra's bone
    std::vector<float> upper;  ///< w of the upper vertebra's bone
    std::vector<float> reach;  ///< of the capsule, in facet radii, spoke by spoke from u towards v
    std::vector<float> room;   ///< the same to whatever comes first, a lip of bone perhaps
    bool in_a_capsule = false; ///< otherwise the model had none, and `reach` is a guess

    [[nodiscard]] float lower_at(glm::vec2 uv) const;
    [[nodiscard]] float upper_at(glm::vec2 uv) const;
    [[nodiscard]] float reach_at(float angle) const;
    [[nodiscard]] float room_at(float angle) const;
};

/// Feels for the two bone surfaces along the joint's normal, and for the capsule around. Where a ray meets no
/// bone nearby, the height comes from the nearest one that did. Throws Failure when the model lacks either
/// bone.
[[nodiscard]] JointSpace joint_space(const Model& model, const anatomy::FacetJoint& joint);

/// "capsule.L4-L5.right" of "facet.L4-L5.right".
[[nodiscard]] std::string capsule_of(const anatomy::FacetJoint& joint);

} // namespace spinescope::scene
