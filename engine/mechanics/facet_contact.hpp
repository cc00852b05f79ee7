#pragma once

#include "mechanics/toe_linear.hpp"

#include <glm/vec3.hpp>

namespace spinescope::mechanics {

/// A patch of the upper bone's facet before the plane of the lower one's. The patch keeps its place on the
/// upper bone, the plane its own on the lower.
struct FacetPatch {
    bool right = false;
    glm::dvec3 at{};      ///< segment frame, standing, m
    glm::dvec3 normal{};  ///< unit; from the lower bone towards the upper
    double play = 0;      ///< how far it comes nearer before cartilage meets cartilage, m
    double settling = 0;  ///< and how much farther until all of it bears, m
    double stiffness = 0; ///< of both cartilages over the patch, N/m
};

/// Pressed when the patch has come `closed` m nearer than it stands: energy J, force N, stiffness N/m. Facets
/// push and never pull.
[[nodiscard]] constexpr Resistance pressed(const FacetPatch& patch, double closed) {
    const Resistance law = toe_linear(closed - patch.play, patch.settling);
    return {patch.stiffness * law.energy, patch.stiffness * law.force, patch.stiffness * law.stiffness};
}

} // namespace spinescope::mechanics
