#pragma once

#include "timeline/trace.hpp"

namespace spinescope::timeline {

/// Pull in N at which the film of a joint reaches the tension its nuclei withstand, if nothing else carries
/// any: A (p_amb - p_nuc) (n + 1)/(n + 3), the mean of the pressure in a squeezed power-law film over that at
/// its centre (Scott 1931).
[[nodiscard]] double pull_needed(const cavitation::Parameters& parameters);

/// Why the joint popped or not, from the trace's samples, events and parameters; its outcome's numbers and
/// `popped` are known already.
[[nodiscard]] Reason reason(const Trace& trace);

} // namespace spinescope::timeline
