#pragma once

#include "scene/camera.hpp"

#include <cstddef>
#include <span>

namespace spinescope::scene {

/// Who looks, and how closely it matters.
struct Viewer {
    Camera camera;
    float height_px = 720;
    bool moving = false; ///< coarser shapes will do
};

/// The coarsest level of detail that still looks smooth: of levels with these numbers of triangles, finest
/// first, for something within `radius_m` of `centre`.
[[nodiscard]] std::size_t level_of_detail(std::span<const std::size_t> triangles, const glm::vec3& centre,
                                          float radius_m, const Viewer& viewer);

} // namespace spinescope::scene
