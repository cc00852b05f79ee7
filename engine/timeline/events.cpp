#include "timeline/events.hpp"

#include "language/language.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using cavitation::Instant;
using cavitation::Sample;

/// How long the ruler stays with the cavity: the gap has sprung open and come to rest.
constexpr double cavitation_s = 0.02;

} // namespace

std::string told(const Event& event) {
    constexpr std::string_view of_joint = "pop.";
    if (event.id.starts_with(of_joint))
        return language::say("story.event.pop", {{"joint", told_joint(event.id.substr(of_joint.size()))}});
    return language::say("story.event." + event.id);
}

std::vector<Chapter> chapters_of(const Trace& trace, const cavitation::PullCourse& pull) {
    std::vector<Chapter> chapters;
    const double end = trace.samples.back().time_s;
    double begin = trace.samples.front().time_s;
    const auto add = [&](const char* id, double until, double width) {
        until = std::min(until, end);
        if (until <= begin) return;
        chapters.push_back({id, language::Text::of(std::string("story.chapter.") + id), begin, until, width});
        begin = until;
    };
    if (trace.outcome.time_of_pop_s) {
        const double pop = *trace.outcome.time_of_pop_s;
        add("preload", std::min(pull.thrust, pop), 0.15);
        add("thrust", pop, 0.15);
        add("cavitation", pop + cavitation_s, 0.30);
        add("settling", pull.released, 0.18);
        add("refractory", end, 0.22);
    } else {
        add("preload", pull.thrust, 0.2);
        add("thrust", pull.peak, 0.2);
        add("opening", pull.held, 0.15);
        add("settling", pull.released, 0.2);
        add("refractory", end, 0.25);
        chapters.back().title = language::Text::of("story.chapter.rest");
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
    const auto add = [&](const char* id, double time_s) {
        if (time_s <= trace.samples.back().time_s) events.push_back({id, time_s});
    };
    add("first-touch", 0);
    add("preload", pull.preloaded);
    add("thrust", pull.thrust);
    for (const Instant& instant : instants) switch (instant.kind) {
        case Instant::Kind::film_yields:
            add("film-yields", instant.time_s);
            break;
        case Instant::Kind::snap:
            add("snap", instant.time_s);
            break;
        case Instant::Kind::nucleation:
            add("nucleation", instant.time_s);
            break;
        case Instant::Kind::flat_cavity:
            add("cavity", instant.time_s);
            break;
        case Instant::Kind::gas_at_rest:
            add("bubbles", instant.time_s);
            break;
        case Instant::Kind::old_gas_opens:
            add("old-gas", instant.time_s);
            break;
        case Instant::Kind::gas_gone:
            add("gas-gone", instant.time_s);
            break;
        }
    add("let-go", pull.let_go);
    add("rest", pull.released);
    if (trace.outcome.popped) {
        const auto loudest = std::ranges::max_element(
            trace.samples, {}, [](const Sample& sample) { return std::abs(sample.sound_Pa); });
        add("sound", loudest->time_s);
    }
    if (trace.outcome.ready_s) add("ready", *trace.outcome.ready_s);
    std::ranges::stable_sort(events, {}, &Event::time_s);
    return events;
}

} // namespace spinescope::timeline
