#include "app/commands/commands.hpp"
#include "app/commands/scenario_settings.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "timeline/scenario.hpp"

#include <cstdio>

namespace spinescope::app {

namespace {

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
    row("why", outcome.why);
    row("time of pop", outcome.time_of_pop_s ? number(*outcome.time_of_pop_s, "s") : "-");
    row("peak tension", number(outcome.peak_tension_kPa, "kPa"));
    row("peak cavity", number(outcome.peak_cavity_mm3, "mm3"));
    row("gap before", number(outcome.gap_before_mm, "mm"));
    row("gap after", number(outcome.gap_after_mm, "mm"));
    text += "events\n";
    for (const timeline::Event& event : trace.events)
        row(("  " + event.id).c_str(), number(event.time_s, "s   ") + event.name);
    return text;
}

} // namespace

void simulate_command(const SimulateOptions& options) {
    timeline::Scenario scenario = timeline::load_scenario(options.scenario);
    apply(scenario, options.settings);
    // A destination that cannot be written is told before the work, not after it.
    if (!options.output.empty() && options.output != "-") files::StagedFile checked(options.output);
    const timeline::Trace trace = timeline::solve(scenario);
    if (options.output == "-") return print(timeline::csv(trace));
    if (!options.output.empty()) files::write_whole(options.output, timeline::csv(trace));
    print(options.format == "json" ? timeline::json(trace) + "\n" : table(trace));
}

} // namespace spinescope::app
