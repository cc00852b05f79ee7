#pragma once

#include "anatomy/figures.hpp"

#include <glm/vec3.hpp>
#include <string>
#include <vector>

namespace spinescope::anatomy {

enum class Side { left, right };

/// A zygapophysial joint in the standing spine, as the tables place it.
struct FacetJoint {
    std::string id;    ///< "facet.L4-L5.right"
    std::string upper; ///< "L4": bears the inferior articular process
    std::string lower; ///< "L5": bears the superior articular process
    Side side = Side::right;
    glm::vec3 centre{};       ///< middle of the joint space, spine frame, m
    glm::vec3 normal{};       ///< unit; from the lower vertebra's facet across the joint space to the upper's
    glm::vec3 up{};           ///< unit; in the facet's plane, cranial
    double width_m = 0;       ///< across `up`
    double height_m = 0;      ///< along `up`
    double area_m2 = 0;       ///< mean of the two facing facets
    double joint_space_m = 0; ///< bone to bone, both cartilages included
};

/// The joints C2-C3 to L5-S1, both sides, from above downward.
[[nodiscard]] std::vector<FacetJoint> facet_joints(const Figures& figures);

} // namespace spinescope::anatomy
