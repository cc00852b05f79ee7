#pragma once

#include "anatomy/attachments.hpp"
#include "anatomy/figures.hpp"
#include "mechanics/segment.hpp"

#include <array>
#include <vector>

namespace spinescope::mechanics {

/// The strands between the neighbours of each segment below C2, from the places where the baked ligaments
/// hold on, each in its segment's frame. Midline ligaments are laid into the midline, the broad longitudinal
/// ones spread over their width, capsules all round their joints. How long and stiff they are is left to
/// grow().
[[nodiscard]] std::array<std::vector<Strand>, segments>
strands_between(const anatomy::Figures& anatomy, const anatomy::Attachments& attachments,
                const std::array<Segment, segments>& frames);

} // namespace spinescope::mechanics
