#include "timeline/events.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using cavitation::Instant;
using cavitation::Sample;

/// How long the ruler stays with the cavity: the gap has sprung open and come to rest.
constexpr double cavitation_s = 0.02;

} // namespace

std::vector<Chapter> chapters_of(const Trace& trace, const cavitation::PullCourse& pull) {
    std::vector<Chapter> chapters;
    const double end = trace.samples.back().time_s;
    double begin = trace.samples.front().time_s;
    const auto add = [&](const char* id, const char* title, double until, double width) {
        until = std::min(until, end);
        if (until <= begin) return;
        chapters.push_back({id, title, begin, until, width});
        begin = until;
    };
    if (trace.outcome.time_of_pop_s) {
        const double pop = *trace.outcome.time_of_pop_s;
        add("preload", "Preload", std::min(pull.thrust, pop), 0.15);
        add("thrust", "Thrust", pop, 0.15);
        add("cavitation", "Cavitation", pop + cavitation_s, 0.30);
        add("settling", "Settling", pull.released, 0.18);
        add("refractory", "Refractory period", end, 0.22);
    } else {
        add("preload", "Preload", pull.thrust, 0.2);
        add("thrust", "Thrust", pull.peak, 0.2);
        add("opening", "Opening", pull.held, 0.15);
        add("settling", "Settling", pull.released, 0.2);
        add("refractory", "Rest", end, 0.25);
    }
    chapters.back().end_s = end;
    double total = 0;
    for (const Chapter& chapter : chapters) total += chapter.width;
    for (Chapter& chapter : chapters) chapter.width /= total;
    return chapters;
}

std::vector<Event> events_of(const Trace& trace, const cavitation::PullCourse& pull,
                             const std::vector<Instant>& instants) {
    std::vector<Event> events;
    const auto add = [&](const char* id, const char* name, double time_s) {
        if (time_s <= trace.samples.back().time_s) events.push_back({id, name, time_s});
    };
    add("first-touch", "First touch", 0);
    add("preload", "Preload", pull.preloaded);
    add("thrust", "The thrust begins", pull.thrust);
    for (const Instant& instant : instants) switch (instant.kind) {
        case Instant::Kind::film_yields:
            add("film-yields", "The film yields", instant.time_s);
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
    add("rest", "At rest", pull.released);
    if (trace.outcome.popped) {
        const auto loudest = std::ranges::max_element(
            trace.samples, {}, [](const Sample& sample) { return std::abs(sample.sound_Pa); });
        add("sound", "The crack", loudest->time_s);
    }
    if (trace.outcome.ready_s) add("ready", "Ready again", *trace.outcome.ready_s);
    std::ranges::stable_sort(events, {}, &Event::time_s);
    return events;
}

} // namespace spinescope::timeline
