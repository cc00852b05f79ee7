#include "render/offscreen_context.hpp"

#include "files/failure.hpp"

#include <epoxy/egl.h>
#include <string>

namespace spinescope::render {

struct OffscreenContext::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    EGLSurface surface = EGL_NO_SURFACE;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { close(); }

    /// A context on `candidate`, made current; false (and nothing left open) when it offers none.
    bool open(EGLDisplay candidate) {
        display = candidate;
        if (display == EGL_NO_DISPLAY) return false;
        if (eglInitialize(display, nullptr, nullptr) != EGL_TRUE) {
            display = EGL_NO_DISPLAY;
            return false;
        }
        if (make_current()) return true;
        close();
        return false;
    }

    void close() {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface != EGL_NO_SURFACE) eglDestroySurface(display, surface);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        // The display itself is shared by everything in the process that uses EGL: it stays initialised.
        display = EGL_NO_DISPLAY;
        context = EGL_NO_CONTEXT;
        surface = EGL_NO_SURFACE;
    }

private:
    bool make_current() {
        if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return false;
        const bool surfaceless = epoxy_has_egl_extension(display, "EGL_KHR_surfaceless_context");
        const EGLint wanted[] = {EGL_SURFACE_TYPE, surfaceless ? 0 : EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                                 EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (eglChooseConfig(display, wanted, &config, 1, &count) != EGL_TRUE || count == 0) return false;
        const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                                  3,
                                  EGL_CONTEXT_MINOR_VERSION,
                                  3,
                                  EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                  EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                  EGL_NONE};
        context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
        if (context == EGL_NO_CONTEXT) return false;
        if (!surfaceless) {
            const EGLint size[] = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
            surface = eglCreatePbufferSurface(display, config, size);
            if (surface == EGL_NO_SURFACE) return false;
        }
        return eglMakeCurrent(display, surface, surface, context) == EGL_TRUE;
    }
};

OffscreenContext::OffscreenContext() : state_(std::make_unique<State>()) {
    // Surfaceless first: it needs no display server and asks nobody. Then whatever the machine calls default.
    const bool platforms = epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_base");
    if (platforms && epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless") &&
        state_->open(eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr)))
        return;
    if (state_->open(eglGetDisplay(EGL_DEFAULT_DISPLAY))) return;
    throw Failure("OpenGL", "this machine offers no OpenGL 3.3 without a window (EGL)",
                  "install libegl1 and libgl1-mesa-dri, or a newer graphics driver");
}

OffscreenContext::~OffscreenContext() = default;

} // namespace spinescope::render
