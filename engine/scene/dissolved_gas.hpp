#pragma once

#include "anatomy/mesh.hpp"
#include "scene/joint_film.hpp"

#include <array>
#include <vector>

namespace spinescope::scene {

/// Dissolved gas as dots in the fluid: each stands for so much of one gas, wherever the joint's fluid is.
constexpr double moles_a_dot = 0.5e-9;
/// So many of one gas are drawn at most.
constexpr int most_dots = 600;
constexpr float dot_radius_m = 0.07e-3f;

/// Over the whole face of the fluid, or on the cut across the facet's middle (v = 0).
enum class Spread { everywhere, on_the_cut };

/// Where the dots of CO2, N2 and O2 are, spine frame. A place is tried in an order that never changes, and
/// taken unless gas has spread over it: dots vanish where the cavity grows and are there again when it has
/// gone.
[[nodiscard]] std::array<std::vector<glm::vec3>, 3> dissolved_gas(const JointSpace& space,
                                                                  const JointInstant& instant, Spread spread);

/// One small ball a place.
[[nodiscard]] anatomy::Mesh dots(const std::vector<glm::vec3>& places, float radius_m = dot_radius_m);

} // namespace spinescope::scene
