#include "app/commands/commands.hpp"
#include "app/commands/scenario_settings.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "timeline/regimen.hpp"
#include "timeline/scenario.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace spinescope::app {

namespace {

/// Every joint under the thrust, those that popped first and in order.
std::string joints(const timeline::Trace& trace) {
    std::vector<const timeline::Trace*> all{&trace};
    for (const timeline::Trace& other : trace.neighbours) all.push_back(&other);
    std::ranges::stable_sort(all, {}, [](const timeline::Trace* of) {
        return of->outcome.time_of_pop_s.value_or(std::numeric_limits<double>::max());
    });
    std::string text = "joints                pop s     reason    share  mm off  area mm2  film um  pull N\n";
    for (const timeline::Trace* of : all) {
        char line[160], when[32] = "-";
        if (of->outcome.time_of_pop_s) std::snprintf(when, sizeof when, "%.4f", *of->outcome.time_of_pop_s);
        std::snprintf(line, sizeof line, "  %-18s %8s  %-9s %6.2f  %6.0f  %8.0f  %7.2g  %6.1f\n",
                      of->joint.c_str(), when, std::string(word(of->outcome.reason)).c_str(), of->share,
                      of->distance_m * 1e3, of->parameters.area * 1e6, of->parameters.film * 1e6,
                      of->parameters.pull);
        text += line;
    }
    return text;
}

std::string table(const timeline::Trace& trace) {
    std::string text;
    const auto row = [&](const char* name, const std::string& value) {
        char line[512];
        std::snprintf(line, sizeof line, "%-20s %s\n", name, value.c_str());
        text += line;
    };
    const auto number = [](double value, const char* unit) {
        char words[64];
        std::snprintf(words, sizeof words, "%.4g %s", value, unit);
        return std::string(words);
    };
    const timeline::Outcome& outcome = trace.outcome;
    row("scenario", trace.scenario);
    row("joint", trace.joint);
    row("popped", outcome.popped ? "yes" : "no");
    row("reason", std::string(word(outcome.reason)));
    row("why", timeline::why(trace));
    row("time of pop", outcome.time_of_pop_s ? number(*outcome.time_of_pop_s, "s") : "-");
    row("peak tension", number(outcome.peak_tension_kPa, "kPa"));
    row("peak cavity", number(outcome.peak_cavity_mm3, "mm3"));
    row("gap before", number(outcome.gap_before_mm, "mm"));
    row("gap after", number(outcome.gap_after_mm, "mm"));
    text += "events\n";
    for (const timeline::Event& event : trace.events)
        row(("  " + event.id).c_str(), number(event.time_s, "s   ") + timeline::told(event));
    if (!trace.neighbours.empty()) text += joints(trace);
    return text;
}

} // namespace

void simulate_command(const SimulateOptions& options) {
    if (timeline::names_regimen(options.scenario)) return course_command(options);
    if (!options.sweeps.empty()) return sweep_command(options);
    timeline::Scenario scenario = timeline::load_scenario(options.scenario);
    apply(scenario, options.settings);
    // A destination that cannot be written is told before the work, not after it.
    if (!options.output.empty() && options.output != "-") files::StagedFile checked(options.output);
    const timeline::Trace trace = timeline::solve(scenario);
    if (options.output == "-" || (options.output.empty() && options.format == "csv"))
        return print(timeline::csv(trace));
    if (!options.output.empty()) files::write_whole(options.output, timeline::csv(trace));
    print(options.format == "json" ? timeline::json(trace) + "\n" : table(trace));
}

} // namespace spinescope::app
