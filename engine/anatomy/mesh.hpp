#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

namespace spinescope::anatomy {

/// A triangle mesh in its structure's own frame: metres, ISB axes (x anterior, y superior, z to the patient's
/// right), triangles counter-clockwise seen from outside.
struct Mesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals; ///< one a position, unit length
    std::vector<float> occlusion;   ///< one a position: 1 open sky, 0 buried; empty when not baked
    std::vector<float> ride;        ///< one a position: its place on the chain of bones (anatomy/chain.hpp);
                                    ///< empty for a mesh that is rigid
    std::vector<float> across;      ///< one a position: mm across its fibres, which run where this is
                                    ///< constant; empty for a tissue without fibres
    std::vector<std::uint32_t> indices; ///< three a triangle
};

/// The other side's: mirrored in the sagittal plane, still facing outward.
[[nodiscard]] Mesh mirrored(Mesh mesh);

} // namespace spinescope::anatomy
