#pragma once

#include "anatomy/levels.hpp"

#include <array>
#include <glm/mat4x4.hpp>
#include <string_view>

namespace spinescope::anatomy {

/// The bones that move against one another, from above downward: 0 the occiput, 1 C1, ... 24 L5, 25 the
/// sacrum with the pelvis and the coccyx. A *ride* is a place on this chain: a point with ride 23 goes where
/// L4 goes, one with 23.25 is carried three parts by L4 and one part by L5.
inline constexpr std::size_t chain_length = levels.size() + 1;

inline constexpr float occiput_ride = 0;
inline constexpr float sacrum_ride = static_cast<float>(chain_length - 1);

/// "L4" -> 23; "S1", "sacrum" and "coccyx" -> 25; levels are those of `levels`.
[[nodiscard]] constexpr float ride_of(std::string_view bone) {
    if (bone == "occiput") return occiput_ride;
    const std::size_t i = index_of(bone);
    return i < levels.size() ? static_cast<float>(i + 1) : sacrum_ride;
}

/// Whether the whole structure moves as one with a bone of the chain.
[[nodiscard]] constexpr bool is_bone_of_chain(std::string_view id) {
    return id == "occiput" || id == "sacrum" || id == "coccyx" || index_of(id) < levels.size();
}

/// How far every bone of the chain has moved from standing: rigid, spine frame, m. All identity: standing.
struct Posture {
    std::array<glm::mat4, chain_length> moved = [] {
        std::array<glm::mat4, chain_length> still{};
        still.fill(glm::mat4(1));
        return still;
    }();
    bool operator==(const Posture&) const = default;
};

/// The motion of a point with that ride: the two neighbours' motions, mixed entry by entry, which is what the
/// vertex shader does too. `ride` is held within the chain.
[[nodiscard]] glm::mat4 motion_at(const Posture& posture, float ride);

} // namespace spinescope::anatomy
