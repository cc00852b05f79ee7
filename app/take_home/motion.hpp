#pragma once

#include "anatomy/facet_joint.hpp"
#include "scene/export_motion.hpp"
#include "timeline/performance.hpp"
#include "timeline/trace.hpp"

#include <span>

namespace spinescope::app {

/// The spine once through an exercise.
[[nodiscard]] scene::Motion motion_of(const mechanics::SpineModel& model,
                                      const timeline::Performance& performance);
/// The spine through a pop, at the pace of its ruler, in `seconds`; its joints open as far as they are drawn.
[[nodiscard]] scene::Motion motion_of(const timeline::Trace& trace,
                                      std::span<const anatomy::FacetJoint> joints, double seconds);

/// The spine at one time of the trace.
[[nodiscard]] anatomy::Posture posture_at(const timeline::Trace& trace,
                                          std::span<const anatomy::FacetJoint> joints, double time_s);

} // namespace spinescope::app
