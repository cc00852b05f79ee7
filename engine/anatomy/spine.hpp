#pragma once

#include "anatomy/figures.hpp"
#include "anatomy/mesh.hpp"

#include <glm/mat4x4.hpp>
#include <string>
#include <vector>

namespace spinescope::anatomy {

/// A point where a tissue holds on to a bone, standing.
struct Attachment {
    std::string bone; ///< "L4", "sacrum"
    glm::vec3 at{};   ///< spine frame, m; on the bone's surface
};

/// One structure of the standing spine: its mesh in its own frame and where that frame stands.
struct BuiltStructure {
    std::string id;    ///< "L4", "sacrum", "coccyx", "disc.L4-L5"
    Mesh mesh;         ///< m, own frame; for a vertebra the origin lies in the middle of its body
    glm::mat4 place{}; ///< rigid; own frame to spine frame, m
    std::vector<Attachment> attachments; ///< where a tissue holds on to bone
};

/// 24 vertebrae, sacrum and coccyx from the tables, then every other tissue shaped to them, closed and not
/// intersecting, in the standing posture. Spine frame: ISB axes, origin in the middle of the sacral endplate.
/// Uses every core; seconds, so run by the build.
[[nodiscard]] std::vector<BuiltStructure> build_spine(const Figures& figures);

} // namespace spinescope::anatomy
