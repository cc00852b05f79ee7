#pragma once

#include <epoxy/gl.h>
#include <utility>

namespace spinescope::render::gl {

/// An OpenGL name that frees itself. 0 is none.
template <void (*Free)(GLuint)>
class Name {
public:
    Name() = default;
    explicit Name(GLuint name) : name_(name) {}
    ~Name() { reset(); }
    Name(Name&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Name& operator=(Name&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    Name(const Name&) = delete;
    Name& operator=(const Name&) = delete;

    void reset() {
        if (name_ != 0) Free(std::exchange(name_, 0));
    }
    [[nodiscard]] GLuint get() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    GLuint name_ = 0;
};

inline void free_texture(GLuint name) {
    glDeleteTextures(1, &name);
}
inline void free_buffer(GLuint name) {
    glDeleteBuffers(1, &name);
}
inline void free_vertex_array(GLuint name) {
    glDeleteVertexArrays(1, &name);
}
inline void free_framebuffer(GLuint name) {
    glDeleteFramebuffers(1, &name);
}
inline void free_renderbuffer(GLuint name) {
    glDeleteRenderbuffers(1, &name);
}
inline void free_program(GLuint name) {
    glDeleteProgram(name);
}
inline void free_shader(GLuint name) {
    glDeleteShader(name);
}

using Texture = Name<free_texture>;
using Buffer = Name<free_buffer>;
using VertexArray = Name<free_vertex_array>;
using Framebuffer = Name<free_framebuffer>;
using Renderbuffer = Name<free_renderbuffer>;
using Program = Name<free_program>;
using Shader = Name<free_shader>;

[[nodiscard]] inline Texture make_texture() {
    GLuint name = 0;
    glGenTextures(1, &name);
    return Texture(name);
}
[[nodiscard]] inline Buffer make_buffer() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return Buffer(name);
}
[[nodiscard]] inline VertexArray make_vertex_array() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}
[[nodiscard]] inline Framebuffer make_framebuffer() {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    return Framebuffer(name);
}
[[nodiscard]] inline Renderbuffer make_renderbuffer() {
    GLuint name = 0;
    glGenRenderbuffers(1, &name);
    return Renderbuffer(name);
}

} // namespace spinescope::render::gl
