#pragma once

#include "anatomy/mesh.hpp"

#include <optional>
#include <vector>

namespace spinescope::anatomy {

/// A calliper for one mesh: finds where straight lines meet it. Lengths in mm, in the mesh's own frame.
class MeshProbe {
public:
    explicit MeshProbe(const Mesh& mesh);

    /// Distances along the unit `direction` at which the line from `origin` meets the surface, ascending.
    [[nodiscard]] std::vector<float> hits(const glm::vec3& origin, const glm::vec3& direction) const;
    [[nodiscard]] std::optional<float> first_hit(const glm::vec3& origin, const glm::vec3& direction) const;
    /// Sum of the first hits both ways: the thickness around a point inside, the width of a gap around one
    /// outside. Nothing when a side is open.
    [[nodiscard]] std::optional<float> span(const glm::vec3& middle, const glm::vec3& direction) const;
    /// Whether `point` lies inside, by counting crossings.
    [[nodiscard]] bool contains(const glm::vec3& point) const;

    [[nodiscard]] const std::vector<glm::vec3>& points() const { return points_; }
    [[nodiscard]] const std::vector<std::uint32_t>& indices() const { return indices_; }
    [[nodiscard]] glm::vec3 low() const { return low_; }
    [[nodiscard]] glm::vec3 high() const { return high_; }

private:
    std::vector<glm::vec3> points_;
    std::vector<std::uint32_t> indices_;
    glm::vec3 low_{};
    glm::vec3 high_{};
};

} // namespace spinescope::anatomy
