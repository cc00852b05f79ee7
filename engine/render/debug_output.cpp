#include "render/debug_output.hpp"

#include <epoxy/gl.h>

namespace spinescope::render {
namespace {

void listen(GLenum, GLenum type, GLuint, GLenum severity, GLsizei length, const GLchar* message,
            const void* to) {
    const bool serious = type == GL_DEBUG_TYPE_ERROR || type == GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR ||
                         (type != GL_DEBUG_TYPE_PERFORMANCE && severity == GL_DEBUG_SEVERITY_HIGH);
    if (!serious) return;
    auto& complaints = *static_cast<std::vector<std::string>*>(const_cast<void*>(to));
    if (complaints.size() < 100) complaints.emplace_back(message, static_cast<std::size_t>(length));
}

bool offered() {
    return epoxy_gl_version() >= 43 || epoxy_has_gl_extension("GL_KHR_debug");
}

} // namespace

DebugOutput::DebugOutput() : complaints_(std::make_unique<std::vector<std::string>>()) {
    if (!offered()) return;
    glEnable(GL_DEBUG_OUTPUT);
    glDebugMessageCallback(listen, complaints_.get());
}

DebugOutput::~DebugOutput() {
    if (offered()) glDebugMessageCallback(nullptr, nullptr);
}

} // namespace spinescope::render
