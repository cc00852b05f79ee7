#include "cavitation/pull_course.hpp"

#include <algorithm>

namespace spinescope::cavitation {

namespace {

double ramp(double t, double t0, double t1) {
    return std::clamp((t - t0) / (t1 - t0), 0.0, 1.0);
}

} // namespace

PullCourse::PullCourse(const Parameters& p)
    : positioned(0.3 * p.preload_time), preloaded(0.8 * p.preload_time), thrust(p.preload_time),
      peak(thrust + std::max((p.pull - p.preload) / p.pull_rate, 1e-4)), fall(peak + p.peak_time),
      held(fall + 0.2), let_go(std::max(thrust + p.hold_time, held + 0.1)), released(let_go + p.release_time),
      preload_(p.preload), pull_(p.pull), hold_(p.hold) {}

double PullCourse::pull(double t) const {
    return preload_ * ramp(t, positioned, preloaded) + (pull_ - preload_) * ramp(t, thrust, peak) -
           (pull_ - hold_) * ramp(t, fall, held) - hold_ * ramp(t, let_go, released);
}

double PullCourse::rest(double t) const {
    return 1 - ramp(t, 0, positioned) + ramp(t, let_go, released);
}

std::array<double, 8> PullCourse::corners() const {
    return {positioned, preloaded, thrust, peak, fall, held, let_go, released};
}

} // namespace spinescope::cavitation
