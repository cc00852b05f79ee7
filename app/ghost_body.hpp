#pragma once

#include "render/renderer.hpp"
#include "timeline/performance.hpp"

#include <array>

namespace spinescope::app {

/// The rest of a body as ghosts, and what it rests on, on the graphics card.
struct GhostBody {
    std::array<render::MeshHandle, anatomy::body_parts> parts{};
    render::MeshHandle block{}; ///< one metre each way: mat, seat and pack are made of it
    timeline::Position position = timeline::Position::lying;
    bool warm_pack = false;
    glm::vec3 mat_low{}, mat_high{}; ///< on the floor, m
    timeline::BodyPose pose;
};
/// `dressed`: one whose meshes are used again.
[[nodiscard]] GhostBody ghost_body(render::Renderer& renderer, const timeline::Performance& performance,
                                   const GhostBody* dressed = nullptr);

void add_drawings(const GhostBody& body, render::Theme theme, std::vector<render::Drawing>& drawn);

/// As what only tells where we are is drawn while the body moves: a ghost's edge alone does not read from
/// afar.
void show_through(render::Drawing& drawing, render::Theme theme);

/// Where the whole of it is seen best, all the time.
[[nodiscard]] scene::Camera camera_for(const timeline::Performance& performance, float aspect);

} // namespace spinescope::app
