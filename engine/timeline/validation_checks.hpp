#pragma once

#include <functional>
#include <map>
#include <string>

namespace spinescope::timeline {

/// How a row's figure is computed, by row. Each file below keeps the checks of one kind.
using Checks = std::map<std::string, std::function<double()>>;

[[nodiscard]] Checks checks_of_a_pop();               ///< film, cavity, sound, gas, refractory period
[[nodiscard]] Checks checks_of_a_thrust(int thrusts); ///< several joints: how many pop, and where
[[nodiscard]] Checks checks_of_the_spine();           ///< ranges, coupling, shares, strains, wear

} // namespace spinescope::timeline
