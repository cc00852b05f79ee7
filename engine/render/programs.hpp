#pragma once

#include "render/shader_program.hpp"

#include <array>
#include <optional>

namespace spinescope::render {

/// A pass's programs: one fragment shader over surfaces of several kinds, and over the caps that fill a cut.
/// Each is compiled when it is first used.
class Pass {
public:
    /// What a surface asks of its vertex shader beside being put in its place.
    enum Kind : unsigned {
        plain = 0,
        follows = 1,   ///< the posture bends it
        cut = 2,       ///< one side of the section plane is taken away
        fibrous = 4,   ///< its fibres show
        lamellar = 8,  ///< with `fibrous`: they cross, layer by layer
        shrunken = 16, ///< moved inward along its normals
        heated = 32    ///< steps of colour along its ride
    };

    explicit Pass(std::vector<const char*> fragment, const std::vector<const char*>& defines = {})
        : fragment_(std::move(fragment)), defines_(defines) {}

    const ShaderProgram& use(unsigned kind) {
        constexpr std::array words{"FOLLOWS", "CUT", "FIBROUS", "LAMELLAR", "SHRUNKEN", "HEATED"};
        std::vector<const char*> defines = defines_;
        for (unsigned i = 0; i < words.size(); ++i)
            if ((kind & (1U << i)) != 0) defines.push_back(words.at(i));
        return used(surfaces_.at(kind), {{"surface.vert"}, fragment_, defines});
    }
    const ShaderProgram& use_cap() {
        std::vector<const char*> defines = defines_;
        defines.push_back("CAP");
        return used(cap_, {{"cap.vert"}, fragment_, defines});
    }

private:
    static const ShaderProgram& used(std::optional<ShaderProgram>& program,
                                     const ShaderProgram::Sources& sources) {
        if (!program) program.emplace(sources);
        program->use();
        return *program;
    }

    std::vector<const char*> fragment_, defines_;
    std::array<std::optional<ShaderProgram>, 64> surfaces_;
    std::optional<ShaderProgram> cap_;
};

/// Every program, by the pass it serves.
struct Programs {
    const std::vector<const char*> lit_parts{"light.glsl", "mark.glsl", "fibres.glsl", "lit.frag"};
    Pass lit{lit_parts};
    Pass lit_closely{lit_parts, {"GRAIN"}}; ///< with a surface's grain
    Pass lit_fully{lit_parts, {"GRAIN", "SHADOW"}};
    Pass data{{"light.glsl", "mark.glsl", "data.glsl", "data.frag"}};
    Pass see_through{{"light.glsl", "data.glsl", "fibres.glsl", "see_through.frag"}};
    Pass ghost{{"ghost.frag"}};
    Pass id{{"id.frag"}};
    LazyProgram background{{{"full.vert"}, {"background.frag"}}};
    LazyProgram bring_down{{{"full.vert"}, {"bring_down.frag"}}};
    LazyProgram bring_down_with_lines{{{"full.vert"}, {"bring_down.frag"}, {"LINES"}}};
    LazyProgram hollows{{{"full.vert"}, {"hollows.frag"}}};
    LazyProgram darken{{{"full.vert"}, {"darken.frag"}}};
    LazyProgram gathered{{{"full.vert"}, {"gathered.frag"}}};
    LazyProgram outline{{{"full.vert"}, {"outline.frag"}}};
};

} // namespace spinescope::render
