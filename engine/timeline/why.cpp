#include "timeline/why.hpp"

#include "cavitation/pull_course.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::timeline {

namespace {

std::string printed(double value, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

const Event* find(const Trace& trace, std::string_view id) {
    const auto found = std::ranges::find(trace.events, id, &Event::id);
    return found == trace.events.end() ? nullptr : &*found;
}

} // namespace

std::string told(double value) {
    const double magnitude = std::abs(value);
    if (magnitude >= 10 || magnitude < 5e-4) return printed(value, 0);
    return printed(value, magnitude >= 1 ? 1 : magnitude >= 0.1 ? 2 : 3);
}

std::string told_joint(std::string_view joint) {
    if (joint.starts_with("facet.")) joint.remove_prefix(6);
    std::string words(joint);
    std::ranges::replace(words, '.', ' ');
    return words;
}

std::string told_length(double m) {
    return m < 1e-4 ? told(m * 1e6) + " µm" : printed(m * 1e3, 2) + " mm";
}

std::string told_duration(double s) {
    if (s < 1e-3) return told(s * 1e6) + " µs";
    if (s < 1) return told(s * 1e3) + " ms";
    return s < 90 ? told(s) + " s" : told(s / 60) + " min";
}

std::string why(const Trace& trace) {
    const Outcome& outcome = trace.outcome;
    const cavitation::Parameters& p = trace.parameters;
    const cavitation::PullCourse pull(p);
    const std::string gap_after = told_length(outcome.gap_after_mm * 1e-3);
    const std::string nuclei = told_length(p.nuclei);
    double strongest = 0;
    for (const cavitation::Sample& sample : trace.samples) strongest = std::max(strongest, sample.pull_N);
    const std::string share =
        p.guarding_share > 0 ? " Guarding muscles took " + told(100 * p.guarding_share) + " % of the pull."
                             : "";

    if (const Event* nucleation = find(trace, "nucleation")) {
        const cavitation::Sample then = at(trace, nucleation->time_s);
        const std::string passed = outcome.threshold_kPa > 0
                                       ? " N the film's tension passed " + told(outcome.threshold_kPa) +
                                             " kPa, more than its nuclei of " + nuclei + " withstand"
                                       : " N the film's pressure fell to " + told(-outcome.threshold_kPa) +
                                             " kPa, where its nuclei of " + nuclei + " begin to grow";
        const std::string at_pull = "At " + told(then.pull_N) + passed;
        if (outcome.popped)
            return at_pull + ": a cavity formed and the gap sprang from " + told_length(then.gap_m) + " to " +
                   told_length(at(trace, nucleation->time_s + 0.02).gap_m) + ".";
        return at_pull +
               ", and a cavity formed, but with so little tension behind it that nobody would hear it.";
    }
    if (find(trace, "old-gas") != nullptr)
        return "The last pop was " + told_duration(p.rest) + " ago and " +
               told(trace.samples.front().cavity_m3 * 1e9) +
               " mm³ of its gas was still free. It expanded as soon as the pull began, so no tension could "
               "build up "
               "and the gap opened quietly to " +
               gap_after + ".";
    const std::string withstand =
        told(outcome.threshold_kPa) + " kPa that its nuclei of " + nuclei + " withstand";
    const std::string tension = outcome.peak_tension_kPa < 1
                                    ? "the film never came under tension, far from the " + withstand
                                    : "the film's tension reached " + told(outcome.peak_tension_kPa) +
                                          " kPa, short of the " + withstand;
    if (outcome.gap_after_mm < 0.05)
        return "With " + told(strongest) + " N on the joint " + tension + "; the surfaces parted by only " +
               told_length(outcome.gap_after_mm * 1e-3 - trace.samples.front().gap_m) + "." + share;
    return "With " + told(strongest) + " N on the joint " + tension + ": the film of " +
           told_length(trace.samples.front().gap_m) + " leaked open first, quietly, to " + gap_after + "." +
           share;
}

} // namespace spinescope::timeline
