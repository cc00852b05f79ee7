#include "app/commands/commands.hpp"
#include "app/commands/scenario_settings.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "timeline/sweep.hpp"

#include <charconv>
#include <cmath>

namespace spinescope::app {

namespace {

/// The whole of `words` as a finite number.
std::optional<double> number(std::string_view words) {
    double value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

timeline::SweepAxis axis_of(const std::string& words) {
    const auto wrong = [&](const std::string& what) {
        return UsageError{"--sweep '" + words + "': " + what +
                          "; write KEY=from:to:n or KEY=from:to:n:log, for example film_um=1:20:40:log"};
    };
    const std::size_t equals = words.find('=');
    if (equals == std::string::npos || equals == 0) throw wrong("names no key");
    std::vector<std::string> parts;
    for (std::size_t begin = equals + 1, end = 0; end != std::string::npos; begin = end + 1) {
        end = words.find(':', begin);
        parts.push_back(words.substr(begin, end == std::string::npos ? end : end - begin));
    }
    if (parts.size() != 3 && parts.size() != 4) throw wrong("does not have three or four parts");
    if (parts.size() == 4 && parts[3] != "log") throw wrong("'" + parts[3] + "' is not 'log'");
    const auto from = number(parts[0]), to = number(parts[1]), count = number(parts[2]);
    if (!from || !to) throw wrong("its ends are not both numbers");
    if (!count || *count < 1 || *count > 1e6 || *count != std::floor(*count))
        throw wrong("'" + parts[2] + "' is no whole number of values from 1 to 1000000");
    return {.key = words.substr(0, equals),
            .from = *from,
            .to = *to,
            .count = static_cast<int>(*count),
            .logarithmic = parts.size() == 4};
}

} // namespace

void sweep_command(const SimulateOptions& options) {
    timeline::Scenario scenario = timeline::load_scenario(options.scenario);
    apply(scenario, options.settings);
    std::vector<timeline::SweepAxis> axes;
    for (const std::string& words : options.sweeps) {
        axes.push_back(axis_of(words));
        try { // a sweep that cannot be is a wrong command line, told before the work
            (void)timeline::values(axes.back());
            timeline::Scenario ends = scenario;
            timeline::set(ends, axes.back().key, axes.back().from);
            timeline::set(ends, axes.back().key, axes.back().to);
        } catch (const Failure& failure) {
            throw UsageError{"--sweep '" + words + "': " + failure.what()};
        }
    }
    if (!options.output.empty() && options.output != "-") files::StagedFile checked(options.output);
    const std::vector<timeline::SweepPoint> points = timeline::sweep(scenario, axes);
    const bool as_csv = options.format == "csv" || options.output == "-";
    if (!options.output.empty() && options.output != "-")
        files::write_whole(options.output, timeline::sweep_csv(axes, points));
    print(as_csv                     ? timeline::sweep_csv(axes, points)
          : options.format == "json" ? timeline::sweep_json(axes, points)
                                     : timeline::sweep_table(axes, points));
}

} // namespace spinescope::app
