#include "timeline/reason.hpp"

#include "cavitation/nucleation.hpp"

#include <algorithm>

namespace spinescope::timeline {

namespace {

using cavitation::Sample;

/// Surfaces nearer than this after a pull that was strong enough have not parted, mm.
constexpr double parted_mm = 0.05;
/// A thrust takes 0.08-0.17 s to its peak (cervical and lumbar, several authors); three times that is slow.
constexpr double slow_s = 0.5;

bool has(const Trace& trace, std::string_view id) {
    return std::ranges::find(trace.events, id, &Event::id) != trace.events.end();
}

} // namespace

std::string_view word(Reason reason) {
    switch (reason) {
    case Reason::popped:
        return "popped";
    case Reason::nucleated:
        return "nucleated";
    case Reason::too_soon:
        return "too-soon";
    case Reason::guarded:
        return "guarded";
    case Reason::locked:
        return "locked";
    case Reason::weak:
        return "weak";
    case Reason::slow:
        return "slow";
    case Reason::mobile:
        break;
    }
    return "mobile";
}

double pull_needed(const cavitation::Parameters& p) {
    return p.area * (cavitation::ambient_pressure - cavitation::blake_pressure(p.nuclei)) *
           (p.synovia.n + 1) / (p.synovia.n + 3);
}

Reason reason(const Trace& trace) {
    const cavitation::Parameters& p = trace.parameters;
    if (trace.outcome.popped) return Reason::popped;
    // Nuclei that grow before the film is under any tension hold nothing back, however often they do.
    if (trace.outcome.threshold_kPa <= 0) return Reason::nucleated;
    if (has(trace, "old-gas") || trace.samples.front().gap_m > 1.1 * p.film) return Reason::too_soon;
    if (has(trace, "nucleation")) return Reason::nucleated;
    const double strongest = std::ranges::max(trace.samples, {}, &Sample::pull_N).pull_N;
    const double needed = pull_needed(p);
    if (strongest < needed)
        return strongest / (1 - p.guarding_share) >= needed ? Reason::guarded : Reason::weak;
    if (trace.outcome.gap_after_mm < parted_mm) return Reason::locked;
    return (needed - p.preload) / ((1 - p.guarding_share) * p.pull_rate) > slow_s ? Reason::slow
                                                                                  : Reason::mobile;
}

} // namespace spinescope::timeline
