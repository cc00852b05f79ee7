#include "cavitation/nucleation.hpp"
#include "cavitation/pull_course.hpp"
#include "cavitation/solve_pop.hpp"
#include "timeline/scenario.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using cavitation::Instant;
using cavitation::Sample;

/// Peak sound below which nobody in a quiet room hears a crack, dB re 20 uPa at 0.5 m.
constexpr double audible_dB = 30;
/// How long the ruler stays with the cavity: the gap has sprung open and come to rest.
constexpr double cavitation_s = 0.02;

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

void add_chapters(Trace& trace, const cavitation::PullCourse& pull, std::optional<double> nucleation) {
    const double end = trace.samples.back().time_s;
    double begin = trace.samples.front().time_s;
    const auto add = [&](const char* id, const char* title, double until, double width) {
        until = std::min(until, end);
        if (until <= begin) return;
        trace.chapters.push_back({id, title, begin, until, width});
        begin = until;
    };
    if (trace.outcome.popped) {
        add("preload", "Preload", std::min(pull.thrust, *nucleation), 0.15);
        add("thrust", "Thrust", *nucleation, 0.15);
        add("cavitation", "Cavitation", *nucleation + cavitation_s, 0.30);
        add("settling", "Settling", pull.released, 0.18);
        add("refractory", "Refractory period", end, 0.22);
    } else {
        add("preload", "Preload", pull.thrust, 0.2);
        add("thrust", "Thrust", pull.peak, 0.2);
        add("opening", "Opening", pull.held, 0.15);
        add("settling", "Settling", pull.released, 0.2);
        add("refractory", "Rest", end, 0.25);
    }
    trace.chapters.back().end_s = end;
    double total = 0;
    for (const Chapter& chapter : trace.chapters) total += chapter.width;
    for (Chapter& chapter : trace.chapters) chapter.width /= total;
}

void add_events(Trace& trace, const cavitation::PullCourse& pull, const cavitation::Course& course) {
    const auto add = [&](const char* id, const char* name, double time_s) {
        if (time_s <= trace.samples.back().time_s) trace.events.push_back({id, name, time_s});
    };
    add("first-touch", "First touch", 0);
    add("thrust", "The thrust begins", pull.thrust);
    for (const Instant& instant : course.instants) switch (instant.kind) {
        case Instant::Kind::film_yields:
            add("yields", "The film begins to give", instant.time_s);
            break;
        case Instant::Kind::snap:
            add("snap", "The gap has sprung open", instant.time_s);
            break;
        case Instant::Kind::nucleation:
            add("nucleation", "A nucleus gives way", instant.time_s);
            break;
        case Instant::Kind::flat_cavity:
            add("cavity", "The bubble spans the gap", instant.time_s);
            break;
        case Instant::Kind::gas_at_rest:
            add("bubbles", "Bubbles remain", instant.time_s);
            break;
        case Instant::Kind::old_gas_opens:
            add("old-gas", "Old gas expands", instant.time_s);
            break;
        case Instant::Kind::gas_gone:
            add("gas-gone", "Gas gone", instant.time_s);
            break;
        }
    add("let-go", "Letting go", pull.let_go);
    if (trace.outcome.popped) {
        const auto loudest = std::ranges::max_element(
            trace.samples, {}, [](const Sample& sample) { return std::abs(sample.sound_Pa); });
        add("sound", "The crack", loudest->time_s);
    }
    if (trace.outcome.ready_s) add("ready", "Ready again", *trace.outcome.ready_s);
    std::ranges::stable_sort(trace.events, {}, &Event::time_s);
}

} // namespace

Trace solve(const Scenario& scenario) {
    const cavitation::Parameters parameters = parameters_of(scenario);
    cavitation::Course course = cavitation::solve_pop(parameters);
    const cavitation::PullCourse pull(parameters);
    Trace trace{.scenario = scenario.name,
                .title = scenario.title,
                .joint = scenario.joint,
                .samples = std::move(course.samples),
                .events = {},
                .chapters = {},
                .outcome = {},
                .parameters = parameters};

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
    outcome.popped = nucleation && outcome.peak_sound_dB >= audible_dB;
    if (outcome.popped) outcome.time_of_pop_s = nucleation;

    add_chapters(trace, pull, nucleation);
    add_events(trace, pull, course);
    outcome.why = why(trace);
    return trace;
}

} // namespace spinescope::timeline
