#pragma once

#include <glm/vec3.hpp>

namespace spinescope::scene {

/// The colour map cividis: dark blue by grey to yellow, ever brighter at an even pace, read alike with and
/// without colour vision (Nunez, Anderton & Renslow 2018, PLoS ONE 13(7):e0199239). Display RGB, within 1/255
/// of the published table; `place` is held within 0 and 1.
[[nodiscard]] glm::vec3 cividis(float place);

} // namespace spinescope::scene
