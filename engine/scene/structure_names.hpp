#pragma once

#include "scene/model.hpp"

namespace spinescope::scene {

/// Gives the structures of `model` their parents, layers and descriptions, in the order of the file, and the
/// model its groups. The file:
///
///     {"groups": [{"id", "parent", "english", "latin", "text"}],
///      "structures": [{"id", "parent", "layer", "english", "latin", "fma", "text"}]}
///
/// Only `id` is needed. A structure that the file does not name keeps its id as its name and comes last; a
/// name without a structure is left out. Throws Failure when the file is missing or malformed.
void name_structures(Model& model, const std::filesystem::path& structures_json);

} // namespace spinescope::scene
