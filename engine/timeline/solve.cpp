#include "anatomy/parallel.hpp"
#include "cavitation/nucleation.hpp"
#include "cavitation/pull_course.hpp"
#include "cavitation/solve_pop.hpp"
#include "timeline/events.hpp"
#include "timeline/reason.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using cavitation::Instant;
using cavitation::Sample;

/// Peak sound below which nobody in a quiet room hears a crack, dB re 20 uPa at 0.5 m.
constexpr double audible_dB = 30;
std::optional<double> first(const cavitation::Course& course, Instant::Kind kind) {
    const auto found = std::ranges::find(course.instants, kind, &Instant::kind);
    return found == course.instants.end() ? std::nullopt : std::optional(found->time_s);
}

/// When no gas is free any more, if there was any.
std::optional<double> gas_gone(const cavitation::Course& course) {
    if (course.instants.empty() || course.instants.back().kind != Instant::Kind::gas_gone)
        return std::nullopt;
    return course.instants.back().time_s;
}

Trace solve_joint(const Scenario& scenario, const JointPull& under) {
    const cavitation::Parameters& parameters = under.parameters;
    cavitation::Course course = cavitation::solve_pop(parameters);
    const cavitation::PullCourse pull(parameters);
    Trace trace{.scenario = scenario.name,
                .title = scenario.title,
                .joint = under.joint,
                .samples = std::move(course.samples),
                .events = {},
                .chapters = {},
                .outcome = {},
                .parameters = parameters,
                .share = under.share,
                .distance_m = under.distance_m,
                .neighbours = {}};

    Outcome& outcome = trace.outcome;
    double lowest_Pa = 1e9, loudest_Pa = 1e-9;
    for (const Sample& sample : trace.samples) {
        lowest_Pa = std::min(lowest_Pa, sample.pressure_Pa);
        loudest_Pa = std::max(loudest_Pa, std::abs(sample.sound_Pa));
        outcome.peak_cavity_mm3 = std::max(outcome.peak_cavity_mm3, sample.cavity_m3 * 1e9);
    }
    outcome.peak_tension_kPa = std::max(-lowest_Pa, 0.0) / 1e3;
    outcome.threshold_kPa = -cavitation::blake_pressure(parameters.nuclei, parameters.tension) / 1e3;
    outcome.peak_sound_dB = 20 * std::log10(loudest_Pa / 20e-6);
    outcome.gap_before_mm = trace.samples.front().gap_m * 1e3;
    outcome.gap_after_mm = at(trace, pull.let_go).gap_m * 1e3;
    outcome.gas_gone_s = gas_gone(course);
    if (outcome.gas_gone_s) {
        const auto ready = std::ranges::find_if(trace.samples, [&](const Sample& sample) {
            return sample.time_s >= *outcome.gas_gone_s && sample.gap_m < 1.1 * parameters.film;
        });
        if (ready != trace.samples.end()) outcome.ready_s = ready->time_s;
    }
    const std::optional<double> nucleation = first(course, Instant::Kind::nucleation);
    // A crack needs a film that held tension before it tore: what grows without any tears nothing.
    outcome.popped = nucleation && outcome.peak_tension_kPa > 0 && outcome.peak_sound_dB >= audible_dB;
    if (outcome.popped) outcome.time_of_pop_s = nucleation;

    trace.chapters = chapters_of(trace, pull);
    trace.events = events_of(trace, pull, course.instants);
    outcome.reason = reason(trace);
    return trace;
}

/// The ruler of the joint that is meant names the other joints' pops, too.
void name_pops(Trace& trace) {
    for (const Trace& other : trace.neighbours)
        if (other.outcome.time_of_pop_s)
            trace.events.push_back({"pop." + other.joint, *other.outcome.time_of_pop_s});
    std::ranges::stable_sort(trace.events, {}, &Event::time_s);
}

} // namespace

Trace solve(const Scenario& scenario) {
    const std::vector<JointPull> pulls = joint_pulls(scenario);
    std::vector<Trace> traces(pulls.size());
    anatomy::for_each_index(pulls.size(),
                            [&](std::size_t i) { traces[i] = solve_joint(scenario, pulls[i]); });
    Trace trace = std::move(traces.front());
    trace.neighbours.assign(std::make_move_iterator(traces.begin() + 1),
                            std::make_move_iterator(traces.end()));
    name_pops(trace);
    return trace;
}

} // namespace spinescope::timeline
