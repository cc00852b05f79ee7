#include "timeline/scenario.hpp"
#include "timeline/why.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace spinescope::timeline {

std::string csv(const Trace& trace) {
    std::string text = "time_s,pull_N,gap_um,pressure_kPa,cavity_mm3,cavity_kPa,"
                       "dissolved_CO2_nmol,dissolved_N2_nmol,dissolved_O2_nmol,"
                       "cavity_CO2_nmol,cavity_N2_nmol,cavity_O2_nmol,sound_Pa\n";
    std::array<char, 64> number{};
    for (const cavitation::Sample& s : trace.samples) {
        std::snprintf(number.data(), number.size(), "%.13g", s.time_s);
        text += number.data();
        for (const double value :
             {s.pull_N, s.gap_m * 1e6, s.pressure_Pa / 1e3, s.cavity_m3 * 1e9, s.cavity_Pa / 1e3,
              s.dissolved_mol[0] * 1e9, s.dissolved_mol[1] * 1e9, s.dissolved_mol[2] * 1e9,
              s.cavity_mol[0] * 1e9, s.cavity_mol[1] * 1e9, s.cavity_mol[2] * 1e9, s.sound_Pa}) {
            std::snprintf(number.data(), number.size(), ",%.8g", value);
            text += number.data();
        }
        text += '\n';
    }
    return text;
}

std::string json(const Trace& trace) {
    const Outcome& outcome = trace.outcome;
    const auto rounded = [](double value) { // six significant figures: the solver's own
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%.6g", value);
        return std::strtod(text.data(), nullptr);
    };
    const auto optional = [&](const std::optional<double>& value) {
        return value ? nlohmann::ordered_json(rounded(*value)) : nlohmann::ordered_json(nullptr);
    };
    nlohmann::ordered_json report;
    report["scenario"] = trace.scenario;
    report["title"] = trace.title.str();
    report["joint"] = trace.joint;
    report["popped"] = outcome.popped;
    report["reason"] = word(outcome.reason);
    report["why"] = why(trace);
    report["why_source"] = why_source(trace);
    report["time_of_pop_s"] = optional(outcome.time_of_pop_s);
    report["peak_tension_kPa"] = rounded(outcome.peak_tension_kPa);
    report["threshold_kPa"] = rounded(outcome.threshold_kPa);
    report["peak_cavity_mm3"] = rounded(outcome.peak_cavity_mm3);
    report["gap_before_mm"] = rounded(outcome.gap_before_mm);
    report["gap_after_mm"] = rounded(outcome.gap_after_mm);
    report["peak_sound_dB"] = rounded(outcome.peak_sound_dB);
    report["gas_gone_s"] = optional(outcome.gas_gone_s);
    report["ready_again_s"] = optional(outcome.ready_s);
    for (const Event& event : trace.events)
        report["events"].push_back({{"id", event.id}, {"name", told(event)}, {"time_s", event.time_s}});
    if (!trace.neighbours.empty()) {
        const auto joint = [&](const Trace& of) {
            return nlohmann::ordered_json{{"joint", of.joint},
                                          {"popped", of.outcome.popped},
                                          {"reason", word(of.outcome.reason)},
                                          {"time_of_pop_s", optional(of.outcome.time_of_pop_s)},
                                          {"share", rounded(of.share)},
                                          {"distance_mm", rounded(of.distance_m * 1e3)},
                                          {"area_mm2", rounded(of.parameters.area * 1e6)},
                                          {"film_um", rounded(of.parameters.film * 1e6)},
                                          {"peak_tension_kPa", rounded(of.outcome.peak_tension_kPa)},
                                          {"why", why(of)}};
        };
        report["joints"].push_back(joint(trace));
        for (const Trace& other : trace.neighbours) report["joints"].push_back(joint(other));
    }
    return report.dump(2);
}

} // namespace spinescope::timeline
