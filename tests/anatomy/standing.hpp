#pragma once

#include "anatomy/standing_bones.hpp"
#include "whole_spine.hpp"

namespace spinescope::test {

/// The bones as solids, shaped once for all the tests of the program.
inline const anatomy::StandingBones& standing() {
    static const anatomy::StandingBones bones = anatomy::stand_bones(figures());
    return bones;
}

/// A structure's corners in the spine frame, mm.
inline std::vector<glm::vec3> corners(const anatomy::BuiltStructure& built) {
    std::vector<glm::vec3> points;
    points.reserve(built.mesh.positions.size());
    for (const glm::vec3& p : built.mesh.positions)
        points.push_back(1000.0F * glm::vec3(built.place * glm::vec4(p, 1)));
    return points;
}

} // namespace spinescope::test
