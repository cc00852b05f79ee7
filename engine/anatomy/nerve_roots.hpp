#pragma once

#include "anatomy/canal.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// The 31 pairs of spinal nerves C1 to S5 (the coccygeal pair is among the cauda's strands): rootlets, roots,
/// spinal nerve and the beginnings of its two rami, the ganglia of the dorsal roots, and the cauda equina.
[[nodiscard]] std::vector<TissuePlan> nerve_roots(const Figures& figures, const StandingBones& bones,
                                                  const Canal& canal);

} // namespace spinescope::anatomy
