#pragma once

#include "render/renderer.hpp"

#include "scene/tissue.hpp"

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace spinescope::render {

/// How a tissue answers to light; linear RGB.
struct Appearance {
    glm::vec3 albedo{};
    glm::vec3 crevice{1}; ///< multiplies the albedo where no sky is seen: bone gets warmer, not greyer
    float highlight = 0;  ///< narrow: wet
    float wrap = 0;       ///< how far the key light reaches round
    float through = 0;    ///< light that comes through at the rim
    float sheen = 0;      ///< broad highlight: polished
    float pores = 0;      ///< contrast of the surface's grain

    // its fibres, where the mesh has them
    float fibre_contrast = 0;
    float bundle_mm = 1;
    float fibre_sheen = 0;
    bool lamellar = false; ///< they cross, layer by layer

    // its cut face
    glm::vec3 cut{};
    glm::vec3 rind{};  ///< of the outermost rind_mm
    float rind_mm = 0; ///< 0: none
    float cells = 0;   ///< contrast of what the face is made of
    float cell_mm = 1;
    bool porous = false; ///< the cells are pores with bright walls; otherwise bundles with dark walls between
    float rings = 0;     ///< contrast of a disc's lamellae
};

[[nodiscard]] const Appearance& appearance(scene::Tissue tissue);

/// The room around it.
struct Room {
    glm::vec3 middle{}, rim{};               ///< of the ground; display RGB
    glm::vec3 sky{}, floor{}, key{}, back{}; ///< lights; linear RGB
    glm::vec3 hollow{1};                     ///< what is left of light where none gets in
    glm::vec3 ghost{};                       ///< of every ghost's edge; display RGB
    glm::vec3 accent{};                      ///< outline of what is selected; display RGB
    glm::vec3 hovered{};                     ///< outline of what is pointed at
};

[[nodiscard]] const Room& room(Theme theme);

} // namespace spinescope::render
