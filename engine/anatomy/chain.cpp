#include "anatomy/chain.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::anatomy {

glm::mat4 motion_at(const Posture& posture, float ride) {
    const float place = std::clamp(ride, 0.0F, static_cast<float>(chain_length - 1));
    const auto upper = std::min(static_cast<std::size_t>(place), chain_length - 2);
    const float share = place - static_cast<float>(upper);
    return posture.moved[upper] * (1 - share) + posture.moved[upper + 1] * share;
}

} // namespace spinescope::anatomy
