#include "anatomy/mesh_probe.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

namespace spinescope::anatomy {

MeshProbe::MeshProbe(const Mesh& mesh) : points_(mesh.positions), indices_(mesh.indices) {
    low_ = glm::vec3(1e9F);
    high_ = glm::vec3(-1e9F);
    for (glm::vec3& p : points_) {
        p *= 1000.0F;
        low_ = glm::min(low_, p);
        high_ = glm::max(high_, p);
    }
}

std::vector<float> MeshProbe::hits(const glm::vec3& origin, const glm::vec3& direction) const {
    // Moeller and Trumbore 1997.
    std::vector<float> found;
    for (std::size_t i = 0; i + 2 < indices_.size(); i += 3) {
        const glm::vec3& a = points_[indices_[i]];
        const glm::vec3 e1 = points_[indices_[i + 1]] - a;
        const glm::vec3 e2 = points_[indices_[i + 2]] - a;
        const glm::vec3 p = glm::cross(direction, e2);
        const float det = glm::dot(e1, p);
        if (std::abs(det) < 1e-9F) continue;
        const glm::vec3 s = origin - a;
        const float u = glm::dot(s, p) / det;
        if (u < 0 || u > 1) continue;
        const glm::vec3 q = glm::cross(s, e1);
        const float v = glm::dot(direction, q) / det;
        if (v < 0 || u + v > 1) continue;
        const float t = glm::dot(e2, q) / det;
        if (t > 0) found.push_back(t);
    }
    std::ranges::sort(found);
    return found;
}

std::optional<float> MeshProbe::first_hit(const glm::vec3& origin, const glm::vec3& direction) const {
    const std::vector<float> found = hits(origin, direction);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<float> MeshProbe::span(const glm::vec3& middle, const glm::vec3& direction) const {
    const auto there = first_hit(middle, direction);
    const auto back = first_hit(middle, -direction);
    return there && back ? std::optional(*there + *back) : std::nullopt;
}

bool MeshProbe::contains(const glm::vec3& point) const {
    if (glm::any(glm::lessThan(point, low_)) || glm::any(glm::greaterThan(point, high_))) return false;
    // An odd direction, so that no edge of the grid is met head on.
    return hits(point, glm::normalize(glm::vec3(0.283F, 0.871F, 0.402F))).size() % 2 == 1;
}

} // namespace spinescope::anatomy
