#pragma once

#include "app/labelling.hpp"

#include <imgui.h>

namespace spinescope::app {

/// The width of the widest name and the height of a label, px.
[[nodiscard]] glm::vec2 label_size(const Labelling& labelling);

/// Draws the names and their leaders; `corner` is the top left of the picture they belong to.
void draw_labels(ImDrawList& draw, const Labelling& labelling, const ImVec2& corner, render::Theme theme);

} // namespace spinescope::app
