#pragma once

#include "scene/model.hpp"

#include <assimp/scene.h>
#include <memory>

namespace spinescope::scene {

/// A structure's mesh for Assimp's exporters: in its own frame in metres, with occlusion as colour and the
/// place on the chain of bones as texture coordinates; or, for formats that know no placement, in the spine
/// frame in millimetres.
[[nodiscard]] std::unique_ptr<aiMesh> exported_mesh(const Structure& structure, bool placed_in_mm = false);

/// For Assimp, whose matrices are rows.
[[nodiscard]] aiMatrix4x4 exported_matrix(const glm::mat4& m);

} // namespace spinescope::scene
