#pragma once

#include "anatomy/spine.hpp"

#include <span>

namespace spinescope::anatomy {

/// Bakes into every mesh how much open sky each vertex sees (ambient occlusion by cosine-weighted rays, those
/// longer than `reach_m` count as free): the mean of what it sees past its own structure alone and past the
/// standing bones and discs too, so that an endplate is neither black when its bone is shown alone nor bright
/// when the disc lies on it. Other tissues cast no shade: they are often hidden.
void bake_occlusion(std::span<BuiltStructure> spine, float reach_m);

} // namespace spinescope::anatomy
