#pragma once

#include "mechanics/segment.hpp"

namespace spinescope::mechanics {

/// How far one facet joint's faces have parted along their normal in a motion of its segment, beyond
/// standing, m; the mean over the joint, negative when pressed together. 0 where the segment has no such
/// joint.
[[nodiscard]] double facet_opening(const Segment& segment, const Motion& q, bool right);

} // namespace spinescope::mechanics
