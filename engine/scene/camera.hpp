#pragma once

#include "scene/model.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <optional>
#include <string_view>

namespace spinescope::scene {

/// An orbiting perspective camera. It looks at `target` from `distance_m`; azimuth 0 looks from the front
/// (from +x), and grows as the viewer walks to the patient's left; elevation is positive from above, within
/// +-90 degrees.
struct Camera {
    glm::vec3 target{0};
    float azimuth_deg = 0;
    float elevation_deg = 0;
    float distance_m = 1.5f;
    float field_of_view_deg = 22; ///< vertical
    float roll_deg = 0;           ///< the viewer's head leans to the right

    [[nodiscard]] glm::vec3 eye() const;
    [[nodiscard]] glm::mat4 view() const;
    [[nodiscard]] glm::mat4 projection(float aspect) const;

    bool operator==(const Camera&) const = default;
};

enum class StandardView { anterior, posterior, left, right, superior, inferior, oblique, joint };

/// "anterior" -> StandardView::anterior; nothing for another word.
[[nodiscard]] std::optional<StandardView> standard_view(std::string_view word);

/// The camera that shows `box` whole, from that side, in a picture of that shape. `joint` looks like oblique
/// here; the caller gives the joint's surroundings as `box`.
[[nodiscard]] Camera framed(StandardView view, const Bounds& box, float aspect);

/// Turns about the target: positive x carries the picture to the right, positive y down; degrees.
[[nodiscard]] Camera orbited(Camera camera, glm::vec2 degrees);
/// Slides the picture by a distance in pixels of a viewport `height_px` high: what is under the pointer
/// follows it.
[[nodiscard]] Camera panned(Camera camera, glm::vec2 pixels, float height_px);
/// Comes closer by `factor` (> 1) and keeps what lies under `pointer` (normalised device coordinates) there.
[[nodiscard]] Camera zoomed(Camera camera, float factor, glm::vec2 pointer, float aspect);
/// On the way from `from` to `to`, 0 <= t <= 1, the short way round.
[[nodiscard]] Camera between(const Camera& from, const Camera& to, float t);

} // namespace spinescope::scene
