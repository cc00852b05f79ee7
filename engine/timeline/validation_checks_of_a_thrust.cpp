// How the rows about a whole thrust are computed: many thrusts over many joints, each with its own aim, film
// and nuclei. The spreads of these draws are estimates, but for the aim's.
#include "anatomy/parallel.hpp"
#include "timeline/joint_figures.hpp"
#include "timeline/reason.hpp"
#include "timeline/scenario.hpp"
#include "timeline/validation_checks.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <random>

namespace spinescope::timeline {

namespace {

/// Standard deviation of where a thrust lands about its target, m: 5.29 cm off on average, if that distance
/// is the hand's and normally distributed (Ross, Bereznick & McGill 2004).
constexpr double aim_scatter_m = 0.066;
/// Standard deviations of the logarithms, over joints and thrusts. Estimates.
constexpr double film_scatter = 0.6, nuclei_scatter = 0.2, pull_scatter = 0.2;
/// How far from the target joints are looked at, m: well beyond any reported pop (14 cm).
constexpr double looked_at_m = 0.25;

/// Standard normal draws, the same on every machine (Box & Muller 1958).
class Normal {
public:
    explicit Normal(std::uint64_t seed) : engine_(seed) {}
    double operator()() {
        const auto uniform = [&] { return (double(engine_() >> 11) + 0.5) * 0x1p-53; };
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    std::mt19937_64 engine_;
};

double clamped(std::string_view key, double value) {
    const cavitation::ParameterKey& row = cavitation::parameter_key(key);
    return std::clamp(value, row.lowest, row.highest);
}

struct Popped {
    double mean_pops = 0;       ///< of the thrusts with any
    double mean_distance_m = 0; ///< of all pops from the target
    double on_target = 0;       ///< share of the thrusts with any pop that popped the target
};

/// One thrust, `typical` but for its aim and strength and every joint's film and nuclei.
Scenario drawn(const Scenario& typical, double aim_scatter, Normal& normal) {
    const JointFigures& target = joint_figures(typical.joint);
    const cavitation::Parameters middle = parameters_of(typical);
    Scenario draw = typical;
    Thrust thrust{.aim_m = std::clamp(aim_scatter * normal(), -0.25, 0.25),
                  .spread_m = typical.thrust.value_or(Thrust{}).spread_m,
                  .joints = {}};
    const double strength = std::exp(pull_scatter * normal());
    for (const char* key : {"pull_N", "pull_rate_N_per_s", "preload_N", "hold_N"})
        set(draw, key, clamped(key, strength * cavitation::get(middle, key)));
    for (const JointFigures& joint : joint_figures()) {
        const double film = clamped("film_um", middle.film * 1e6 * std::exp(film_scatter * normal()));
        const double nuclei = clamped("nuclei_um", middle.nuclei * 1e6 * std::exp(nuclei_scatter * normal()));
        if (joint.joint == target.joint) {
            set(draw, "film_um", film);
            set(draw, "nuclei_um", nuclei);
        } else if (std::abs(joint.height_m - target.height_m) < looked_at_m) {
            thrust.joints.push_back({joint.joint, {{"film_um", film}, {"nuclei_um", nuclei}}});
        }
    }
    draw.thrust = thrust;
    // A joint that gets far less than its film can carry cannot pop: it need not be solved.
    const std::vector<JointPull> pulls = joint_pulls(draw);
    std::erase_if(thrust.joints, [&](const auto& joint) {
        const auto pull = std::ranges::find(pulls, joint.first, &JointPull::joint);
        return pull->parameters.pull < 0.8 * pull_needed(pull->parameters);
    });
    draw.thrust = std::move(thrust);
    return draw;
}

/// Many thrusts of one kind. Those without any pop are not counted, as the studies listened to those that
/// popped.
Popped many(const Scenario& typical, double aim_scatter, int thrusts) {
    constexpr std::uint64_t seed = 2004;
    Normal normal(seed);
    const JointFigures& target = joint_figures(typical.joint);
    std::vector<Scenario> draws;
    draws.reserve(std::size_t(std::max(thrusts, 0)));
    for (int i = 0; i < thrusts; ++i) draws.push_back(drawn(typical, aim_scatter, normal));
    std::vector<std::vector<std::pair<std::string, double>>> heard(draws.size());
    anatomy::for_each_index(draws.size(), [&](std::size_t i) { heard[i] = pops(solve(draws[i])); });

    Popped result;
    int any = 0, all = 0, hits = 0;
    for (const auto& thrust : heard) {
        any += thrust.empty() ? 0 : 1;
        hits +=
            std::ranges::any_of(thrust, [&](const auto& pop) { return pop.first == target.joint; }) ? 1 : 0;
        for (const auto& [joint, time_s] : thrust) {
            ++all;
            result.mean_distance_m += std::abs(joint_figures(joint).height_m - target.height_m);
        }
    }
    if (any == 0) return result;
    result.mean_pops = double(all) / any;
    result.mean_distance_m /= all;
    result.on_target = double(hits) / any;
    return result;
}

Scenario thrust_at(const std::string& joint) {
    Scenario scenario = load_scenario("several-joints");
    scenario.joint = joint;
    scenario.thrust->joints.clear();
    set(scenario, "end_min", 2);
    return scenario;
}

/// A neck's own thrust: 40.5 N at the hand within 79 ms (rotation), all of it taken to arrive: an upper
/// bound.
Scenario neck_thrust() {
    Scenario scenario = thrust_at("facet.C2-C3.right");
    set(scenario, "pull_N", 40.5);
    set(scenario, "pull_rate_N_per_s", 40.5 / 0.079);
    return scenario;
}

/// What the spread of several-joints leaves to the segment under the hand, if the spine's segments take all
/// of the hand's force between them.
double transmitted() {
    const Scenario scenario = load_scenario("several-joints");
    const double here = joint_figures(scenario.joint).height_m;
    double whole = 0;
    for (const JointFigures& joint : joint_figures())
        if (joint.joint.ends_with("right"))
            whole += arriving_part(joint.height_m - here, scenario.thrust->spread_m);
    return 1 / whole;
}

} // namespace

Checks checks_of_a_thrust(int thrusts) {
    const auto lumbar =
        std::make_shared<const Popped>(many(thrust_at("facet.L3-L4.right"), aim_scatter_m, thrusts));
    return {
        {"9a", [=] { return many(neck_thrust(), 0, thrusts).mean_pops; }},
        {"9b", [=] { return many(thrust_at("facet.L5-S1.right"), aim_scatter_m, thrusts).mean_pops; }},
        {"10a", [=] { return 100 * lumbar->mean_distance_m; }},
        {"10b", [=] { return 100 * lumbar->on_target; }},
        {"15", transmitted},
    };
}

} // namespace spinescope::timeline
