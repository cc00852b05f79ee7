#include "timeline/story.hpp"

#include "language/language.hpp"
#include "timeline/reason.hpp"
#include "timeline/why.hpp"

#include <algorithm>

namespace spinescope::timeline {

namespace {

using cavitation::Sample;
using language::say;

std::string percent(double share) {
    return told(100 * share) + " %";
}

std::string kPa(double pressure_Pa) {
    return told(pressure_Pa / 1e3) + " kPa";
}

double free_gas(const Sample& sample) {
    return sample.cavity_mol[0] + sample.cavity_mol[1] + sample.cavity_mol[2];
}

/// The joints of the thrust that popped so far; empty for one joint or none so far.
std::string popped_so_far(const Trace& trace, double time_s) {
    if (trace.neighbours.empty()) return "";
    std::string joints;
    std::size_t count = 0;
    for (const auto& [joint, when] : pops(trace)) {
        if (when > time_s) break;
        joints += (count++ == 0 ? "" : ", ") + told_joint(joint);
    }
    if (count == 0) return "";
    return " " + say(count == 1 ? "story.popped_so_far.one" : "story.popped_so_far.many",
                     {{"count", std::to_string(count)},
                      {"all", std::to_string(trace.neighbours.size() + 1)},
                      {"joints", joints}});
}

Story preload(const Trace& trace, const Sample& now) {
    const std::string pull = told(now.pull_N), gap = told_length(now.gap_m);
    if (trace.outcome.reason == Reason::nucleated && now.cavity_m3 > 0)
        return {say("story.bubbles_grow.title"),
                say("story.bubbles_grow.text", {{"nuclei", told_length(trace.parameters.nuclei)},
                                                {"gas", told_volume(now.cavity_m3)},
                                                {"pull", pull}}),
                say("story.no_crack")};
    if (now.cavity_m3 > 0)
        return {say("story.old_gas.title"),
                say("story.old_gas.text", {{"gas", told_volume(now.cavity_m3)},
                                           {"ago", told_duration(trace.parameters.rest)},
                                           {"pull", pull},
                                           {"gap", gap}}),
                say("story.old_gas.source")};
    const bool thin = now.gap_m < 20e-6, tense = now.pressure_Pa < 0, unloading = now.pull_N < 0.05;
    const char* state = unloading
                            ? tense ? "story.preload.unloading_tension" : "story.preload.unloading_pressure"
                        : tense ? "story.preload.pull_tension"
                                : "story.preload.pull_pressure";
    return {
        say(thin ? "story.preload.title" : "story.preload.title_wide"),
        say("story.preload.film", {{"gap", gap}}) + " " +
            say(state,
                {{"pull", pull}, {"tension", kPa(-now.pressure_Pa)}, {"pressure", kPa(now.pressure_Pa)}}) +
            " " + say(thin ? "story.preload.thin" : "story.preload.wide"),
        say("story.preload.source")};
}

/// A thrust under which the film never gives way, by what keeps it from doing so.
Story quiet_thrust(const Trace& trace, const Sample& now) {
    const cavitation::Parameters& p = trace.parameters;
    const std::string so_far =
        say(now.pressure_Pa < 0 ? "story.thrust.so_far_tension" : "story.thrust.so_far_pressure",
            {{"pull", told(now.pull_N)},
             {"tension", kPa(-now.pressure_Pa)},
             {"pressure", kPa(now.pressure_Pa)},
             {"threshold", told(trace.outcome.threshold_kPa)},
             {"gap", told_length(now.gap_m)}}) +
        " ";
    switch (trace.outcome.reason) {
    case Reason::guarded:
        return {say("story.thrust.guarded.title"),
                so_far + say("story.thrust.guarded.text", {{"share", percent(p.guarding_share)}}),
                say("story.thrust.guarded.source")};
    case Reason::locked:
        return {say("story.thrust.locked.title"), so_far + say("story.thrust.locked.text"),
                say("story.thrust.locked.source")};
    case Reason::mobile:
    case Reason::slow:
        return {say("story.thrust.leaking.title"), so_far + say("story.thrust.leaking.text"),
                say("story.thrust.leaking.source")};
    default:
        if (trace.share < 0)
            return {say("story.thrust.pressed_shut.title"), so_far + say("story.thrust.pressed_shut.text"),
                    say("story.thrust.weak.source")};
        return {say("story.thrust.weak.title"),
                so_far + say("story.thrust.weak.text", {{"needed", told(pull_needed(p))}}),
                say("story.thrust.weak.source")};
    }
}

Story thrust(const Trace& trace, const Sample& now) {
    if (trace.outcome.popped)
        return {say("story.thrust.popping.title"),
                say(now.pressure_Pa < 0 ? "story.thrust.popping.text_tension"
                                        : "story.thrust.popping.text_pressure",
                    {{"pull", told(now.pull_N)},
                     {"tension", kPa(-now.pressure_Pa)},
                     {"pressure", kPa(now.pressure_Pa)},
                     {"threshold", told(trace.outcome.threshold_kPa)},
                     {"nuclei", told_length(trace.parameters.nuclei)}}),
                say("story.thrust.popping.source")};
    if (now.cavity_m3 > 0)
        return {say("story.thrust.gas.title"),
                say(trace.outcome.reason == Reason::nucleated ? "story.thrust.gas.text_bubbles"
                                                              : "story.thrust.gas.text_old",
                    {{"pull", told(now.pull_N)},
                     {"gas", told_volume(now.cavity_m3)},
                     {"pressure", kPa(now.cavity_Pa)},
                     {"gap", told_length(now.gap_m)}}),
                say("story.no_crack")};
    return quiet_thrust(trace, now);
}

Story cavitation_story(const Trace& trace, const Sample& now) {
    const double since = now.time_s - *trace.outcome.time_of_pop_s;
    if (now.cavity_m3 < 1e-15)
        return {say("story.cavitation.nucleus.title"),
                say("story.cavitation.nucleus.text", {{"since", told_duration(std::max(since, 1e-6))},
                                                      {"threshold", told(trace.outcome.threshold_kPa)},
                                                      {"gap", told_length(now.gap_m)}}),
                say("story.cavitation.nucleus.source")};
    return {say("story.cavitation.cavity.title"),
            say("story.cavitation.cavity.text", {{"since", told_duration(since)},
                                                 {"gap", told_length(now.gap_m)},
                                                 {"cavity", told_volume(now.cavity_m3)},
                                                 {"pressure", kPa(now.cavity_Pa)}}) +
                popped_so_far(trace, now.time_s),
            say("story.cavitation.cavity.source")};
}

Story settling(const Trace& trace, const Sample& now) {
    const std::string pull = told(now.pull_N), gap = told_length(now.gap_m);
    if (now.cavity_m3 <= 0)
        return {say("story.settling.nothing.title"),
                say("story.settling.nothing.text", {{"gap", gap}, {"pull", pull}}) + " " + why(trace),
                say("story.settling.nothing.source")};
    return {say(trace.outcome.popped ? "story.settling.cavity.title" : "story.settling.cavity.title_quiet"),
            say("story.settling.cavity.text",
                {{"pull", pull},
                 {"gap", gap},
                 {"cavity", told_volume(now.cavity_m3)},
                 {"pressure", kPa(now.cavity_Pa)},
                 {"share", percent(now.cavity_mol[0] / std::max(free_gas(now), 1e-30))}}) +
                popped_so_far(trace, now.time_s),
            say("story.settling.cavity.source")};
}

Story refractory(const Trace& trace, const Sample& now) {
    const double pop_s = trace.outcome.time_of_pop_s.value_or(0);
    const std::string limits = say("story.refractory.limits"), gap = told_length(now.gap_m);
    if (trace.outcome.reason == Reason::nucleated)
        return {say("story.refractory.nothing.title"),
                say("story.refractory.nothing.text", {{"gap", gap}, {"gas", told_volume(now.cavity_m3)}}),
                std::string(say("story.no_crack")) + " " + say("story.refractory.nothing.source")};
    if (now.cavity_m3 > 0)
        return {say("story.refractory.too_soon.title"),
                say("story.refractory.too_soon.text",
                    {{"since", told_duration(now.time_s - pop_s)},
                     {"gap", gap},
                     {"gas", told_volume(now.cavity_m3)},
                     {"share", percent(now.cavity_mol[1] / std::max(free_gas(now), 1e-30))}}),
                limits};
    if (trace.outcome.ready_s && now.time_s >= *trace.outcome.ready_s)
        return {say("story.refractory.ready.title"),
                say("story.refractory.ready.text",
                    {{"since", told_duration(*trace.outcome.ready_s - pop_s)}, {"gap", gap}}),
                limits + " " + say("story.refractory.ready.source")};
    return {say("story.refractory.rest.title"), say("story.refractory.rest.text", {{"gap", gap}}), limits};
}

} // namespace

Story story_at(const Trace& trace, double time_s) {
    const Sample now = at(trace, time_s);
    const auto chapter = std::ranges::find_if(
        trace.chapters, [&](const Chapter& candidate) { return now.time_s < candidate.end_s; });
    const std::string id = chapter == trace.chapters.end() ? "refractory" : chapter->id;
    if (id == "preload") return preload(trace, now);
    if (id == "thrust" || id == "opening") return thrust(trace, now);
    if (id == "cavitation") return cavitation_story(trace, now);
    if (id == "settling") return settling(trace, now);
    return refractory(trace, now);
}

} // namespace spinescope::timeline
