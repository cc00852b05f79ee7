#include "render/shader_program.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/staged_file.hpp"

#include <algorithm>

namespace spinescope::render {
namespace {

constexpr const char* remedy = "install the program again, or update the graphics driver";

/// The first line of a compiler's log, without its line end.
std::string first_line(std::string log) {
    log.erase(std::min(log.find_first_of(std::string("\n\0", 2)), log.size()));
    return log.empty() ? "no reason given" : log;
}

gl::Shader compiled(GLenum stage, const std::vector<const char*>& names,
                    const std::vector<const char*>& defines) {
    std::string source = "#version 330 core\n";
    for (const char* define : defines) source.append("#define ").append(define).append(" 1\n");
    std::string last;
    for (const char* name : names) {
        const std::filesystem::path path = files::share() / "shaders" / name;
        source.append("#line 1\n").append(files::read_whole(path));
        last = path.string();
    }
    gl::Shader shader(glCreateShader(stage));
    const char* text = source.c_str();
    glShaderSource(shader.get(), 1, &text, nullptr);
    glCompileShader(shader.get());
    GLint good = GL_FALSE;
    glGetShaderiv(shader.get(), GL_COMPILE_STATUS, &good);
    if (good != GL_TRUE) {
        std::string log(2000, '\0');
        glGetShaderInfoLog(shader.get(), static_cast<GLsizei>(log.size()), nullptr, log.data());
        throw Failure(last, "the shader does not compile: " + first_line(log), remedy);
    }
    return shader;
}

} // namespace

ShaderProgram::ShaderProgram(const Sources& sources) : program_(glCreateProgram()) {
    const gl::Shader a = compiled(GL_VERTEX_SHADER, sources.vertex, sources.defines);
    const gl::Shader b = compiled(GL_FRAGMENT_SHADER, sources.fragment, sources.defines);
    glAttachShader(program_.get(), a.get());
    glAttachShader(program_.get(), b.get());
    glLinkProgram(program_.get());
    GLint good = GL_FALSE;
    glGetProgramiv(program_.get(), GL_LINK_STATUS, &good);
    if (good != GL_TRUE) {
        std::string log(2000, '\0');
        glGetProgramInfoLog(program_.get(), static_cast<GLsizei>(log.size()), nullptr, log.data());
        throw Failure(sources.fragment.back(), "the shaders do not fit together: " + first_line(log), remedy);
    }
}

} // namespace spinescope::render
