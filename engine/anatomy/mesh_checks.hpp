#pragma once

#include "anatomy/mesh.hpp"

namespace spinescope::anatomy {

/// What a mesh is as a surface.
struct MeshNature {
    bool closed = false;  ///< every edge borders two triangles that run along it opposite ways
    int euler = 0;        ///< vertices - edges + triangles
    int pieces = 0;       ///< parts that hang together
    double volume_m3 = 0; ///< positive when the triangles face outward
};

/// The part with the most triangles, alone: sheds crumbs that a cut left floating.
[[nodiscard]] Mesh largest_piece(const Mesh& mesh);

[[nodiscard]] MeshNature examine(const Mesh& mesh);

} // namespace spinescope::anatomy
