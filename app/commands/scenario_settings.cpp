#include "app/commands/scenario_settings.hpp"

#include "app/commands/commands.hpp"

#include <charconv>
#include <cmath>

namespace spinescope::app {

namespace {

/// KEY=VALUE; throws UsageError for anything else.
std::pair<std::string, double> parted(const std::string& setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0)
        throw UsageError{"--set '" + setting + "': write KEY=VALUE, for example film_um=3"};
    const std::string key = setting.substr(0, equals), words = setting.substr(equals + 1);
    double value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size() || !std::isfinite(value))
        throw UsageError{"--set '" + setting + "': '" + words + "' is not a number"};
    return {key, value};
}

} // namespace

void apply(timeline::Scenario& scenario, const std::vector<std::string>& settings) {
    for (const std::string& setting : settings) {
        const auto [key, value] = parted(setting);
        timeline::set(scenario, key, value);
    }
}

void apply(timeline::Regimen& regimen, const std::vector<std::string>& settings) {
    for (const std::string& setting : settings) {
        const auto [key, value] = parted(setting);
        timeline::set(regimen, key, value);
    }
}

} // namespace spinescope::app
