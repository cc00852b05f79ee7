#pragma once

#include "render/shader_program.hpp"

namespace spinescope::render {

/// Every program, by the pass it serves. `cut` takes away one side of the section plane; `cap` fills it.
struct Programs {
    struct Pass {
        LazyProgram whole, cut, cap;
    };

    static Pass pass(const std::vector<const char*>& fragment, const std::vector<const char*>& defines = {}) {
        const auto with = [&](const char* define) {
            std::vector<const char*> all = defines;
            all.push_back(define);
            return all;
        };
        using Sources = ShaderProgram::Sources;
        return {.whole = LazyProgram(Sources{{"surface.vert"}, fragment, defines}),
                .cut = LazyProgram(Sources{{"surface.vert"}, fragment, with("CUT")}),
                .cap = LazyProgram(Sources{{"cap.vert"}, fragment, with("CAP")})};
    }

    Pass lit = pass({"light.glsl", "lit.frag"});
    Pass lit_closely = pass({"light.glsl", "lit.frag"}, {"GRAIN"}); ///< with a surface's grain; no caps
    Pass see_through = pass({"light.glsl", "see_through.frag"});
    Pass ghost = pass({"ghost.frag"});
    Pass id = pass({"id.frag"});
    LazyProgram background{{{"full.vert"}, {"background.frag"}}};
    LazyProgram bring_down{{{"full.vert"}, {"bring_down.frag"}}};
    LazyProgram gathered{{{"full.vert"}, {"gathered.frag"}}};
    LazyProgram outline{{{"full.vert"}, {"outline.frag"}}};
};

} // namespace spinescope::render
