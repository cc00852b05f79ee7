#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <span>
#include <vector>

namespace spinescope::render {

/// What of one id can be seen in a picture.
struct SeenRegion {
    std::uint32_t id = 0;
    std::size_t pixels = 0;
    glm::ivec2 low{}, high{}; ///< corners of the box around it
    glm::ivec2 anchor{};      ///< the pixel deepest inside, from the top left
};

/// Every id that shows in `ids` (rows from the top, 0 is nothing), in the order of ids.
[[nodiscard]] std::vector<SeenRegion> seen_regions(std::span<const std::uint32_t> ids, int width, int height);

} // namespace spinescope::render
