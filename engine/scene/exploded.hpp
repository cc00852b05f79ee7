#pragma once

#include "anatomy/chain.hpp"

namespace spinescope::scene {

/// How far neighbouring bones are drawn apart when the view is fully exploded, m.
inline constexpr float widest_gap_m = 0.022f;

/// The bones pulled apart along the body's axis, each standing on its place above the sacrum; `amount` from
/// 0, as they are, to 1.
[[nodiscard]] anatomy::Posture exploded(anatomy::Posture posture, float amount);

} // namespace spinescope::scene
