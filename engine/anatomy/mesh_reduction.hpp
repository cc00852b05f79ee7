#pragma once

#include "anatomy/mesh.hpp"

namespace spinescope::anatomy {

/// The mesh with about `triangles` triangles where its shape allows, still closed and of the same topology.
/// Normals and occlusion are dropped.
[[nodiscard]] Mesh reduced(const Mesh& mesh, std::size_t triangles);

} // namespace spinescope::anatomy
