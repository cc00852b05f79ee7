#pragma once

#include "scene/model.hpp"

namespace spinescope::scene {

/// Gives the structures of `model` their parents, layers, tissues and descriptions, in the order of the file,
/// and the model its groups. The file:
///
///     {"groups": [{"id", "parent", "latin"}],
///      "structures": [{"id", "parent", "layer", "tissue", "latin", "fma"}]}
///
/// Only `id` is needed; a tissue is the layer's usual one unless said. One `*` in an id stands for anything,
/// and `{*}` in the Latin name for what it stood for: {"id": "disc.*", "latin": "Discus {*}"} names a whole
/// series. The first entry that fits a structure names it. A structure that none fits keeps its id as its
/// name and comes last; a name without a structure is left out. Throws Failure when the file is missing or
/// malformed.
void name_structures(Model& model, const std::filesystem::path& structures_json);

/// Tells names and texts again, in the language now in use (assets/languages/README.md: structures.json).
void rename(Model& model);

} // namespace spinescope::scene
