#pragma once

#include "scene/model.hpp"
#include "scene/visibility.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

/// The structures meant by words such as "L4", "lumbar", "disc.L4-L5", "disc" or "all" (commas separate
/// several): ids, groups with everything below them, layers. Without doubles, in the model's order. Throws
/// Failure for a word that names nothing, with the nearest that does.
[[nodiscard]] std::vector<std::size_t> structures_named(const scene::Model& model,
                                                        const std::vector<std::string>& words);

/// The opacities meant by words such as "bone,nerve=0.5" (these layers and no others), or by a number from 0,
/// the skin, to 1, the nerves (scene::opacities_at_depth). Throws Failure naming what is wrong.
[[nodiscard]] scene::Opacities opacities_named(const std::string& words);

/// Everything below a group.
[[nodiscard]] std::vector<std::size_t> structures_in(const scene::Model& model, const std::string& group);

} // namespace spinescope::app
