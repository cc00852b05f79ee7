#pragma once

#include <imgui.h>

namespace spinescope::app {

/// A tick or a cross of that size, drawn as lines so that it reads without its colour.
void draw_verdict(ImDrawList& draw, bool right, ImVec2 at, float size, ImU32 colour);

} // namespace spinescope::app
