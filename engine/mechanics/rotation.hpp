#pragma once

#include <array>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

namespace spinescope::mechanics {

/// The rotation by the vector phi (axis times angle, rad).
[[nodiscard]] glm::dmat3 rotation(const glm::dvec3& phi);
/// Its vector, of length up to pi.
[[nodiscard]] glm::dvec3 rotation_vector(const glm::dmat3& r);

/// A rotation and how it changes with the entries of its vector.
struct RotationChange {
    glm::dmat3 r;
    std::array<glm::dmat3, 3> first;
    std::array<glm::dmat3, 6> second; ///< xx, xy, xz, yy, yz, zz
};
[[nodiscard]] RotationChange rotation_change(const glm::dvec3& phi);

/// J with spin = J dphi, the spin being that of the turned body seen from outside: a moment M does the work
/// of transpose(J) M on phi. Regular below a full turn.
[[nodiscard]] glm::dmat3 spin_of(const glm::dvec3& phi);

} // namespace spinescope::mechanics
