#include "timeline/story.hpp"

#include "timeline/reason.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using cavitation::Sample;

std::string percent(double share) {
    return told(100 * share) + " %";
}

std::string kPa(double pressure_Pa) {
    return told(pressure_Pa / 1e3) + " kPa";
}

std::string mm3(double volume_m3) {
    return (volume_m3 < 5e-13 ? "under 0.001" : told(volume_m3 * 1e9)) + " mm³";
}

double free_gas(const Sample& sample) {
    return sample.cavity_mol[0] + sample.cavity_mol[1] + sample.cavity_mol[2];
}

/// The joints of the thrust that popped so far; empty for one joint or none so far.
std::string popped_so_far(const Trace& trace, double time_s) {
    if (trace.neighbours.empty()) return "";
    std::string words;
    std::size_t count = 0;
    for (const auto& [joint, when] : pops(trace)) {
        if (when > time_s) break;
        words += (count++ == 0 ? "" : ", ") + told_joint(joint);
    }
    return count == 0 ? ""
                      : " " + std::to_string(count) + " of " + std::to_string(trace.neighbours.size() + 1) +
                            " joints popped so far: " + words + ".";
}

const std::string no_crack = "Fluid that already holds gas opens to a cavity without a crack (Fryer et al. "
                             "2017, a suction-cup model).";

Story preload(const Trace& trace, const Sample& now) {
    if (trace.outcome.reason == Reason::nucleated && now.cavity_m3 > 0)
        return {"Bubbles grow",
                "The fluid holds bubbles of " + told_length(trace.parameters.nuclei) +
                    ". As the load comes off the joint they grow at once: " + mm3(now.cavity_m3) +
                    " of gas at a pull of " + told(now.pull_N) +
                    " N. Where gas gives way, no tension builds up.",
                no_crack};
    if (now.cavity_m3 > 0)
        return {"Old gas gives way",
                mm3(now.cavity_m3) + " of gas is still free from the last pop, " +
                    told_duration(trace.parameters.rest) + " ago. Gas expands where a film would hold: at " +
                    told(now.pull_N) + " N the surfaces are already " + told_length(now.gap_m) +
                    " apart, and no tension builds up.",
                "About 20 minutes must pass before a finger joint cracks again (Unsworth et al. 1971). Why "
                "it takes so "
                "long is still argued."};
    const std::string pull = now.pull_N < 0.05 ? "Taking the resting load off the joint"
                                               : "A slow pull of " + told(now.pull_N) + " N";
    const bool thin = now.gap_m < 20e-6;
    return {thin ? "Taking up the slack" : "Opening easily",
            "A film of " + told_length(now.gap_m) + " of joint fluid lies between the cartilages. " + pull +
                (now.pressure_Pa < 0 ? " puts it under " + kPa(-now.pressure_Pa) + " of tension: "
                                     : " lowers its pressure to " + kPa(now.pressure_Pa) + ": ") +
                "to part the surfaces, fluid must come in from the rim, and through " +
                (thin ? "so thin a gap it can hardly move." : "so wide a gap it flows freely."),
            "Squeeze-film equation (Stefan 1874) with a shear-thinning fluid. The film's thickness is an "
            "estimate."};
}

/// A thrust under which the film never gives way, by what keeps it from doing so.
Story quiet_thrust(const Trace& trace, const Sample& now, const std::string& state) {
    const cavitation::Parameters& p = trace.parameters;
    const std::string so_far = "The pull has reached " + told(now.pull_N) + " N and " + state +
                               "; a cavity would need " + told(trace.outcome.threshold_kPa) +
                               " kPa of tension. The gap is " + told_length(now.gap_m) + ". ";
    switch (trace.outcome.reason) {
    case Reason::guarded:
        return {"Muscles take the pull",
                so_far + "Muscles beside the joint brace and take " + percent(p.guarding_share) +
                    " of what is meant for it.",
                "About 12 % of the hand's force reaches a segment (Funabashi et al. 2022). How much guarding "
                "muscles take is an estimate."};
    case Reason::locked:
        return {"Held beside the film",
                so_far + "Bridges and capsule carry the pull in parallel with the film and hardly stretch.",
                "Capsule: Little & Khalsa 2005. Bridges between cartilages are an estimate."};
    case Reason::mobile:
    case Reason::slow:
        return {"Fluid keeps up", so_far + "Fluid comes in from the rim as fast as the surfaces part.",
                "Slow or thick films open quietly, fast and thin ones cavitate (Poivet et al. 2004)."};
    default:
        return {trace.share < 0 ? "Pressed shut" : "The thrust",
                so_far + (trace.share < 0 ? "The turn presses this side together."
                                          : "It would take about " + told(pull_needed(p)) + " N."),
                "Side posture gaps the upper side: 93.5 % of cavitations (Cramer et al. 2011)."};
    }
}

