#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace spinescope::scene {

/// What a structure is made of: how it looks depends on it, what it is called does not.
enum class Tissue {
    bone,
    cartilage,
    annulus,
    nucleus,
    ligament,
    elastic, ///< ligamentum flavum: yellow
    capsule,
    dura,
    nerve,
    artery,
    muscle,
    tendon,
    fluid,
    cavity,
    plain ///< unknown: a file that was opened
};

/// Their words in assets/anatomy/structures.json, in the order above.
inline constexpr std::array<std::string_view, 15> tissue_words{
    "bone",  "cartilage", "annulus", "nucleus", "ligament", "elastic", "capsule", "dura",
    "nerve", "artery",    "muscle",  "tendon",  "fluid",    "cavity",  "plain"};

} // namespace spinescope::scene
