#pragma once

#include "timeline/trace.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace spinescope::timeline {

/// A named set of parameters: assets/scenarios/NAME.json. Scenarios differ by parameters only.
struct Scenario {
    std::string name;
    std::string title;
    std::string summary;                                    ///< one sentence
    std::string joint;                                      ///< "facet.L4-L5.right"
    std::vector<std::pair<std::string, double>> parameters; ///< key (with its unit, e.g. "film_um") and value
};

/// The scenarios of the installation, by name, sorted.
[[nodiscard]] std::vector<std::string> scenario_names();
/// Throws Failure for an unknown name (with the nearest one) or a malformed file (with the key).
[[nodiscard]] Scenario load_scenario(std::string_view name);
/// A scenario from the text of its file; `where` names the file in messages. Throws Failure naming the key.
[[nodiscard]] Scenario parse_scenario(std::string_view text, const std::string& name,
                                      const std::string& where);
/// Sets one parameter. Throws Failure for an unknown key (with the nearest one) or a value out of its range.
void set(Scenario& scenario, std::string_view key, double value);

/// The scenario's parameters over the defaults. Throws Failure for a key or value that is wrong.
[[nodiscard]] cavitation::Parameters parameters_of(const Scenario& scenario);

/// Solves the scenario once, ahead of any picture.
[[nodiscard]] Trace solve(const Scenario& scenario);

/// The trace as CSV, `time_s` first, units in every column's name; and as the JSON of `spinescope simulate`.
[[nodiscard]] std::string csv(const Trace& trace);
[[nodiscard]] std::string json(const Trace& trace);

} // namespace spinescope::timeline
