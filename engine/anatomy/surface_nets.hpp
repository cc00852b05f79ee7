#pragma once

#include "anatomy/mesh.hpp"
#include "anatomy/solid.hpp"

namespace spinescope::anatomy {

/// The box (mm) in which a solid is looked for.
struct Box {
    glm::vec3 low{};
    glm::vec3 high{};
};

/// The solid's surface as a closed manifold mesh by surface nets (Gibson 1998) on a grid of `spacing_mm`.
/// Positions in mm, on the surface; normals not filled. Blocks that cannot meet the surface are skipped;
/// cells that would make the mesh non-manifold are filled at grid size. Throws Failure when the solid reaches
/// the box.
[[nodiscard]] Mesh mesh_solid(const Solid& solid, const Box& box, float spacing_mm);

} // namespace spinescope::anatomy
