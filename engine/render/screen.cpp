#include "render/screen.hpp"

#include <algorithm>
#include <epoxy/gl.h>

namespace spinescope::render {

void begin_screen(int width, int height) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

struct OffscreenSurface::State {
    GLuint framebuffer = 0, colour = 0;
    int width = 0, height = 0;
};

OffscreenSurface::OffscreenSurface(int width, int height) : state_(std::make_unique<State>()) {
    state_->width = width;
    state_->height = height;
    glGenFramebuffers(1, &state_->framebuffer);
    glGenRenderbuffers(1, &state_->colour);
    glBindFramebuffer(GL_FRAMEBUFFER, state_->framebuffer);
    glBindRenderbuffer(GL_RENDERBUFFER, state_->colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, state_->colour);
}

OffscreenSurface::~OffscreenSurface() {
    glDeleteFramebuffers(1, &state_->framebuffer);
    glDeleteRenderbuffers(1, &state_->colour);
}

void OffscreenSurface::bind() {
    glBindFramebuffer(GL_FRAMEBUFFER, state_->framebuffer);
    glViewport(0, 0, state_->width, state_->height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
}

Image OffscreenSurface::read() const {
    Image image{.width = state_->width, .height = state_->height, .rgba = {}};
    const std::size_t row = std::size_t(image.width) * 4;
    image.rgba.resize(row * std::size_t(image.height));
    glBindFramebuffer(GL_FRAMEBUFFER, state_->framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    for (int y = 0; y < image.height / 2; ++y)
        std::swap_ranges(image.rgba.begin() + std::ptrdiff_t(row) * y,
                         image.rgba.begin() + std::ptrdiff_t(row) * (y + 1),
                         image.rgba.end() - std::ptrdiff_t(row) * (y + 1));
    // What was blended onto nothing is premultiplied; an Image is not.
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        if (const unsigned a = image.rgba[i + 3]; a != 0 && a != 255)
            for (std::size_t k = i; k < i + 3; ++k)
                image.rgba[k] = static_cast<std::uint8_t>(std::min(255u, (image.rgba[k] * 255u + a / 2) / a));
    return image;
}

} // namespace spinescope::render
