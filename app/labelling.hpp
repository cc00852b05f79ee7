#pragma once

#include "render/renderer.hpp"
#include "scene/labels.hpp"

namespace spinescope::app {

/// The names over a picture: which, and where they stand.
struct Labelling {
    struct Name {
        scene::Caption caption;
        bool hidden = false; ///< something lies before what it points at
        float strength = 1;  ///< fades while it is hidden
    };
    std::vector<Name> names;
    float left_px = 0, right_px = 0; ///< of everything that showed when they were chosen
    std::vector<scene::PlacedLabel> placed;
    scene::LabelColumns columns;
};

/// Names anew what shows in the canvas's picture, of that only `wanted` (ids of structures and
/// groups) unless it is empty. A name that was there and still can be keeps its place.
void name_what_shows(Labelling& labelling, const scene::Model& model, const render::Renderer& renderer,
                     render::Renderer::Canvas canvas, std::optional<std::size_t> selected,
                     const std::vector<std::string>& wanted = {});

/// Looks which names have gone out of sight in the canvas's picture, and fades them.
void look_after_names(Labelling& labelling, const render::Renderer& renderer, render::Renderer::Canvas canvas,
                      const scene::Camera& camera, glm::vec2 size_px);

/// Sets the names into their columns for that camera. `widest` is the widest name and `row` the height of
/// one, px.
void place_names(Labelling& labelling, const scene::Camera& camera, glm::vec2 size_px, float widest,
                 float row);

} // namespace spinescope::app
