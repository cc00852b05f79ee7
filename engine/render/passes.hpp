#pragma once

#include "render/canvas.hpp"
#include "render/frame.hpp"
#include "render/programs.hpp"
#include "render/shadow.hpp"

namespace spinescope::render {

// Each pass sets all the OpenGL state that it needs: the interface draws in between. `nothing` is an empty
// vertex array, for shapes that a vertex shader makes by itself.

/// Everything but outlines, into canvas.lit. The frame's stage is moved over the picture on the way.
void draw_scene(Canvas& canvas, Frame& frame, Programs& programs, Shadow& shadow,
                const gl::VertexArray& nothing);

/// The ids of what is seen into canvas.ids, with their depth. Ghosts answer only where nothing else does.
void draw_ids(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing);

/// canvas.lit and the outlines of what is selected and hovered, into canvas.emphasised. Needs the ids.
void draw_emphasis(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing);

} // namespace spinescope::render
