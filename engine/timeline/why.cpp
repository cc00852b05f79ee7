#include "timeline/why.hpp"

#include "language/language.hpp"
#include "timeline/reason.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

using cavitation::Sample;
using language::say;

std::string told(double value) {
    const double magnitude = std::abs(value);
    if (magnitude >= 10 || magnitude < 5e-4) return language::number(value, 0);
    return language::number(value, magnitude >= 1 ? 1 : magnitude >= 0.1 ? 2 : 3);
}

std::string told_joint(std::string_view joint) {
    if (joint.starts_with("facet.")) joint.remove_prefix(6);
    const std::size_t dot = joint.find('.');
    if (dot == std::string_view::npos) return std::string(joint);
    return say("story.joint." + std::string(joint.substr(dot + 1)), {{"segment", joint.substr(0, dot)}});
}

std::string told_volume(double m3) {
    return m3 < 5e-13 ? say("story.under", {{"amount", told(0.001) + " mm³"}}) : told(m3 * 1e9) + " mm³";
}

std::string told_length(double m) {
    return m < 1e-4 ? told(m * 1e6) + " µm" : language::number(m * 1e3, 2) + " mm";
}

std::string told_duration(double s) {
    if (s < 1e-3) return told(s * 1e6) + " µs";
    if (s < 1) return told(s * 1e3) + " ms";
    return s < 90 ? told(s) + " s" : told(s / 60) + " min";
}

namespace {

std::string popped(const Trace& trace, const Sample& then) {
    return say("story.why.popped", {{"pull", told(then.pull_N)},
                                    {"threshold", told(trace.outcome.threshold_kPa)},
                                    {"nuclei", told_length(trace.parameters.nuclei)},
                                    {"before", told_length(then.gap_m)},
                                    {"after", told_length(at(trace, then.time_s + 0.02).gap_m)}});
}

std::string nucleated(const Trace& trace) {
    const Outcome& outcome = trace.outcome;
    const std::string nuclei = told_length(trace.parameters.nuclei), cavity = told(outcome.peak_cavity_mm3);
    if (outcome.threshold_kPa > 0)
        return say("story.why.nucleated",
                   {{"threshold", told(outcome.threshold_kPa)}, {"nuclei", nuclei}, {"cavity", cavity}});
    return say("story.why.bubbles",
               {{"pressure", told(-outcome.threshold_kPa)}, {"nuclei", nuclei}, {"cavity", cavity}});
}

std::string too_soon(const Trace& trace) {
    const Sample& first = trace.samples.front();
    const std::string ago = told_duration(trace.parameters.rest);
    const std::string gap = told_length(trace.outcome.gap_after_mm * 1e-3);
    if (first.cavity_m3 > 0)
        return say("story.why.old_gas", {{"ago", ago}, {"gas", told_volume(first.cavity_m3)}, {"gap", gap}});
    return say("story.why.wide_film", {{"ago", ago},
                                       {"film", told_length(first.gap_m)},
                                       {"rested", told_length(trace.parameters.film)},
                                       {"gap", gap}});
}

/// The other joints under the same thrust, in order.
std::string others(const Trace& trace) {
    if (trace.neighbours.empty()) return "";
    const auto heard = pops(trace);
    std::string joints;
    for (const auto& [joint, when] : heard)
        joints +=
            joints.empty()
                ? say("story.why.joints.first", {{"joint", told_joint(joint)}})
                : ", " + say("story.why.joints.later",
                             {{"joint", told_joint(joint)}, {"time", told_duration(when - heard[0].second)}});
    const auto shut = std::ranges::count_if(trace.neighbours, [](const Trace& t) { return t.share < 0; });
    const char* key = shut > 0 ? heard.empty() ? "story.why.joints.none_shut" : "story.why.joints.some_shut"
                      : heard.empty() ? "story.why.joints.none"
                                      : "story.why.joints.some";
    return " " + say(key, {{"count", std::to_string(trace.neighbours.size() + 1)},
                           {"popped", std::to_string(heard.size())},
                           {"joints", joints},
                           {"shut", std::to_string(shut)}});
}

/// What the film came to, what it would have needed, and how it opened.
std::string fell_short(const Trace& trace, bool leaked) {
    const Outcome& outcome = trace.outcome;
    const bool slack = outcome.peak_tension_kPa < 1;
    const double gap_m = outcome.gap_after_mm * 1e-3, film_m = trace.samples.front().gap_m;
    return say(slack    ? leaked ? "story.why.slack.leaked" : "story.why.slack.parted"
               : leaked ? "story.why.short.leaked"
                        : "story.why.short.parted",
               {{"pull", told(std::ranges::max(trace.samples, {}, &Sample::pull_N).pull_N)},
                {"tension", told(outcome.peak_tension_kPa)},
                {"threshold", told(outcome.threshold_kPa)},
                {"nuclei", told_length(trace.parameters.nuclei)},
                {"film", told_length(film_m)},
                {"gap", told_length(gap_m)},
                {"parted", told_length(gap_m - film_m)}}) +
           " ";
}

std::string quiet(const Trace& trace) {
    const cavitation::Parameters& p = trace.parameters;
    const bool leaked = trace.outcome.gap_after_mm >= 0.05;
    const std::string needed = told(pull_needed(p));
    switch (trace.outcome.reason) {
    case Reason::guarded:
        return fell_short(trace, leaked) +
               say("story.why.guarded", {{"share", told(100 * p.guarding_share)}, {"needed", needed}});
    case Reason::weak:
        if (trace.share < 0) return say("story.why.pressed_shut");
        return fell_short(trace, leaked) +
               (trace.share < 0.99
                    ? say("story.why.weak_share", {{"needed", needed},
                                                   {"share", told(100 * trace.share)},
                                                   {"distance", told_length(trace.distance_m)}})
                    : say("story.why.weak", {{"needed", needed}}));
    case Reason::locked:
        return fell_short(trace, false) +
               (p.adhesion > 0 ? say("story.why.bridges", {{"stiffness", told(p.adhesion * 1e-6)}})
                               : say("story.why.capsule"));
    case Reason::slow:
        return fell_short(trace, true) + say("story.why.slow", {{"rate", told(p.pull_rate)}});
    default:
        return fell_short(trace, true) + say("story.why.mobile");
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
    const Reason reason = trace.outcome.reason;
    if (reason == Reason::slow || reason == Reason::mobile) return say("story.why.source.film");
    return say("story.why.source." + std::string(word(reason)));
}

} // namespace spinescope::timeline