Story thrust(const Trace& trace, const Sample& now) {
    const std::string state = now.pressure_Pa < 0
                                  ? "the film is under " + kPa(-now.pressure_Pa) + " of tension"
                                  : "the fluid's pressure is " + kPa(now.pressure_Pa);
    if (trace.outcome.popped)
        return {"Tension builds",
                "The pull has reached " + told(now.pull_N) + " N and " + state +
                    ". It stays one liquid until " + told(trace.outcome.threshold_kPa) +
                    " kPa: that much its tiny gas nuclei of " + told_length(trace.parameters.nuclei) +
                    " withstand.",
                "Liquids carry tension until a nucleus runs away (Blake 1949); about 10 atmospheres were "
                "seen in water "
                "between parting surfaces (Combriat 2024)."};
    const bool nucleated = trace.outcome.reason == Reason::nucleated;
    if (now.cavity_m3 > 0)
        return {"Nothing to hold",
                "The pull has reached " + told(now.pull_N) + " N, but " +
                    (nucleated ? "the bubbles stretch" : "the old gas stretches") +
                    " instead of tearing: " + (nucleated ? "they fill " : "it fills ") + mm3(now.cavity_m3) +
                    " at " + kPa(now.cavity_Pa) + ". The gap is " + told_length(now.gap_m) +
                    " and grows without a jolt.",
                no_crack};
    return quiet_thrust(trace, now, state);
}

Story cavitation_story(const Trace& trace, const Sample& now) {
    const double since = now.time_s - *trace.outcome.time_of_pop_s;
    if (now.cavity_m3 < 1e-15)
        return {"A nucleus gives way",
                "Within " + told_duration(std::max(since, 1e-6)) + " after the film's tension passed " +
                    told(trace.outcome.threshold_kPa) +
                    " kPa, a bubble no larger than the film is growing. The gap has not had time to move: " +
                    told_length(now.gap_m) + ".",
                "Cavitation in the joint's fluid makes the noise (Unsworth et al. 1971)."};
    return {
        "The cavity opens",
        "After " + told_duration(since) +
            " the film has torn and holds no more than vapour pressure. The surfaces spring "
            "apart: the gap is " +
            told_length(now.gap_m) + ", and " + mm3(now.cavity_m3) + " of it is a cavity at " +
            kPa(now.cavity_Pa) + ". Many hold that this jolt is what you hear; it is argued." +
            popped_so_far(trace, now.time_s),
        "The cavity was seen to form as the surfaces part, within 0.31 s (Kawchuk et al. 2015, finger "
        "joints). Argued: "
        "whether its formation makes the sound, or a partial collapse that leaves a bubble (Chandran Suja & "
        "Barakat 2018). Both can be heard here."};
}

Story settling(const Trace& trace, const Sample& now) {
    if (now.cavity_m3 <= 0)
        return {"Nothing gave way",
                "The gap is " + told_length(now.gap_m) + " and full of fluid; the pull is " +
                    told(now.pull_N) + " N. " + trace.outcome.why,
                "Cavitated joints were 0.8 ± 0.7 mm wider, others 0.4 ± 0.5 mm (Cramer et al. 2011)."};
    return {trace.outcome.popped ? "The cavity stays" : "A quiet cavity",
            "While the pull of " + told(now.pull_N) + " N lasts, the gap stays " + told_length(now.gap_m) +
                " wide with a cavity of " + mm3(now.cavity_m3) +
                " in it. Gas that was dissolved comes out of the fluid into the "
                "low pressure of " +
                kPa(now.cavity_Pa) + "; " + percent(now.cavity_mol[0] / std::max(free_gas(now), 1e-30)) +
                " of it is carbon dioxide." + popped_so_far(trace, now.time_s),
            "The cavity was never seen to collapse (Kawchuk et al. 2015); cavitated joints were 0.8 ± 0.7 mm "
            "wider (Cramer et "
            "al. 2011). Which gas it is, carbon dioxide or nitrogen, is disputed."};
}

Story refractory(const Trace& trace, const Sample& now) {
    const double since = now.time_s - trace.outcome.time_of_pop_s.value_or(0);
    const std::string limits =
        "20 minutes are finger data (Unsworth et al. 1971); for the lumbar spine about 40-95 minutes "
        "come from one very small study. This model's time was calibrated to it, not predicted.";
    if (trace.outcome.reason == Reason::nucleated)
        return {"Nothing to reset",
                "The film has thinned to " + told_length(now.gap_m) + " again and " + mm3(now.cavity_m3) +
                    " of gas is still free. It makes no difference: with bubbles in the fluid the next pull "
                    "opens the joint as quietly as this one, however long it rests.",
                no_crack + " It has no refractory period."};
    if (now.cavity_m3 > 0)
        return {"Too soon to pop again",
                told_duration(since) + " later the film has thinned to " + told_length(now.gap_m) + ", but " +
                    mm3(now.cavity_m3) + " of gas is still free, " +
                    percent(now.cavity_mol[1] / std::max(free_gas(now), 1e-30)) +
                    " of it nitrogen, which dissolves slowly. A pull would only stretch that gas.",
                limits};
    if (trace.outcome.ready_s && now.time_s >= *trace.outcome.ready_s)
        return {"Ready again",
                "The last gas went back into solution " +
                    told_duration(*trace.outcome.ready_s - trace.outcome.time_of_pop_s.value_or(0)) +
                    " after the pull, and the film is " + told_length(now.gap_m) +
                    " thin. The joint could pop again. It need not: "
                    "a pop is no sign of benefit.",
                limits + " A pop was unrelated to benefit (Flynn et al. 2003)."};
    return {"At rest", "Nobody pulls; the film is " + told_length(now.gap_m) + " thick and thins slowly.",
            limits};
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
