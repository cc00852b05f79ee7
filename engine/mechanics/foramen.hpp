#pragma once

#include "mechanics/segment.hpp"

namespace spinescope::mechanics {

/// The nerve root's room in a segment's foramen: the area of its bony outline seen from the side, mm2. The
/// upper bone's part of the outline rides on that bone. 0 above C2, where roots leave between no pedicles.
[[nodiscard]] double foramen_area_mm2(const Segment& segment, const Motion& q, bool right);

/// The same as part of that in standing; 1 above C2. Bones alone: disc and flavum bulge as they did. Lumbar
/// foramina gain some 12 % in flexion and lose 15 % in extension (Inufusa et al. 1996).
[[nodiscard]] double foramen_room(const Segment& segment, const Motion& q, bool right);

} // namespace spinescope::mechanics
