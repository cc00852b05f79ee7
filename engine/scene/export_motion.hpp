#pragma once

#include "anatomy/chain.hpp"
#include "scene/exported_materials.hpp"
#include "scene/model.hpp"

#include <vector>

namespace spinescope::scene {

/// Every structure where a posture carries it; what bends along the spine is bent.
[[nodiscard]] Model posed(Model model, const anatomy::Posture& posture);

/// Postures over time.
struct Motion {
    std::vector<double> time_s;             ///< from 0, strictly increasing
    std::vector<anatomy::Posture> postures; ///< one a time
};

/// Writes the structures and their motion as glTF (.glb), for viewers and slide programs: a node for every
/// bone of the chain ("bone.L4"), which moves; bones hang on theirs, and what bends is skinned to its two
/// nearest, which is exactly how the program itself bends it. Each tissue has its colour. Whole or not at
/// all. Throws Failure for another extension, an empty selection or motion, or a destination that cannot be
/// written.
void export_motion(const Model& model, std::span<const std::size_t> indices, const Motion& motion,
                   const std::filesystem::path& file, const TissueColours& colours);

} // namespace spinescope::scene
