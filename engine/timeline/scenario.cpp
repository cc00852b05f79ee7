#include "timeline/scenario.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"
#include "timeline/joint_figures.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace spinescope::timeline {

namespace {

void replace(Settings& settings, std::string_view key, double value) {
    const auto known = std::ranges::find(settings, key, &std::pair<std::string, double>::first);
    if (known != settings.end())
        known->second = value;
    else
        settings.emplace_back(key, value);
}

void set(Thrust& thrust, const ThrustKey& row, double value) {
    if (!(value >= row.lowest && value <= row.highest)) {
        char range[96];
        std::snprintf(range, sizeof range, "give a number from %g to %g", row.lowest, row.highest);
        throw Failure(std::string(row.key), "is out of range", range);
    }
    thrust.*row.field = value * 1e-3;
}

cavitation::Parameters parameters_at(const std::string& joint, const Settings& settings,
                                     const Settings& own) {
    cavitation::Parameters parameters;
    if (!joint.empty()) parameters.area = joint_figures(joint).area_m2;
    for (const auto& [key, value] : settings) cavitation::set(parameters, key, value);
    for (const auto& [key, value] : own) cavitation::set(parameters, key, value);
    return parameters;
}

/// The same course in time with `share` of its height.
void share_out(cavitation::Parameters& parameters, double share) {
    const double least_N = cavitation::parameter_key("pull_N").lowest;
    const double rise_s = (parameters.pull - parameters.preload) / parameters.pull_rate;
    for (double* force : {&parameters.pull, &parameters.preload, &parameters.hold})
        *force *= std::max(share, 0.0);
    parameters.pull = std::max(parameters.pull, least_N);
    parameters.pull_rate = std::max((parameters.pull - parameters.preload) / rise_s,
                                    cavitation::parameter_key("pull_rate_N_per_s").lowest);
}

} // namespace

const std::vector<ThrustKey>& thrust_keys() {
    static const std::vector<ThrustKey> rows{
        {"aim_mm", &Thrust::aim_m, -250, 250, "where the thrust lands above the joint that is meant",
         "on target unless told: thrusts landed 5.29 cm off on average, 0-14 (Ross et al. 2004)"},
        {"spread_mm", &Thrust::spread_m, 5, 500, "how far along the spine the thrust reaches (Gaussian)",
         "estimated: a little more than one segment, as several joints pop in one thrust"},
    };
    return rows;
}

void set(Scenario& scenario, std::string_view key, double value) {
    const auto of_thrust = std::ranges::find(thrust_keys(), key, &ThrustKey::key);
    if (of_thrust != thrust_keys().end()) {
        if (!scenario.thrust)
            throw Failure(std::string(key), "this scenario pulls at one joint along its normal",
                          "give its file a \"thrust\"");
        return set(*scenario.thrust, *of_thrust, value);
    }
    if (const std::size_t dot = key.rfind('.'); key.starts_with("facet.") && dot != std::string_view::npos) {
        const std::string_view joint = key.substr(0, dot);
        std::vector<std::string> others;
        if (scenario.thrust)
            for (auto& [name, own] : scenario.thrust->joints) {
                others.push_back(name);
                if (name != joint) continue;
                cavitation::Parameters scratch;
                cavitation::set(scratch, key.substr(dot + 1), value);
                return replace(own, key.substr(dot + 1), value);
            }
        throw Failure(files::shown(key), "no other joint of this scenario has that name",
                      others.empty() ? "leave the joint out: there is but one"
                                     : files::suggestion(joint, others));
    }
    cavitation::Parameters scratch;
    cavitation::set(scratch, key, value); // the checks
    replace(scenario.parameters, key, value);
}

cavitation::Parameters parameters_of(const Scenario& scenario) {
    return parameters_at(scenario.joint, scenario.parameters, {});
}

std::vector<JointPull> joint_pulls(const Scenario& scenario) {
    if (!scenario.thrust) return {{.joint = scenario.joint, .parameters = parameters_of(scenario)}};
    const Thrust& thrust = *scenario.thrust;
    const JointFigures& meant = joint_figures(scenario.joint);
    std::vector<JointPull> pulls;
    const auto add = [&](const std::string& joint, const Settings& own) {
        const JointFigures& figures = joint_figures(joint);
        const double distance = std::abs(figures.height_m - meant.height_m - thrust.aim_m);
        JointPull pull{.joint = joint,
                       .parameters = parameters_at(joint, scenario.parameters, own),
                       .share = opening_part(meant, figures) * arriving_part(distance, thrust.spread_m),
                       .distance_m = distance};
        cavitation::check(pull.parameters); // a pull that is none is told with the numbers as written
        share_out(pull.parameters, pull.share);
        pulls.push_back(std::move(pull));
    };
    add(scenario.joint, {});
    for (const auto& [joint, own] : thrust.joints) add(joint, own);
    return pulls;
}

} // namespace spinescope::timeline
