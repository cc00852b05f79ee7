#pragma once

#include "anatomy/spine.hpp"

#include <span>

namespace spinescope::anatomy {

/// Bakes into every mesh how much open sky each vertex sees (ambient occlusion by cosine-weighted rays, those
/// longer than `reach_m` count as free): the mean of what it sees past its own bone alone and past its
/// standing neighbours too, so that an endplate is neither black when its bone is shown alone nor bright when
/// the disc lies on it.
void bake_occlusion(std::span<BuiltStructure> spine, float reach_m);

} // namespace spinescope::anatomy
