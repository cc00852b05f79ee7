#pragma once

#include "anatomy/mesh.hpp"
#include "scene/joint_space.hpp"

#include <functional>

namespace spinescope::scene {

/// A closed body of two faces over a star-shaped piece of a joint: what lies there.
struct Slab {
    /// (r, angle) with r from 0 to 1 and angle from 0 to 2 pi, to (u, v).
    std::function<glm::vec2(float, float)> place = [](float r, float angle) {
        return r * glm::vec2(std::cos(angle), std::sin(angle));
    };
    std::function<float(glm::vec2)> low, high; ///< m along the normal
    /// Share of the thickness that is left at r: 0 at the rim.
    std::function<float(float)> edge = rounded;
    int spokes = 48;
    int rings = 14;

    static float rounded(float r);
    /// What a rounded rim leaves of the volume: the integral of sqrt(1 - s^4) over 0..1.
    static constexpr float rounded_volume = 0.874f;
};

/// Its surface, closed and outward, spine frame.
[[nodiscard]] anatomy::Mesh surface(const Slab& slab, const JointFrame& frame);

/// A ball of that very volume, its centre at (u, v, w).
[[nodiscard]] anatomy::Mesh ball(const JointFrame& frame, glm::vec2 uv, float w, float radius_m,
                                 int spokes = 24, int rings = 8);

/// Adds the triangles of `more`.
void append(anatomy::Mesh& mesh, const anatomy::Mesh& more);

} // namespace spinescope::scene
