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
    {{-21, -27, 8}, {-13, -29, 17.5F}, {14, -32, 23}, {-44, -31, 21}, 4.9F, 2.9F},
    {{-18, -50, 6}, {-11, -51, 15.5F}, {14, -54, 20}, {-42, -53, 18}, 4.5F, 2.6F},
    {{-12, -70, 5}, {-6, -71, 13.2F}, {18, -73, 17}, {-36, -73, 15.5F}, 4.0F, 2.4F},
    {{-5, -86, 4}, {1, -86.5F, 11}, {24, -87, 14}, {-26, -88, 13}, 3.2F, 2.1F},
}};

} // namespace spinescope::anatomy
