#pragma once

#include "timeline/regimen.hpp"
#include "timeline/scenario.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

/// Sets parameters of a scenario or regimen as `--set KEY=VALUE` says them, in order. Throws UsageError for
/// words that are no setting, Failure for a key that does not exist or a value out of its range.
void apply(timeline::Scenario& scenario, const std::vector<std::string>& settings);
void apply(timeline::Regimen& regimen, const std::vector<std::string>& settings);

} // namespace spinescope::app
