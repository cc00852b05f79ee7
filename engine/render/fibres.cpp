#include "render/fibres.hpp"

#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::render {

std::vector<glm::vec3> fibre_directions(const anatomy::Mesh& mesh) {
    if (mesh.across.empty()) return {};
    std::vector<glm::vec3> along(mesh.positions.size(), glm::vec3(0));
    for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
        const auto a = mesh.indices[t], b = mesh.indices[t + 1], c = mesh.indices[t + 2];
        // Along an edge the value grows by its difference; the direction in which it does not grow is the
        // edges' sum, each weighted with the other's difference.
        const glm::vec3 ab = mesh.positions[b] - mesh.positions[a],
                        ac = mesh.positions[c] - mesh.positions[a];
        const glm::vec3 level =
            ac * (mesh.across[b] - mesh.across[a]) - ab * (mesh.across[c] - mesh.across[a]);
        const float length = glm::length(level);
        if (!(length > 0) || !std::isfinite(length)) continue;
        // Weighted with the area, so that slivers do not count; where the values begin again the sense turns.
        const glm::vec3 weighted = level * (glm::length(glm::cross(ab, ac)) / length);
        for (const auto corner : {a, b, c})
            along[corner] += glm::dot(along[corner], weighted) < 0 ? -weighted : weighted;
    }
    for (std::size_t i = 0; i < along.size(); ++i) {
        along[i] -= mesh.normals[i] * glm::dot(along[i], mesh.normals[i]);
        const float length = glm::length(along[i]);
        along[i] = length > 0 && std::isfinite(length) ? along[i] / length : glm::vec3(0);
    }
    return along;
}

} // namespace spinescope::render
