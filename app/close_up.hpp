#pragma once

#include "app/stage.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::app {

/// How the close-up looks at a joint: a section across the facets, the fluid between them face-on with the
/// upper facet seen through, or the section as an MRI cine shows it.
enum class CloseUpView { section, face, mri };
/// "section", "face" or "mri"; nothing for another word.
[[nodiscard]] std::optional<CloseUpView> close_up_view(std::string_view word);

/// What a leader points at.
struct CloseUpName {
    std::string words;
    glm::vec3 point{};   ///< spine frame, m
    bool inside = false; ///< written on the thing itself, without a leader
};

/// The two bones of the prepared joint with what lies between, standing however the spine is bent.
struct CloseUp {
    std::vector<render::Drawing> drawings;
    anatomy::Posture posture;
    scene::Camera camera;
    std::optional<glm::vec4> cut;
    std::vector<CloseUpName> names;
    bool fingers = false; ///< the sheet is parting in fingers, fewer and wider ones than in truth
};

/// `width` / `height` is of the picture it is for. Empty without a prepared joint.
[[nodiscard]] CloseUp close_up(Stage& stage, render::Renderer& renderer, CloseUpView view, float aspect);

/// An MRI cine's pixels are about this large, m. An illustration: nobody has filmed a facet joint so.
constexpr float scan_pixel_m = 0.35e-3f;
/// How the picture of that size is to be drawn; as an MRI cine with fewer, larger pixels.
[[nodiscard]] render::Picture close_up_picture(const CloseUp& close, CloseUpView view, int width, int height);

/// Display RGB of the dots of CO2, N2 and O2.
[[nodiscard]] const std::array<glm::vec3, 3>& gas_colours();

} // namespace spinescope::app
