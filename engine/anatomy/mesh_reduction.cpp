#include "anatomy/mesh_reduction.hpp"

#include "anatomy/mesh_checks.hpp"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <meshoptimizer.h>
#include <unordered_map>

namespace spinescope::anatomy {

namespace {

/// Area-weighted normals of a dense mesh, by which folds in its reduction are told.
std::vector<glm::vec3> normals_of(const Mesh& mesh) {
    std::vector<glm::vec3> normals(mesh.positions.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const glm::vec3 n =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) normals[mesh.indices[i + k]] += n;
    }
    for (glm::vec3& n : normals) n /= std::max(glm::length(n), 1e-12F);
    return normals;
}

/// Reduction now and then leaves a triangle folded over its neighbour. Swapping the edge between the two lays
/// it flat again; the topology stays.
void unfold(const std::vector<glm::vec3>& positions, const std::vector<glm::vec3>& normals,
            std::vector<std::uint32_t>& indices) {
    const auto key = [](std::uint32_t from, std::uint32_t to) {
        return static_cast<std::uint64_t>(from) << 32U | to;
    };
    // Cosine between a triangle and the surface it stands for.
    const auto agreement = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        const glm::vec3 n = glm::cross(positions[b] - positions[a], positions[c] - positions[a]);
        const glm::vec3 m = normals[a] + normals[b] + normals[c];
        return glm::dot(n, m) / std::max(glm::length(n) * glm::length(m), 1e-12F);
    };
    std::unordered_map<std::uint64_t, std::size_t> triangle_at; // by directed edge
    for (std::size_t t = 0; t + 2 < indices.size(); t += 3)
        for (std::size_t k = 0; k < 3; ++k) triangle_at[key(indices[t + k], indices[t + (k + 1) % 3])] = t;
    for (int round = 0; round < 6; ++round) {
        bool changed = false;
        for (std::size_t t = 0; t + 2 < indices.size(); t += 3) {
            const float now = agreement(indices[t], indices[t + 1], indices[t + 2]);
            if (now > 0.2F) continue;
            float best = now + 0.05F;
            std::size_t best_edge = 3;
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = indices[t + k];
                const std::uint32_t b = indices[t + (k + 1) % 3];
                const std::uint32_t c = indices[t + (k + 2) % 3];
                const std::size_t other = triangle_at.at(key(b, a));
                const std::uint32_t d = indices[other] + indices[other + 1] + indices[other + 2] - a - b;
                if (d == c || triangle_at.contains(key(c, d)) || triangle_at.contains(key(d, c))) continue;
                const float then = std::min(agreement(a, d, c), agreement(d, b, c));
                if (then > best) {
                    best = then;
                    best_edge = k;
                }
            }
            if (best_edge == 3) continue;
            const std::uint32_t a = indices[t + best_edge];
            const std::uint32_t b = indices[t + (best_edge + 1) % 3];
            const std::uint32_t c = indices[t + (best_edge + 2) % 3];
            const std::size_t other = triangle_at.at(key(b, a));
            const std::uint32_t d = indices[other] + indices[other + 1] + indices[other + 2] - a - b;
            triangle_at.erase(key(a, b));
            triangle_at.erase(key(b, a));
            const auto put = [&](std::size_t at, std::array<std::uint32_t, 3> corners) {
                for (std::size_t k = 0; k < 3; ++k) {
                    indices[at + k] = corners[k];
                    triangle_at[key(corners[k], corners[(k + 1) % 3])] = at;
                }
            };
            put(t, {a, d, c});
            put(other, {d, b, c});
            changed = true;
        }
        if (!changed) return;
    }
}

/// Only the corners that `indices` use, with all that they carry.
Mesh compacted(const Mesh& mesh, const std::vector<std::uint32_t>& indices) {
    Mesh result;
    std::vector<std::uint32_t> renamed(mesh.positions.size(), ~0U);
    result.indices.reserve(indices.size());
    for (const std::uint32_t v : indices) {
        if (renamed[v] == ~0U) {
            renamed[v] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[v]);
            if (!mesh.normals.empty()) result.normals.push_back(mesh.normals[v]);
            if (!mesh.occlusion.empty()) result.occlusion.push_back(mesh.occlusion[v]);
            if (!mesh.ride.empty()) result.ride.push_back(mesh.ride[v]);
            if (!mesh.across.empty()) result.across.push_back(mesh.across[v]);
        }
        result.indices.push_back(renamed[v]);
    }
    return result;
}

} // namespace

Mesh reduced(const Mesh& mesh, std::size_t triangles) {
    const MeshNature whole = examine(mesh);
    const std::vector<glm::vec3> normals = normals_of(mesh);
    constexpr float tolerance = 0.006F; // of the mesh's size: half a millimetre on a lumbar vertebra
    // The simplifier minds the surface, not its topology: where a thin wall would be pinched shut, ask for
    // less.
    for (std::size_t target = triangles; target < mesh.indices.size() / 3; target += target / 8) {
        std::vector<std::uint32_t> indices(mesh.indices.size());
        indices.resize(meshopt_simplify(indices.data(), mesh.indices.data(), mesh.indices.size(),
                                        &mesh.positions.data()->x, mesh.positions.size(), sizeof(glm::vec3),
                                        target * 3, tolerance, 0, nullptr));
        const MeshNature nature = examine(compacted(mesh, indices));
        if (!nature.closed || nature.euler != whole.euler || nature.pieces != whole.pieces) continue;
        unfold(mesh.positions, normals, indices);
        return compacted(mesh, indices);
    }
    return compacted(mesh, mesh.indices);
}

Mesh coarser(const Mesh& mesh, float share) {
    const auto target = static_cast<std::size_t>(share * static_cast<float>(mesh.indices.size()) / 3) * 3;
    std::vector<std::uint32_t> indices(mesh.indices.size());
    constexpr float tolerance = 0.03F; // of the mesh's size
    indices.resize(meshopt_simplify(indices.data(), mesh.indices.data(), mesh.indices.size(),
                                    &mesh.positions.data()->x, mesh.positions.size(), sizeof(glm::vec3),
                                    target, tolerance, 0, nullptr));
    return compacted(mesh, indices.empty() ? mesh.indices : indices);
}

} // namespace spinescope::anatomy
