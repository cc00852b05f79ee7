#pragma once

#include "app/session.hpp"

namespace spinescope::app {

/// How the window is shared out, pixels.
struct Layout {
    float top = 0;               ///< height of the bar along the top
    float left = 0;              ///< width of the structures; 0 where there is no room for them
    float right = 0;             ///< width of the side panel
    float below = 0;             ///< height of the timeline; 0 in modes without one
    float width = 0, height = 0; ///< of the scene in the middle
};

/// How much larger letters are in front of a class on a screen of that height (in lengths of the design), to
/// be read from the last row.
[[nodiscard]] float presented_scale(float height);

/// For a window of that size in pixels in that mode; `scale`: pixels in a length of the design.
[[nodiscard]] Layout laid_out(const Session& session, Mode mode, float width, float height, float scale);

} // namespace spinescope::app
