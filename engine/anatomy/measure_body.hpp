#pragma once

#include "anatomy/mesh_probe.hpp"

#include <optional>
#include <string_view>

namespace spinescope::anatomy {

/// A vertebral body as callipers find it in its own frame, mm.
struct BodyMeasures {
    std::optional<float> width_upper, width_lower;
    std::optional<float> depth_upper, depth_lower;
    glm::vec3 upper_front{}, upper_rear{}; ///< summits of the rims in the midline
    glm::vec3 lower_front{}, lower_rear{};
    float height = 0; ///< mean of front and rear
    float rear = 0;   ///< x of the rear wall where it reaches furthest back
};

/// Of the body in the mesh's own frame (C2 to L5), or of S1 on the sacrum.
[[nodiscard]] BodyMeasures measure_body(const MeshProbe& probe, std::string_view level);

} // namespace spinescope::anatomy
