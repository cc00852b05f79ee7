#pragma once

#include "cavitation/pull_course.hpp"
#include "cavitation/solve_pop.hpp"
#include "timeline/trace.hpp"

namespace spinescope::timeline {

/// The chapters of a trace whose samples and outcome are known.
[[nodiscard]] std::vector<Chapter> chapters_of(const Trace& trace, const cavitation::PullCourse& pull);

/// Its instants with a name, in order of time: what the hand does (first touch, preload, thrust, letting go,
/// rest), what the joint does (the film yields, a nucleus gives way, the crack, the snap) and the gas until
/// the joint is ready again.
[[nodiscard]] std::vector<Event> events_of(const Trace& trace, const cavitation::PullCourse& pull,
                                           const std::vector<cavitation::Instant>& instants);

} // namespace spinescope::timeline
