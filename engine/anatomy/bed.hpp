#pragma once

#include "anatomy/standing_bones.hpp"

#include <optional>

namespace spinescope::anatomy {

/// What a tissue lies on, in the spine frame (mm): several bones, or bones and discs, as one surface whose
/// clefts are bridged by fillets about `blend` mm wide. It never lies inside any of them.
[[nodiscard]] Shape bed_of(std::vector<Shape> parts, float blend);
[[nodiscard]] Shape shape_of(const StandingBone& bone);

/// Which way the bed's distance grows at `p`: unit.
[[nodiscard]] glm::vec3 slope(const Shape& bed, const glm::vec3& p);

/// `p` moved along the slope until it lies `height` mm off the bed. For points within a few millimetres.
[[nodiscard]] glm::vec3 laid(const Shape& bed, glm::vec3 p, float height);

/// The same, but only when it lies lower.
[[nodiscard]] glm::vec3 lifted(const Shape& bed, const glm::vec3& p, float height);

/// How far from `from` along the unit `direction` the bed is met at `height` mm; nothing within `farthest`.
[[nodiscard]] std::optional<float> met(const Shape& bed, const glm::vec3& from, const glm::vec3& direction,
                                       float height, float farthest);

} // namespace spinescope::anatomy
