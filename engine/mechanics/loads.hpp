#pragma once

#include "mechanics/region.hpp"

#include <array>
#include <cstddef>
#include <glm/vec3.hpp>
#include <vector>

namespace spinescope::mechanics {

/// Moments about a segment's own axes, N m, named as turns are: positive flexion bends forward, positive side
/// bend and rotation go to the right.
struct Torque {
    double flexion_Nm = 0;
    double side_bend_Nm = 0;
    double rotation_Nm = 0;
    bool operator==(const Torque&) const = default;
};

/// A weight or a hand on one bone: it keeps its direction in space while its point rides on the bone.
struct BoneLoad {
    std::size_t bone = 0; ///< place on the chain, 0 the occiput; the sacrum stands still and bears anything
    glm::dvec3 at{};      ///< standing, spine frame, m
    glm::dvec3 force{};   ///< spine frame, N
    glm::dvec3 moment{};  ///< spine frame, N m
};

/// All that bends the spine beyond standing, where gravity and muscle balance already.
struct Loads {
    std::array<Torque, segments> torques{}; ///< turning a segment's upper bone on its lower one
    std::vector<BoneLoad> on_bones;
};

/// The same torque on every segment of a region. Throws Failure with the most that is allowed beyond what
/// living spines bear (150 N m), or for what is no number.
[[nodiscard]] Loads twisted(const Region& region, const Torque& torque);

/// Throws Failure when a load is no number, on no bone, or beyond 5000 N or 150 N m.
void check(const Loads& loads);

} // namespace spinescope::mechanics
