#pragma once

#include "render/image.hpp"

#include <memory>

namespace spinescope::render {

/// Makes the window's own picture the one drawn into, and clears it.
void begin_screen(int width, int height);

/// A picture without a window that an interface can be drawn into. Needs a current OpenGL context.
class OffscreenSurface {
public:
    OffscreenSurface(int width, int height);
    ~OffscreenSurface();
    OffscreenSurface(const OffscreenSurface&) = delete;
    OffscreenSurface& operator=(const OffscreenSurface&) = delete;

    /// Makes it the picture drawn into, and clears it to nothing.
    void bind();
    [[nodiscard]] Image read() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace spinescope::render
