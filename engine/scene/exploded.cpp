#include "scene/exploded.hpp"

#include <algorithm>

namespace spinescope::scene {

anatomy::Posture exploded(anatomy::Posture posture, float amount) {
    const float gap = widest_gap_m * std::clamp(amount, 0.0f, 1.0f);
    for (std::size_t bone = 0; bone < anatomy::chain_length; ++bone)
        posture.moved[bone][3].y += gap * static_cast<float>(anatomy::chain_length - 1 - bone);
    return posture;
}

} // namespace spinescope::scene
