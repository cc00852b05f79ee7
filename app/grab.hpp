#pragma once

#include "app/bend.hpp"
#include "scene/camera.hpp"

#include <glm/vec2.hpp>
#include <optional>

namespace spinescope::app {

/// A point of a bone that the pointer holds.
struct Grab {
    glm::vec3 standing{}; ///< where it is when the spine stands; spine frame, m
    float ride = 0;       ///< of its bone
};

/// The place on a picture that shows the point of a bent spine, px from the top left; nothing behind the
/// viewer.
[[nodiscard]] std::optional<glm::vec2> place_of(const Grab& grab, const anatomy::Posture& posture,
                                                const scene::Camera& camera, glm::vec2 size_px);

/// Whether bending a region moves the point.
[[nodiscard]] bool moved_by(const Grab& grab, const mechanics::Region& region);

/// The bend of the same region that brings the point as near to `target_px` as the region goes: with
/// `turning` by rotation alone, otherwise by flexion and side bend. `pose` is that of `bend` and becomes that
/// of the answer. A bend without a balance is not answered: the last good one is.
[[nodiscard]] Bend followed(const mechanics::SpineModel& model, Bend bend, mechanics::Pose& pose,
                            const Grab& grab, const scene::Camera& camera, glm::vec2 size_px,
                            glm::vec2 target_px, bool turning);

} // namespace spinescope::app
