#pragma once

#include "language/text.hpp"
#include "timeline/trace.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace spinescope::timeline {

/// Parameters as a person writes them: key (with its unit, e.g. "film_um") and value.
using Settings = std::vector<std::pair<std::string, double>>;

/// A thrust of the hand, shared out among the joints it reaches. With one, the pull's parameters are what
/// arrives at the segment under the hand in the thrust's own direction; without one, what opens the joint.
struct Thrust {
    double aim_m = 0;       ///< where it lands above the scenario's joint, along the spine; negative below
    double spread_m = 0.05; ///< how far along the spine it reaches: see arriving_part()
    std::vector<std::pair<std::string, Settings>> joints; ///< the others it reaches, and how they differ
};

/// A named set of parameters: assets/scenarios/NAME.json, or a file of the user's. Scenarios differ by
/// parameters only.
struct Scenario {
    std::string name;
    language::Text title;
    language::Text summary; ///< one sentence
    std::string joint;      ///< "facet.L4-L5.right": the one that is meant
    Settings parameters;
    std::optional<Thrust> thrust; ///< empty: a pull on that joint alone, along its normal
};

/// The scenarios of the installation, by name, sorted.
[[nodiscard]] std::vector<std::string> scenario_names();
/// A scenario of the installation by its name, or one from a file if the words look like a path (they end in
/// .json or hold a /). Throws Failure for an unknown name (with the nearest one), a file that cannot be read,
/// or a malformed one (with the key).
[[nodiscard]] Scenario load_scenario(std::string_view name);
/// A scenario from the text of its file; `where` names the file in messages. Throws Failure naming the key.
[[nodiscard]] Scenario parse_scenario(std::string_view text, const std::string& name,
                                      const std::string& where);

/// A parameter that belongs to a scenario's thrust: aim_mm, spread_mm.
struct ThrustKey {
    std::string_view key;
    double Thrust::*field;
    double lowest, highest; ///< mm
    std::string_view meaning, source;
};
[[nodiscard]] const std::vector<ThrustKey>& thrust_keys();

/// Sets one parameter: a key of the joint ("film_um": of every joint that has not its own), of one other
/// joint
/// ("facet.L3-L4.right.film_um"), or of the thrust ("aim_mm"). Throws Failure for an unknown key (with the
/// nearest one) or a value out of its range.
void set(Scenario& scenario, std::string_view key, double value);

/// The scenario's parameters over the defaults, the facet's area from its joint's anatomy; the pull is not
/// shared out yet. Throws Failure for a key or value that is wrong.
[[nodiscard]] cavitation::Parameters parameters_of(const Scenario& scenario);

/// One joint under the scenario's pull.
struct JointPull {
    std::string joint;
    cavitation::Parameters parameters; ///< its own, with its share of the pull
    double share = 1;                  ///< of the pull under the hand; negative: presses the joint shut
    double distance_m = 0;             ///< from where the thrust lands, along the spine
};
/// Every joint that the scenario pulls at, the one meant first. A joint that is pressed shut gets the least
/// pull the model knows (1 N).
[[nodiscard]] std::vector<JointPull> joint_pulls(const Scenario& scenario);

/// Solves the scenario once, ahead of any picture; several joints on every core.
[[nodiscard]] Trace solve(const Scenario& scenario);

/// The trace as CSV, `time_s` first, units in every column's name, the joint meant only; and as the JSON of
/// `spinescope simulate`.
[[nodiscard]] std::string csv(const Trace& trace);
[[nodiscard]] std::string json(const Trace& trace);

} // namespace spinescope::timeline
