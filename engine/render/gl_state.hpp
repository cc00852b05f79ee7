#pragma once

#include "render/gl.hpp"

namespace spinescope::render {

/// The state in which every pass starts, whatever others left: the whole of `frame` is drawn to, depth tested
/// and written, no blending, back faces left out.
inline void start_pass(GLuint frame, int width, int height) {
    glBindFramebuffer(GL_FRAMEBUFFER, frame);
    glViewport(0, 0, width, height);
    for (const GLenum off :
         {GL_SCISSOR_TEST, GL_BLEND, GL_STENCIL_TEST, GL_CLIP_DISTANCE0, GL_POLYGON_OFFSET_FILL,
          GL_FRAMEBUFFER_SRGB, GL_PRIMITIVE_RESTART, GL_RASTERIZER_DISCARD, GL_SAMPLE_ALPHA_TO_COVERAGE,
          GL_DEPTH_CLAMP, GL_COLOR_LOGIC_OP})
        glDisable(off);
    for (const GLenum on : {GL_DEPTH_TEST, GL_CULL_FACE, GL_MULTISAMPLE}) glEnable(on);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glDepthFunc(GL_LEQUAL);
    glDepthRange(0, 1);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilMask(0xff);
    glBlendEquation(GL_FUNC_ADD);
}

/// For passes that cover the picture: neither depth nor faces matter.
inline void start_full_pass(GLuint frame, int width, int height) {
    start_pass(frame, width, height);
    glDisable(GL_DEPTH_TEST);
    glDepthMask(GL_FALSE);
}

/// Makes `texture` what the shaders' sampler number `unit` reads.
inline void bind_texture(GLuint unit, const gl::Texture& texture) {
    glActiveTexture(GL_TEXTURE0 + unit);
    glBindSampler(unit, 0);
    glBindTexture(GL_TEXTURE_2D, texture.get());
    glActiveTexture(GL_TEXTURE0);
}

/// Copies a picture, between sizes if need be.
inline void copy_colour(GLuint from, GLuint to, int from_width, int from_height, int to_width, int to_height,
                        GLenum filter = GL_NEAREST) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, from_width, from_height, 0, 0, to_width, to_height, GL_COLOR_BUFFER_BIT, filter);
}

} // namespace spinescope::render
