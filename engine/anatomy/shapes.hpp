#pragma once

#include "anatomy/facet_surface.hpp"
#include "anatomy/solid.hpp"

#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <vector>

namespace spinescope::anatomy {

/// A right-handed orthonormal frame: columns are its own x, y, z in the bone's axes.
[[nodiscard]] glm::mat3 frame_from(const glm::vec3& x, const glm::vec3& y_hint);
/// Turned by `degrees` about the bone's z: positive lifts what points forward.
[[nodiscard]] glm::mat3 pitched(float degrees);

[[nodiscard]] Shape ellipsoid(const glm::vec3& centre, const glm::vec3& radii,
                              const glm::mat3& frame = glm::mat3(1));

/// A box whose edges are rounded with radius `rounding`, which the half sizes include.
[[nodiscard]] Shape plate(const glm::vec3& centre, const glm::vec3& half, float rounding,
                          const glm::mat3& frame = glm::mat3(1));

/// One station along a limb: where its axis passes and how thick it is there.
struct Station {
    glm::vec3 at;
    float thick; ///< half size along the limb's `thin_side` direction
    float tall;  ///< half size across it
};

/// A tapered limb of elliptical section on a smooth curve through the stations (Catmull-Rom), with round
/// ends. `thin_side` says which way `thick` is measured; its part along the axis is ignored.
[[nodiscard]] Shape limb(const std::vector<Station>& stations, const glm::vec3& thin_side);

/// A curved plate with rounded edges, `half_thick` mm to either side of the smooth surface through a grid of
/// points (rows of equal length, Catmull-Rom both ways).
[[nodiscard]] Shape sheet(const std::vector<std::vector<glm::vec3>>& rows, float half_thick);

/// A lens of bone in a facet's axes, its middle `outward` mm off the facet's face: half sizes across and up
/// the facet and along its normal.
[[nodiscard]] Shape facet_pad(const FacetSurface& facet, float across, float up, float thickness,
                              float outward);

/// A straight round bar with round ends.
[[nodiscard]] Shape bar(const glm::vec3& from, const glm::vec3& to, float radius_from, float radius_to);

/// A blade in the sagittal plane: flat over the polygon (x, y) and falling to a rounded edge `margin` mm
/// outside it. Its half thickness is `thick` at the polygon's first point and changes by `gain` for every mm
/// along x and y.
[[nodiscard]] Shape blade(std::vector<glm::vec2> polygon, float margin, float thick, const glm::vec2& gain);

/// All that lies below the plane through `point` with the unit `normal`.
[[nodiscard]] Shape half_space(const glm::vec3& point, const glm::vec3& normal);

/// `shape` grown by `mm` on every side.
[[nodiscard]] Shape grown(Shape shape, float mm);

/// Only where both shapes are.
[[nodiscard]] Shape overlap(Shape a, Shape b, float blend = 0);

} // namespace spinescope::anatomy
