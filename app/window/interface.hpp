#pragma once

#include "app/close_up.hpp"
#include "app/session.hpp"

namespace spinescope::app {

/// Lays the panels out over a window of that size (pixels) and fills them: everything between ImGui's
/// NewFrame and Render.
void draw_interface(Session& session, float width, float height);

/// Puts names over a picture of the renderer's scene canvas.
void write_labels(render::Image& image, Labelling& labelling, const scene::Camera& camera,
                  render::Theme theme);

/// Writes a caption at the foot of a picture.
void write_caption(render::Image& image, const std::string& words, render::Theme theme);

/// Draws the whole interface into a picture, without a window. Needs a current OpenGL context.
[[nodiscard]] render::Image interface_picture(Session& session, int width, int height, float scale);

/// Writes the names of a close-up over its picture.
void write_close_up_names(render::Image& image, const CloseUp& close, const scene::Camera& camera,
                          render::Theme theme);

/// Writes what the colours of a heat map mean, and which segments are stiff or loose, over its picture.
void write_heat_legend(render::Image& image, const scene::HeatMap& map, const Stage& stage,
                       const anatomy::Posture& posture, const scene::Camera& camera, render::Theme theme);

} // namespace spinescope::app
