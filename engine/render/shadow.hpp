#pragma once

#include "render/frame.hpp"
#include "render/gl.hpp"
#include "render/programs.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace spinescope::render {

/// What the key light sees: its depths, and how to find a point in them.
struct Shadow {
    gl::Texture depths; ///< made when first needed
    gl::Framebuffer frame;
    glm::mat4 to_shadow{}; ///< viewer's frame to the picture of depths, 0 to 1
    glm::vec3 softness{};  ///< see shaders/lit.frag
};

/// Looks at the frame's opaque things from the key light.
void cast_shadow(Shadow& shadow, const Frame& frame, Programs& programs);

} // namespace spinescope::render
