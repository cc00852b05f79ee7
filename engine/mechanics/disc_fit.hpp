#pragma once

#include "mechanics/growth.hpp"

#include <optional>

namespace spinescope::mechanics {

/// Scales the disc's moments so that the segment turns by its published range at its reference moment, when
/// everything else has found its place, and tilts its axes until a side bend brings so many degrees of
/// rotation per degree (positive to the same side), or as near as a tilt can bring it. A disc is what facets
/// and ligaments leave to it. Gives the motions at the ends of the range.
Ends fit_disc(Segment& segment, std::optional<double> rotation_per_side_bend);

} // namespace spinescope::mechanics
