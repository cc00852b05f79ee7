#pragma once

#include "anatomy/tissue_plan.hpp"

#include <string_view>

namespace spinescope::anatomy {

/// Plans `stem`.right and its mirror image `stem`.left, in the spine frame unless another is given; what
/// makes the right one is called once for both. Attachments and holds are the right side's.
void plan_pair(std::vector<TissuePlan>& plans, std::string_view stem, std::function<Mesh()> make_right,
               const std::vector<Attachment>& attachments = {}, const std::vector<Hold>& holds = {},
               const Pose& frame = {});

} // namespace spinescope::anatomy
