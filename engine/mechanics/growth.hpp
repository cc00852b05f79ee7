#pragma once

#include "anatomy/figures.hpp"
#include "mechanics/segment.hpp"

namespace spinescope::mechanics {

/// The motions at the ends of a segment's range, by way; side bend and rotation to the right.
using Ends = std::array<Motion, ways>;

/// Turned about its published centres, nothing else moving.
[[nodiscard]] Ends ends_about_centres(const Segment& segment);

/// Makes a segment's strands as long and stiff as the tables of mechanics tell: at rest as long as in
/// standing but for their slack, and so long that the range, which they have grown to, stretches them no
/// more than living ligaments are. `i` is the segment's place.
void grow(Segment& segment, const anatomy::Figures& mechanics, std::size_t i, const Ends& ends);

} // namespace spinescope::mechanics
