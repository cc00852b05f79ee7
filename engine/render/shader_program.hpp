#pragma once

#include "render/gl.hpp"

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace spinescope::render {

/// A linked pair of shaders from the installation's shaders/ folder.
class ShaderProgram {
public:
    /// Each stage is the named files one after the other (so that passes share their light), below the
    /// version line and one #define for each of `defines`. Throws Failure with the compiler's first
    /// complaint.
    struct Sources {
        std::vector<const char*> vertex;
        std::vector<const char*> fragment;
        std::vector<const char*> defines = {};
    };
    explicit ShaderProgram(const Sources& sources);

    void use() const { glUseProgram(program_.get()); }

    /// Set on the program in use; a name that the shader does not use is ignored. The names are literals, and
    /// told apart by where they lie: a draw sets a handful, and asking the driver takes longer than setting.
    void set(const char* name, float value) const { glUniform1f(place(name), value); }
    void set(const char* name, int value) const { glUniform1i(place(name), value); }
    void set(const char* name, unsigned value) const { glUniform1ui(place(name), value); }
    void set(const char* name, const glm::vec2& v) const { glUniform2fv(place(name), 1, &v.x); }
    void set(const char* name, const glm::vec3& v) const { glUniform3fv(place(name), 1, &v.x); }
    void set(const char* name, const glm::vec4& v) const { glUniform4fv(place(name), 1, &v.x); }
    void set(const char* name, std::span<const glm::vec4> v) const {
        glUniform4fv(place(name), static_cast<GLsizei>(v.size()), &v.front().x);
    }
    void set(const char* name, std::span<const glm::vec2> v) const {
        glUniform2fv(place(name), static_cast<GLsizei>(v.size()), &v.front().x);
    }
    void set(const char* name, std::span<const glm::vec3> v) const {
        glUniform3fv(place(name), static_cast<GLsizei>(v.size()), &v.front().x);
    }
    void set(const char* name, std::span<const float> v) const {
        glUniform1fv(place(name), static_cast<GLsizei>(v.size()), v.data());
    }
    void set(const char* name, const glm::mat3& m) const {
        glUniformMatrix3fv(place(name), 1, GL_FALSE, &m[0].x);
    }
    void set(const char* name, const glm::mat4& m) const {
        glUniformMatrix4fv(place(name), 1, GL_FALSE, &m[0].x);
    }

private:
    [[nodiscard]] GLint place(const char* name) const {
        for (const auto& [known, at] : places_)
            if (known == name) return at;
        return places_.emplace_back(name, glGetUniformLocation(program_.get(), name)).second;
    }

    gl::Program program_;
    mutable std::vector<std::pair<const char*, GLint>> places_;
};

/// A program that is compiled when it is first used: most pictures have no ghost, nothing see-through and no
/// cut, and compiling is a good part of a quick start.
class LazyProgram {
public:
    explicit LazyProgram(ShaderProgram::Sources sources) : sources_(std::move(sources)) {}

    const ShaderProgram& use() {
        if (!program_) program_.emplace(sources_);
        program_->use();
        return *program_;
    }

private:
    ShaderProgram::Sources sources_;
    std::optional<ShaderProgram> program_;
};

} // namespace spinescope::render
