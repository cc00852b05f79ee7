#pragma once

#include "anatomy/figures.hpp"
#include "anatomy/mesh.hpp"

#include <glm/mat4x4.hpp>
#include <string>
#include <vector>

namespace spinescope::anatomy {

/// One structure of the standing spine: its mesh in its own frame and where that frame stands.
struct BuiltStructure {
    std::string id;    ///< "L4", "sacrum", "coccyx", "disc.L4-L5"
    Mesh mesh;         ///< m, own frame; for a vertebra the origin lies in the middle of its body
    glm::mat4 place{}; ///< rigid; own frame to spine frame, m
};

/// 24 vertebrae, sacrum, coccyx and 23 discs from the tables, closed and not intersecting, in the standing
/// posture. Spine frame: ISB axes, origin in the middle of the sacral endplate. Uses every core; seconds, so
/// run by the build.
[[nodiscard]] std::vector<BuiltStructure> build_spine(const Figures& figures);

} // namespace spinescope::anatomy
