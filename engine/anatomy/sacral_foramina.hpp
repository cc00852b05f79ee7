#pragma once

#include <array>
#include <glm/vec3.hpp>

namespace spinescope::anatomy {

/// Where a pair of sacral foramina opens, between two of the five fused bodies: right side, frame of S1, mm.
struct SacralForamen {
    glm::vec3 canal;  ///< where the nerve leaves the sacral canal
    glm::vec3 middle; ///< between the two openings
    glm::vec3 front;  ///< pelvic opening
    glm::vec3 back;   ///< dorsal opening
    float wide;       ///< radius of the pelvic opening
    float narrow;     ///< radius of the dorsal opening
};

inline constexpr std::array<SacralForamen, 4> sacral_foramina = {{
    {{-23, -27, 8}, {-14.4F, -29, 17.5F}, {6.9F, -32, 22}, {-46.9F, -31, 20}, 5.4F, 3.2F},
    {{-24.6F, -50, 6}, {-16.7F, -51, 15.5F}, {5.1F, -54, 19.5F}, {-48.8F, -53, 17}, 5.0F, 2.9F},
    {{-17.9F, -70, 5}, {-10.7F, -71, 13.2F}, {10.7F, -73, 17}, {-41.3F, -73, 15}, 4.4F, 2.6F},
    {{-7.4F, -86, 4}, {-0.8F, -86.5F, 11}, {19.8F, -87, 14}, {-28, -88, 12.5F}, 3.6F, 2.3F},
}};

} // namespace spinescope::anatomy
