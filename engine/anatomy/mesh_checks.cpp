#include "anatomy/mesh_checks.hpp"

#include <algorithm>
#include <glm/geometric.hpp>
#include <numeric>
#include <vector>

namespace spinescope::anatomy {

namespace {

/// Which vertices hang together (union-find with path halving).
class Pieces {
public:
    explicit Pieces(const Mesh& mesh) : parent_(mesh.positions.size()) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            parent_[root(mesh.indices[i])] = root(mesh.indices[i + 1]);
            parent_[root(mesh.indices[i + 1])] = root(mesh.indices[i + 2]);
        }
    }
    [[nodiscard]] std::uint32_t root(std::uint32_t v) {
        while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
        return v;
    }

private:
    std::vector<std::uint32_t> parent_;
};

} // namespace

Mesh largest_piece(const Mesh& mesh) {
    Pieces pieces(mesh);
    std::vector<std::size_t> size(mesh.positions.size(), 0);
    for (const std::uint32_t v : mesh.indices) ++size[pieces.root(v)];
    const auto largest = static_cast<std::uint32_t>(std::ranges::max_element(size) - size.begin());
    Mesh piece;
    piece.positions = mesh.positions;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (pieces.root(mesh.indices[i]) == largest)
            piece.indices.insert(piece.indices.end(), &mesh.indices[i], &mesh.indices[i] + 3);
    return piece;
}

MeshNature examine(const Mesh& mesh) {
    MeshNature nature;
    std::vector<std::uint64_t> edges; // directed, from << 32 | to
    edges.reserve(mesh.indices.size());
    Pieces pieces(mesh);
    std::vector<bool> used(mesh.positions.size(), false);
    for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
        const std::uint32_t a = mesh.indices[t];
        const std::uint32_t b = mesh.indices[t + 1];
        const std::uint32_t c = mesh.indices[t + 2];
        const glm::dvec3 pa(mesh.positions[a]);
        const glm::dvec3 pb(mesh.positions[b]);
        const glm::dvec3 pc(mesh.positions[c]);
        nature.volume_m3 += glm::dot(pa, glm::cross(pb, pc)) / 6;
        for (const auto& [from, to] : {std::pair(a, b), std::pair(b, c), std::pair(c, a)})
            edges.push_back(static_cast<std::uint64_t>(from) << 32U | to);
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
        if (pieces.root(v) == v) ++nature.pieces;
    }
    nature.euler = vertices - static_cast<int>(edges.size() / 2) + static_cast<int>(mesh.indices.size() / 3);
    return nature;
}

} // namespace spinescope::anatomy
