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

gl::Renderbuffer picture_buffer(GLenum internal, int width, int height, int samples) {
    gl::Renderbuffer buffer = gl::make_renderbuffer();
    glBindRenderbuffer(GL_RENDERBUFFER, buffer.get());
    if (samples > 0)
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, internal, width, height);
    else
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

} // namespace

void Canvas::fit(int new_width, int new_height, Fineness new_fineness) {
    if (lit && width == new_width && height == new_height && fineness == new_fineness) return;
    if (!lit || width != new_width || height != new_height) {
        *this = Canvas{};
        width = new_width;
        height = new_height;
        lit = picture_texture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, width, height, GL_LINEAR);
    } else {
        gathered.reset();
        gathering_frame.reset();
    }
    fineness = new_fineness;
    stage_area = {0, 0, width, height};
    depth.reset();
    stage_frame.reset();
    stage_colour.reset();
    stage_samples.reset();
    lit_frame.reset();
    valid = false;

    if (fineness.side == 1) depth = picture_buffer(GL_DEPTH24_STENCIL8, width, height, fineness.samples);
    lit_frame = bound_framebuffer();
    attach(lit, GL_COLOR_ATTACHMENT0);
    if (fineness.plain()) attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
    check(width, height);
    if (fineness.samples > 0) {
        stage_samples = picture_buffer(GL_RGBA8, width, height, fineness.samples);
        stage_frame = bound_framebuffer();
        attach(stage_samples, GL_COLOR_ATTACHMENT0);
        attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
        check(width, height);
    }
}

void Canvas::need_larger_stage(Area area) {
    // In steps, so that a spine that turns does not need a new stage at every angle.
    constexpr int step = 128;
    const auto stepped = [](int side, int most) { return std::min(most, (side / step + 1) * step); };
    const Area before = stage_area;
    stage_area.width = stepped(area.width, width);
    stage_area.height = stepped(area.height, height);
    stage_area.left = std::min(area.left, width - stage_area.width);
    stage_area.bottom = std::min(area.bottom, height - stage_area.height);
    if (stage_frame && before.width == stage_area.width && before.height == stage_area.height) return;
    gathered.reset();
    gathering_frame.reset();
    stage_frame.reset();
    stage_colour.reset();
    depth.reset();
    depth = picture_buffer(GL_DEPTH24_STENCIL8, stage_width(), stage_height(), 0);
    stage_colour =
        picture_texture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, stage_width(), stage_height(), GL_NEAREST);
    stage_frame = bound_framebuffer();
    attach(stage_colour, GL_COLOR_ATTACHMENT0);
    attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
    check(stage_width(), stage_height());
}

void Canvas::need_backdrop() {
    if (backdrop) return;
    backdrop = picture_texture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, width, height, GL_NEAREST);
    backdrop_frame = bound_framebuffer();
    attach(backdrop, GL_COLOR_ATTACHMENT0);
    check(width, height);
}

void Canvas::need_gathering() {
    if (gathered && gathering_frame) return;
    gathered = picture_texture(GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT, stage_width(), stage_height(), GL_NEAREST);
    weight = picture_texture(GL_R16F, GL_RED, GL_HALF_FLOAT, stage_width(), stage_height(), GL_NEAREST);
    constexpr GLenum both[] = {GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    if (fineness.samples > 0) {
        gathered_samples = picture_buffer(GL_RGBA16F, width, height, fineness.samples);
        weight_samples = picture_buffer(GL_R16F, width, height, fineness.samples);
        gathered_frame = bound_framebuffer();
        attach(gathered, GL_COLOR_ATTACHMENT0);
        check(width, height);
        weight_frame = bound_framebuffer();
        attach(weight, GL_COLOR_ATTACHMENT0);
        check(width, height);
    }
    gathering_frame = bound_framebuffer();
    if (fineness.samples > 0) {
        attach(gathered_samples, GL_COLOR_ATTACHMENT0);
        attach(weight_samples, GL_COLOR_ATTACHMENT1);
    } else {
        attach(gathered, GL_COLOR_ATTACHMENT0);
        attach(weight, GL_COLOR_ATTACHMENT1);
    }
    attach(depth, GL_DEPTH_STENCIL_ATTACHMENT);
    glDrawBuffers(2, both);
    check(width, height);
}

void Canvas::need_ids() {
    if (ids) return;
    ids = picture_texture(GL_R32UI, GL_RED_INTEGER, GL_UNSIGNED_INT, width, height, GL_NEAREST);
    id_depth = picture_buffer(GL_DEPTH24_STENCIL8, width, height, 0);
    id_frame = bound_framebuffer();
    attach(ids, GL_COLOR_ATTACHMENT0);
    attach(id_depth, GL_DEPTH_STENCIL_ATTACHMENT);
    check(width, height);
}

void Canvas::need_emphasised() {
    if (emphasised) return;
    emphasised = picture_texture(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, width, height, GL_LINEAR);
    emphasised_frame = bound_framebuffer();
    attach(emphasised, GL_COLOR_ATTACHMENT0);
    check(width, height);
}

} // namespace spinescope::render
