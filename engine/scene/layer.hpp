#pragma once

#include "scene/tissue.hpp"

namespace spinescope::scene {

/// The systems that are shown, faded and taken away together.
enum class Layer {
    bone,
    disc,
    cartilage, ///< what lies inside a joint: cartilage and synovial space
    ligament,  ///< capsules too
    nerve,
    vessel,
    muscle,
    context, ///< what only tells where we are: ribs, pelvis, base of the skull
    other
};

/// Their words in assets/anatomy/structures.json and on the command line, in the order above.
inline constexpr std::array<std::string_view, 9> layer_words{
    "bone", "disc", "cartilage", "ligament", "nerve", "vessel", "muscle", "context", "other"};

[[nodiscard]] constexpr std::string_view word(Layer layer) {
    return layer_words[static_cast<std::size_t>(layer)];
}

/// What a structure of that layer is made of unless something else is said.
[[nodiscard]] constexpr Tissue usual_tissue(Layer layer) {
    constexpr std::array<Tissue, layer_words.size()> usual{
        Tissue::bone,   Tissue::annulus, Tissue::cartilage, Tissue::ligament, Tissue::nerve,
        Tissue::artery, Tissue::muscle,  Tissue::bone,      Tissue::plain};
    return usual[static_cast<std::size_t>(layer)];
}

} // namespace spinescope::scene
