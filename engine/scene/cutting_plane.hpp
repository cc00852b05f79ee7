#pragma once

#include "scene/model.hpp"

#include <glm/vec4.hpp>

namespace spinescope::scene {

/// A plane through the spine; what lies beyond it, on the side of `normal`, is taken away.
struct CuttingPlane {
    glm::vec3 normal{0, 0, 1}; ///< unit, spine frame
    float offset_m = 0;        ///< how far along the normal from the origin

    /// As the renderer takes it: what is positive is taken away.
    [[nodiscard]] glm::vec4 equation() const { return {normal, -offset_m}; }
    bool operator==(const CuttingPlane&) const = default;
};

/// Reads a plane from the words of the command line:
///
///     sagittal | frontal | transverse             the middle; takes away the right, the front, what is above
///     transverse:L4, sagittal:12                  through the middle of a structure, or so many mm off
///     frontal:disc.L4-L5:other                    the same, and takes away the other side
///     0.5,0.5,0:10                                a normal and mm along it
///
/// A transverse plane through a structure has that structure's own tilt. Throws Failure saying what is wrong
/// and how it is written.
[[nodiscard]] CuttingPlane cutting_plane(std::string_view words, const Model& model);

} // namespace spinescope::scene
