#pragma once

#include "anatomy/mesh.hpp"

namespace spinescope::anatomy {

/// The mesh with about `triangles` triangles where its shape allows, still closed and of the same topology.
/// Normals and occlusion are dropped.
[[nodiscard]] Mesh reduced(const Mesh& mesh, std::size_t triangles);

/// A coarser level of detail: about `share` of the triangles, with the corners that stay, and all that they
/// carry, untouched. It may lose thin parts; it is for looking at from afar.
[[nodiscard]] Mesh coarser(const Mesh& mesh, float share);

} // namespace spinescope::anatomy
