#pragma once

#include "anatomy/facet_joint.hpp"

#include <glm/mat4x4.hpp>

namespace spinescope::mechanics {

/// The rigid motion of the upper vertebra (spine frame, m) that opens one facet joint by `gap_m` along its
/// normal, beyond rest. The vertebra turns about the middle of the disc, about 30 mm in front of the facet;
/// where the facet's normal points at that (little would open), about the facet of the other side. Identity
/// for gaps of zero or less. Throws Failure when the gap is not finite or wider than a turn of that vertebra
/// can give.
[[nodiscard]] glm::mat4 facet_gapping(const anatomy::FacetJoint& joint, double gap_m);

} // namespace spinescope::mechanics
