#include "app/window/layout.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

float presented_scale(float height) {
    // A step's words are then set in letters of a thirty-third of the picture's height.
    constexpr float usual_height = 720, largest = 2.5f;
    return std::clamp(std::round(10 * height / usual_height) / 10, 1.0f, largest);
}

Layout laid_out(const Session& session, Mode mode, float width, float height, float scale) {
    const bool pop = mode == Mode::pop, strain = mode == Mode::strain;
    Layout layout{.top = 44 * scale};
    layout.left = width < 900 * scale ? 0 : 288 * scale;
    layout.right = width < 620 * scale ? 0 : std::min(352 * scale, width * 0.36f);
    layout.below = !pop && !strain           ? 0
                   : session.timeline_height ? std::min(*session.timeline_height * scale, height * 0.62f)
                                             : std::min((strain ? 364 : 296) * scale, height * 0.42f);
    layout.width = width - layout.left - layout.right;
    layout.height = height - layout.top - layout.below;
    return layout;
}

} // namespace spinescope::app
