#include "render/canvas.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <string>

namespace spinescope::render {
namespace {

gl::Texture picture_texture(GLenum internal, GLenum format, GLenum type, int width, int height,
                            GLint filter) {
    gl::Texture texture = gl::make_texture();
    glBindTexture(GL_TEXTURE_2D, texture.get());
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(internal), width, height, 0, format, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

gl::Renderbuffer picture_buffer(GLenum internal, int width, int height) {
    gl::Renderbuffer buffer = gl::make_renderbuffer();
    glBindRenderbuffer(GL_RENDERBUFFER, buffer.get());
    glRenderbufferStorage(GL_RENDERBUFFER, internal, width, height);
    return buffer;
}

void attach(const gl::Texture& texture, GLenum point) {
    glFramebufferTexture2D(GL_FRAMEBUFFER, point, GL_TEXTURE_2D, texture.get(), 0);
}
void attach(const gl::Renderbuffer& buffer, GLenum point) {
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, point, GL_RENDERBUFFER, buffer.get());
}

/// A framebuffer bound for the attachments that follow.
gl::Framebuffer bound_framebuffer() {
    gl::Framebuffer frame = gl::make_framebuffer();
    glBindFramebuffer(GL_FRAMEBUFFER, frame.get());
    return frame;
}

void check(int width, int height) {
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return;
    throw Failure("OpenGL",
                  "the driver cannot draw a picture of " + std::to_string(width) + "x" +
                      std::to_string(height),
                  "choose a smaller size");
}

Target target(GLenum internal, GLenum format, int width, int height, GLint filter) {
    Target made;
    made.texture = picture_texture(internal, format, GL_UNSIGNED_BYTE, width, height, filter);
    made.frame = bound_framebuffer();
    attach(made.texture, GL_COLOR_ATTACHMENT0);
    check(width, height);
    return made;
}

} // namespace

void Canvas::fit(int new_width, int new_height, int new_side) {
    if (lit && width == new_width && height == new_height && side == new_side) return;
    *this = Canvas{};
    width = new_width;
    height = new_height;
    side = new_side;
    lit = picture_texture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, width, height, GL_LINEAR);
    lit_frame = bound_framebuffer();
    attach(lit, GL_COLOR_ATTACHMENT0);
    if (side == 1) {
        stage_width = width;
        stage_height = height;
        depth = picture_buffer(GL_DEPTH24_STENCIL8, width, height);
        attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
    }
    check(width, height);
}

void Canvas::enlarge_by_squares(bool squares) const {
    glBindTexture(GL_TEXTURE_2D, lit.get());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, squares ? GL_NEAREST : GL_LINEAR);
}

void Canvas::need_stage(int picture_width, int picture_height) {
    if (stage_frame && stage_width == picture_width && stage_height == picture_height) return;
    gathered.reset();
    weight.reset();
    gathering_frame.reset();
    hollows = {};
    stage_frame.reset();
    stage_colour.reset();
    marks.reset();
    depth.reset();
    stage_width = picture_width;
    stage_height = picture_height;
    const int w = side * stage_width, h = side * stage_height;
    depth = picture_buffer(GL_DEPTH24_STENCIL8, w, h);
    stage_colour = picture_texture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, w, h, GL_NEAREST);
    marks = picture_texture(GL_RG16UI, GL_RG_INTEGER, GL_UNSIGNED_SHORT, w, h, GL_NEAREST);
    stage_frame = bound_framebuffer();
    attach(stage_colour, GL_COLOR_ATTACHMENT0);
    attach(marks, GL_COLOR_ATTACHMENT1);
    attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
    check(w, h);
}

void Canvas::need_gathering() {
    if (gathering_frame) return;
    const int w = side * stage_width, h = side * stage_height;
    gathered = picture_texture(GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT, w, h, GL_NEAREST);
    weight = picture_texture(GL_R16F, GL_RED, GL_HALF_FLOAT, w, h, GL_NEAREST);
    constexpr GLenum both[] = {GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    gathering_frame = bound_framebuffer();
    attach(gathered, GL_COLOR_ATTACHMENT0);
    attach(weight, GL_COLOR_ATTACHMENT1);
    attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
    glDrawBuffers(2, both);
    check(w, h);
}

void Canvas::need_hollows() {
    if (!hollows) hollows = target(GL_R8, GL_RED, stage_width, stage_height, GL_NEAREST);
}

void Canvas::need_ids() {
    if (ids) return;
    ids = picture_texture(GL_R32UI, GL_RED_INTEGER, GL_UNSIGNED_INT, width, height, GL_NEAREST);
    id_depth = picture_buffer(GL_DEPTH24_STENCIL8, width, height);
    id_frame = bound_framebuffer();
    attach(ids, GL_COLOR_ATTACHMENT0);
    attach(id_depth, GL_DEPTH_STENCIL_ATTACHMENT);
    check(width, height);
}

void Canvas::need_emphasised() {
    if (!emphasised) emphasised = target(GL_RGBA8, GL_RGBA, width, height, GL_LINEAR);
}

} // namespace spinescope::render
