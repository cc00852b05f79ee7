#pragma once

#include "anatomy/spine.hpp"

#include <span>

namespace spinescope::anatomy {

/// Bakes into every mesh how much open sky each vertex sees past its own bone and its standing neighbours
/// (ambient occlusion by cosine-weighted rays, those longer than `reach_m` count as free).
void bake_occlusion(std::span<BuiltStructure> spine, float reach_m);

} // namespace spinescope::anatomy
