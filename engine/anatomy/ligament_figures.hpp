#pragma once

#include "anatomy/figures.hpp"

#include <string_view>

namespace spinescope::anatomy {

/// A figure of assets/anatomy/ligaments.csv that is published for the cervical, the thoracic and the lumbar
/// spine, at the place `ride` on the chain of bones: each region's figure holds in its middle, between them
/// it changes evenly.
[[nodiscard]] float along_the_spine(const Figures& figures, float ride, std::string_view quantity);

} // namespace spinescope::anatomy
