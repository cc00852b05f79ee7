#pragma once

#include "app/session.hpp"
#include "render/image.hpp"

namespace spinescope::app {

struct PictureWish {
    int width = 1920, height = 1080;
    bool transparent = false; ///< the scene alone, nothing behind it
    bool caption = true;      ///< what it shows stands at its foot; not of a transparent one
};

/// What the session shows, as a picture of its own: drawn at twice the size where the graphics card can hold
/// that, so that edges are smooth on paper, with names where the session writes them.
[[nodiscard]] render::Image take_picture(Session& session, const PictureWish& wish);

} // namespace spinescope::app
