#pragma once

#include "anatomy/mesh.hpp"

#include <glm/vec3.hpp>
#include <vector>

namespace spinescope::render {

/// Which way the fibres run at every corner: unit, along the surface where `across` stays the same, the sense
/// left open. Zero where there is none; empty for a mesh without fibres.
[[nodiscard]] std::vector<glm::vec3> fibre_directions(const anatomy::Mesh& mesh);

} // namespace spinescope::render
