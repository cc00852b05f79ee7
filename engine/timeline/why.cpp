#include "timeline/why.hpp"

#include "timeline/reason.hpp"

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

using cavitation::Sample;

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

namespace {

std::string popped(const Trace& trace, const Sample& then) {
    const Outcome& outcome = trace.outcome;
    return "At " + told(then.pull_N) + " N the film's tension passed " + told(outcome.threshold_kPa) +
           " kPa, more than its nuclei of " + told_length(trace.parameters.nuclei) +
           " withstand: a cavity formed and the gap sprang from " + told_length(then.gap_m) + " to " +
           told_length(at(trace, then.time_s + 0.02).gap_m) + ".";
}

std::string nucleated(const Trace& trace) {
    const std::string nuclei = told_length(trace.parameters.nuclei);
    if (trace.outcome.threshold_kPa > 0)
        return "The film's tension passed the " + told(trace.outcome.threshold_kPa) +
               " kPa that its nuclei of " + nuclei +
               " withstand, but so little pull was behind it that the cavity of " +
               told(trace.outcome.peak_cavity_mm3) + " mm³ grew without a crack.";
    return "Bubbles of " + nuclei +
           " need no tension to grow: they did as soon as the pressure had fallen to " +
           told(-trace.outcome.threshold_kPa) +
           " kPa. The film gave way before it could hold anything back, and a cavity of " +
           told(trace.outcome.peak_cavity_mm3) +
           " mm³ opened without a crack; the next pull would do the same.";
}

std::string too_soon(const Trace& trace) {
    const Sample& first = trace.samples.front();
    const std::string ago = "The last pop was " + told_duration(trace.parameters.rest) + " ago and ";
    const std::string gap = told_length(trace.outcome.gap_after_mm * 1e-3) + ".";
    if (first.cavity_m3 > 0)
        return ago + (first.cavity_m3 < 5e-13 ? "under 0.001" : told(first.cavity_m3 * 1e9)) +
               " mm³ of its gas was still free. It expanded as soon as the pull began, so no tension could "
               "build up and the gap opened quietly to " +
               gap;
    return ago + "the film was still " + told_length(first.gap_m) + " instead of " +
           told_length(trace.parameters.film) + ": too wide to hold tension, it opened quietly to " + gap;
}

/// What the film came to and what it would have needed.
std::string short_of(const Trace& trace) {
    const Outcome& outcome = trace.outcome;
    const std::string withstand = told(outcome.threshold_kPa) + " kPa that its nuclei of " +
                                  told_length(trace.parameters.nuclei) + " withstand";
    return outcome.peak_tension_kPa < 1 ? "the film never came under tension, far from the " + withstand
                                        : "the film's tension reached " + told(outcome.peak_tension_kPa) +
                                              " kPa, short of the " + withstand;
}

/// The other joints under the same thrust, in order.
std::string others(const Trace& trace) {
    if (trace.neighbours.empty()) return "";
    const auto heard = pops(trace);
    std::string words = " Of " + std::to_string(trace.neighbours.size() + 1) + " joints under the thrust " +
                        std::to_string(heard.size()) + " popped";
    for (std::size_t i = 0; i < heard.size(); ++i)
        words += (i == 0 ? ": " : ", ") + told_joint(heard[i].first) +
                 (i == 0 ? " first" : " " + told_duration(heard[i].second - heard[0].second) + " later");
    const auto shut = std::ranges::count_if(trace.neighbours, [](const Trace& t) { return t.share < 0; });
    if (shut > 0)
        words += "; the turn presses " + std::to_string(shut) + " of them shut, those on the other side";
    return words + ".";
}

std::string quiet(const Trace& trace) {
    const Outcome& outcome = trace.outcome;
    const cavitation::Parameters& p = trace.parameters;
    const double strongest = std::ranges::max(trace.samples, {}, &Sample::pull_N).pull_N;
    const std::string gap = told_length(outcome.gap_after_mm * 1e-3);
    const std::string leaked = ": the film of " + told_length(trace.samples.front().gap_m) +
                               " leaked open first, quietly, to " + gap + ".";
    const std::string parted = "; the surfaces parted by only " +
                               told_length(outcome.gap_after_mm * 1e-3 - trace.samples.front().gap_m) + ".";
    const bool opened = outcome.gap_after_mm >= 0.05;
    const std::string with = "With " + told(strongest) + " N on the joint ";
    const std::string needed = "about " + told(pull_needed(p)) + " N";
    switch (outcome.reason) {
    case Reason::guarded:
        return with + short_of(trace) + (opened ? leaked : parted) + " Guarding muscles took " +
               told(100 * p.guarding_share) + " % of a pull that would have been enough: it takes " + needed +
               ".";
    case Reason::weak:
        if (trace.share < 0)
            return "The thrust turns the other way for this joint: it presses its surfaces together instead "
                   "of "
                   "parting them, so no tension can build up.";
        return with + short_of(trace) + (opened ? leaked : parted) + " It takes " + needed +
               (trace.share < 0.99
                    ? ", and only " + told(100 * trace.share) + " % of the thrust opens this joint, " +
                          told_length(trace.distance_m) + " from where it lands."
                    : ".");
    case Reason::locked:
        return with + short_of(trace) + parted +
               (p.adhesion > 0 ? " Bridges between the cartilages, " + told(p.adhesion * 1e-6) +
                                     " N for each µm, carried the pull instead of the film."
                               : " Capsule and segment carried the pull instead of the film.");
    case Reason::slow:
        return with + short_of(trace) + leaked + " At " + told(p.pull_rate) +
               " N/s the pull gave it the time: a quick one would have met more tension.";
    default:
        return with + short_of(trace) + leaked +
               " So wide a film lets fluid in faster than the pull can rise.";
    }
}

} // namespace

