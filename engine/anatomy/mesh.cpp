#include "anatomy/mesh.hpp"

#include <utility>

namespace spinescope::anatomy {

Mesh mirrored(Mesh mesh) {
    for (glm::vec3& p : mesh.positions) p.z = -p.z;
    for (glm::vec3& n : mesh.normals) n.z = -n.z;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
    return mesh;
}

} // namespace spinescope::anatomy
