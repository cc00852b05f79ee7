#pragma once

#include <memory>

namespace spinescope::render {

/// An OpenGL 3.3 core context without a window (EGL, surfaceless where there is no display), current on the
/// calling thread while it lives. Throws Failure when the machine offers none.
class OffscreenContext {
public:
    OffscreenContext();
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace spinescope::render
