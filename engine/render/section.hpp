#pragma once

#include "render/frame.hpp"
#include "render/programs.hpp"

#include <functional>

namespace spinescope::render {

/// Fills the cuts of `items`. Along the line of sight through a pixel of the section plane, what is left of a
/// closed mesh turns its back once more often than its front exactly where the plane lies inside it: that
/// number is counted in the stencil's lower seven bits, and the plane is drawn where it is not zero. `mark`
/// is any program that takes one side away; where structures overlap the later one's cap wins; `dress` sets
/// what a cap looks like on the program `cap`. Expects the pass's own depth and blend state and leaves it,
/// and leaves those stencil bits zero.
void draw_caps(const Frame& frame, const std::vector<Item>& items, LazyProgram& mark, LazyProgram& cap,
               const gl::VertexArray& nothing, bool write_depth,
               const std::function<void(const ShaderProgram&, const Item&)>& dress);

} // namespace spinescope::render
