#pragma once

#include "scene/model.hpp"
#include "scene/tissue.hpp"

#include <array>
#include <assimp/scene.h>
#include <glm/vec3.hpp>
#include <span>

namespace spinescope::scene {

/// The colour of each tissue, linear RGB, in the order of Tissue; where a file is to be looked at elsewhere.
using TissueColours = std::array<glm::vec3, tissue_words.size()>;

/// Gives the scene a material for each tissue of these structures, named by its word ("ligament"), and each
/// mesh its own: the i-th mesh is the i-th structure's. Without colours all share a plain one.
void give_materials(aiScene& scene, const Model& model, std::span<const std::size_t> indices,
                    const TissueColours* colours);

} // namespace spinescope::scene