std::string why(const Trace& trace) {
    const auto nucleation = std::ranges::find(trace.events, "nucleation", &Event::id);
    switch (trace.outcome.reason) {
    case Reason::popped:
        return popped(trace, at(trace, nucleation->time_s)) + others(trace);
    case Reason::nucleated:
        return nucleated(trace) + others(trace);
    case Reason::too_soon:
        return too_soon(trace) + others(trace);
    default:
        return quiet(trace) + others(trace);
    }
}

std::string why_source(const Trace& trace) {
    switch (trace.outcome.reason) {
    case Reason::popped:
        return "Tension and nuclei: Blake 1949, Combriat 2024. A cavity was seen to form (Kawchuk et al. "
               "2015, "
               "finger joints); whether forming or partly collapsing makes the sound is argued (Chandran "
               "Suja & "
               "Barakat 2018). The film's thickness is an estimate.";
    case Reason::nucleated:
        return "Fryer et al. 2017, a suction-cup model: fluid with nuclei opens without a crack and without "
               "a "
               "refractory period.";
    case Reason::too_soon:
        return "About 20 minutes in fingers (Unsworth et al. 1971), 40-95 in one very small lumbar study "
               "(Bereznick et al. 2008). What sets it is argued; this model's time was calibrated.";
    case Reason::guarded:
        return "About 12 % of the hand's force reaches a segment (Funabashi et al. 2022). How much guarding "
               "muscles take is an estimate of this model.";
    case Reason::locked:
        return "Capsule: Little & Khalsa 2005. Bridges between cartilages are an estimate of this model.";
    case Reason::weak:
        return "Side posture gaps the upper side: 93.5 % of cavitations (Cramer et al. 2011). A thrust lands "
               "5.3 "
               "cm off on average (Ross et al. 2004); how it fades is an estimate.";
    case Reason::slow:
    case Reason::mobile:
        break;
    }
    return "Slow or thick films open quietly, fast and thin ones cavitate (Poivet et al. 2004). The film's "
           "thickness is an estimate.";
}

} // namespace spinescope::timeline
