#pragma once

#include "render/shader_program.hpp"

namespace spinescope::render {

/// Every program, by the pass it serves. `cut` takes away one side of the section plane; `cap` fills it.
struct Programs {
    struct Pass {
        LazyProgram whole, cut, cap;
    };

    static Pass pass(std::vector<const char*> fragment) {
        using Sources = ShaderProgram::Sources;
        return {.whole = LazyProgram(Sources{{"surface.vert"}, fragment}),
                .cut = LazyProgram(Sources{{"surface.vert"}, fragment, {"CUT"}}),
                .cap = LazyProgram(Sources{{"cap.vert"}, fragment, {"CAP"}})};
    }

    Pass lit = pass({"light.glsl", "lit.frag"});
    Pass see_through = pass({"light.glsl", "see_through.frag"});
    Pass ghost = pass({"ghost.frag"});
    Pass id = pass({"id.frag"});
    LazyProgram background{{{"full.vert"}, {"background.frag"}}};
    LazyProgram bring_down{{{"full.vert"}, {"bring_down.frag"}}};
    LazyProgram gathered{{{"full.vert"}, {"gathered.frag"}}};
    LazyProgram outline{{{"full.vert"}, {"outline.frag"}}};
};

} // namespace spinescope::render
