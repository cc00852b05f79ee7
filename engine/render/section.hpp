#pragma once

#include "render/frame.hpp"
#include "render/programs.hpp"

#include <functional>

namespace spinescope::render {

/// What part of a cut face is drawn: a rind of the given thickness, what it encloses, or all of it.
enum class Face { all, rind, core };

/// Fills the cuts of `items`. Along the line of sight through a pixel of the section plane, what is left of a
/// closed mesh turns its back once more often than its front exactly where the plane lies inside it: that
/// number is counted in the stencil's lower six bits, and the plane is drawn where it is not zero. `mark` is
/// any pass; where structures overlap the later one's cap wins; `rind_mm` says how thick a structure's rind
/// is (0: none), for which the mesh is counted a second time, moved inward by that; `dress` sets what a face
/// looks like on the program `cap`. Expects the pass's own depth and blend state and leaves it, and leaves
/// the stencil's lower seven bits zero.
void draw_caps(const Frame& frame, const std::vector<Item>& items, Pass& mark, Pass& cap,
               const gl::VertexArray& nothing, bool write_depth,
               const std::function<float(const Item&)>& rind_mm,
               const std::function<void(const ShaderProgram&, const Item&, Face)>& dress);

} // namespace spinescope::render
