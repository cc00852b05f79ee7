#pragma once

#include "anatomy/figures.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// A figure of assets/anatomy/ligaments.csv that is published for the cervical, the thoracic and the lumbar
/// spine, at the place `ride` on the chain of bones: each region's figure holds in its middle, between them
/// it changes evenly.
[[nodiscard]] float along_the_spine(const Figures& figures, float ride, std::string_view quantity);

/// Plans a tissue that is made for the right side, and the same for the left: `name`.right and `name`.left.
void for_both_sides(std::vector<TissuePlan>& plans, const std::string& name, const Pose& frame,
                    const std::function<Mesh()>& make, const std::vector<Hold>& holds);

} // namespace spinescope::anatomy
