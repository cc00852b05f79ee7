#pragma once

#include "anatomy/attachments.hpp"
#include "anatomy/figures.hpp"
#include "mechanics/segment.hpp"

#include <array>

namespace spinescope::mechanics {

/// The chain of segments, C0-C1 to L5-S1, with every tissue where the anatomy has it.
using SpineModel = std::array<Segment, segments>;
using Conditions = std::array<Condition, segments>;

/// Builds it from assets/anatomy, assets/mechanics and the attachments of the baked spine, and fits every
/// disc: at its reference moment a segment turns by its published range. Above C2, where there is no disc and
/// ligaments span two joints, that fit stands for all that resists. Throws Failure for a figure that is
/// missing or cannot be.
[[nodiscard]] SpineModel spine_model(const anatomy::Figures& anatomy, const anatomy::Figures& mechanics,
                                     const anatomy::Attachments& attachments);

/// spine_model() of the installed files.
[[nodiscard]] SpineModel installed_spine_model();

/// The figure of a segment, of its region, or of the whole spine: the nearest that the tables hold.
[[nodiscard]] double figure_near(const anatomy::Figures& mechanics, std::size_t segment,
                                 std::string_view quantity);

} // namespace spinescope::mechanics
