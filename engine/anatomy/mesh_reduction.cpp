#include "anatomy/mesh_reduction.hpp"

#include "anatomy/mesh_checks.hpp"

#include <meshoptimizer.h>

namespace spinescope::anatomy {

namespace {

Mesh compacted(const Mesh& mesh, const std::vector<std::uint32_t>& indices) {
    Mesh result;
    std::vector<std::uint32_t> renamed(mesh.positions.size(), ~0U);
    result.indices.reserve(indices.size());
    for (const std::uint32_t v : indices) {
        if (renamed[v] == ~0U) {
            renamed[v] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[v]);
        }
        result.indices.push_back(renamed[v]);
    }
    return result;
}

} // namespace

Mesh reduced(const Mesh& mesh, std::size_t triangles) {
    const MeshNature whole = examine(mesh);
    constexpr float tolerance = 0.006F; // of the mesh's size: half a millimetre on a lumbar vertebra
    // The simplifier minds the surface, not its topology: where a thin wall would be pinched shut, ask for less.
    for (std::size_t target = triangles; target < mesh.indices.size() / 3; target += target / 8) {
        std::vector<std::uint32_t> indices(mesh.indices.size());
        indices.resize(meshopt_simplify(indices.data(), mesh.indices.data(), mesh.indices.size(),
                                        &mesh.positions.data()->x, mesh.positions.size(), sizeof(glm::vec3),
                                        target * 3, tolerance, 0, nullptr));
        Mesh result = compacted(mesh, indices);
        const MeshNature nature = examine(result);
        if (nature.closed && nature.euler == whole.euler && nature.pieces == whole.pieces) return result;
    }
    return compacted(mesh, mesh.indices);
}

} // namespace spinescope::anatomy
