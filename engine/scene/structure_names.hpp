#pragma once

#include "scene/model.hpp"

namespace spinescope::scene {

/// Gives the structures of `model` their parents, layers, tissues and descriptions, in the order of the file,
/// and the model its groups. The file:
///
///     {"groups": [{"id", "parent", "english", "latin", "text"}],
///      "structures": [{"id", "parent", "layer", "tissue", "english", "latin", "fma", "text"}]}
///
/// Only `id` is needed; a tissue is the layer's usual one unless said. One `*` in an id stands for anything,
/// and
/// `{*}` in the other words for what it stood for: {"id": "disc.*", "english": "Disc {*}"} names a whole
/// series. The first entry that fits a structure names it. A structure that none fits keeps its id as its
/// name and comes last; a name without a structure is left out. Throws Failure when the file is missing or
/// malformed.
void name_structures(Model& model, const std::filesystem::path& structures_json);

} // namespace spinescope::scene
