#pragma once

#include "app/session.hpp"

namespace spinescope::app {

/// A picture that stands on its own: the scene over all of it, the close-up in its corner, and at its foot
/// what it shows and when. Between ImGui's NewFrame and Render.
void draw_frame(Session& session, float width, float height);

/// The same without a word at its foot, for where words stand beside it.
void draw_bare_frame(Session& session, float width, float height);

} // namespace spinescope::app
