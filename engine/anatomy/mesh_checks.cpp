#include "anatomy/mesh_checks.hpp"

#include <algorithm>
#include <glm/geometric.hpp>
#include <numeric>
#include <vector>

namespace spinescope::anatomy {

MeshNature examine(const Mesh& mesh) {
    MeshNature nature;
    std::vector<std::uint64_t> edges; // directed, from << 32 | to
    edges.reserve(mesh.indices.size());
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t v) {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    };
    std::vector<bool> used(mesh.positions.size(), false);
    for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
        const std::uint32_t a = mesh.indices[t];
        const std::uint32_t b = mesh.indices[t + 1];
        const std::uint32_t c = mesh.indices[t + 2];
        const glm::dvec3 pa(mesh.positions[a]);
        const glm::dvec3 pb(mesh.positions[b]);
        const glm::dvec3 pc(mesh.positions[c]);
        nature.volume_m3 += glm::dot(pa, glm::cross(pb, pc)) / 6;
        for (const auto& [from, to] : {std::pair(a, b), std::pair(b, c), std::pair(c, a)}) {
            edges.push_back(static_cast<std::uint64_t>(from) << 32U | to);
            parent[root(from)] = root(to);
        }
        used[a] = used[b] = used[c] = true;
    }
    std::ranges::sort(edges);
    nature.closed = !edges.empty() && std::ranges::adjacent_find(edges) == edges.end();
    for (const std::uint64_t edge : edges) {
        if (!nature.closed) break;
        nature.closed = std::ranges::binary_search(edges, edge << 32U | edge >> 32U);
    }
    int vertices = 0;
    for (std::uint32_t v = 0; v < used.size(); ++v) {
        if (!used[v]) continue;
        ++vertices;
        if (root(v) == v) ++nature.pieces;
    }
    nature.euler = vertices - static_cast<int>(edges.size() / 2) + static_cast<int>(mesh.indices.size() / 3);
    return nature;
}

} // namespace spinescope::anatomy
