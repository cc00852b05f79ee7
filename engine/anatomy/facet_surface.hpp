#pragma once

#include "anatomy/solid.hpp"

#include <glm/mat3x3.hpp>

namespace spinescope::anatomy {

/// A superior articular facet as a surface in a vertebra's frame, right side, mm. The columns of `axes` are
/// across (towards the patient's right as far as it can), up (in the plane, cranial) and out (the normal,
/// away from the bone).
struct FacetSurface {
    glm::vec3 centre{};
    glm::mat3 axes{1};
    float width = 0;
    float height = 0;
    float bend = 0; ///< 1/mm; curvature across: positive is hollow, so that its edges reach forward along out

    [[nodiscard]] const glm::vec3& across() const { return axes[0]; }
    [[nodiscard]] const glm::vec3& up() const { return axes[1]; }
    [[nodiscard]] const glm::vec3& out() const { return axes[2]; }
    /// Point at (a across, u up) mm from the centre, `above` mm off the surface.
    [[nodiscard]] glm::vec3 at(float a, float u, float above = 0) const;
};

/// The outward normal of the right superior facet in Panjabi's convention (Panjabi et al. 1993): the angles
/// of the facet's plane with the transverse and the sagittal plane; a sagittal angle under 90 degrees makes
/// it face backward and outward, over 90 backward and inward.
[[nodiscard]] glm::vec3 superior_facet_normal(float transverse_deg, float sagittal_deg);

[[nodiscard]] glm::mat3 facet_axes(const glm::vec3& normal);

/// The face that looks at `facet` across `space` mm of joint, of the given size: the inferior facet of the
/// vertebra above.
[[nodiscard]] FacetSurface opposite(const FacetSurface& facet, float space, float width, float height);

/// The room in front of the facet, `depth` mm deep: cutting it leaves the facet's face with a crisp rim.
[[nodiscard]] Shape room_before(const FacetSurface& facet, float margin, float depth);

} // namespace spinescope::anatomy
