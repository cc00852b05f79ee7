#include "scene/detail.hpp"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::scene {

namespace {

/// Pixels that a triangle may cover before its edges show: at rest, and while everything moves.
constexpr float still_px = 6, moving_px = 20;

} // namespace

std::size_t level_of_detail(std::span<const std::size_t> triangles, const glm::vec3& centre, float radius_m,
                            const Viewer& viewer) {
    const float distance = std::max(glm::distance(centre, viewer.camera.eye()) - radius_m, 0.01f);
    const float pixels_per_m =
        viewer.height_px / (2 * distance * glm::tan(glm::radians(viewer.camera.field_of_view_deg) / 2));
    // Half the triangles face away; bones and tissues fill about a third of the disc around them.
    const float covered = 3.14159f * radius_m * radius_m * pixels_per_m * pixels_per_m / 3;
    const float most = viewer.moving ? moving_px : still_px;
    for (std::size_t level = triangles.size(); level-- > 1;)
        if (triangles[level] > 0 && covered <= most * static_cast<float>(triangles[level]) / 2) return level;
    return 0;
}

} // namespace spinescope::scene
