#pragma once

#include "anatomy/body.hpp"
#include "anatomy/chain.hpp"
#include "timeline/exercise.hpp"

#include <array>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace spinescope::timeline {

/// A body in a room: its floor is y = 0, y is up, and the toes of someone who sits, stands or lies on the
/// back point along x; the head of someone on all fours does. m.
struct BodyPose {
    anatomy::Posture posture;                           ///< of the spine: from standing to the room
    std::array<glm::mat4, anatomy::body_parts> parts{}; ///< from each part's own frame to the room
    bool operator==(const BodyPose&) const = default;
};

/// Where hands and feet are put, and what the trunk keeps to: the right side's, then the left side's.
struct Places {
    std::array<glm::dvec3, 2> feet{};  ///< the ankle joints, y is not used
    std::array<glm::dvec3, 2> hands{}; ///< below or beside the shoulder joints, y is not used
};

/// Heights that a position has, m: of the seat's top.
inline constexpr double seat_height = 0.42;

/// Places that suit someone who takes the position with a spine as in standing.
[[nodiscard]] Places places_of(Position position);

/// Where the sacrum, and the spine on it, goes from standing. How the neck bends makes no difference to it.
[[nodiscard]] glm::dmat4 pelvis_placed(Position position, const anatomy::Posture& spine, const Trunk& trunk);

/// The body with that spine (as of mechanics::posture(): relative to the sacrum, which stands still) in that
/// position: it lies, kneels, sits or stands on the floor, the limbs bend so that hands and feet are where
/// they belong. Lying, shoulders and pelvis find the floor by themselves.
[[nodiscard]] BodyPose placed(Position position, const anatomy::Posture& spine, const Stance& stance,
                              const Places& places);

/// How far the head is above the floor when the occiput has moved so from standing, m; below 0 in it.
[[nodiscard]] double height_of_head(const glm::dmat4& occiput);

/// Places of the back's skin over the bones, standing, with their rides.
struct BackPoint {
    glm::dvec3 at{};
    float ride = 0;
};
inline constexpr double skin = 0.006; ///< m over those bones when pressed
[[nodiscard]] const std::vector<BackPoint>& back_points();

} // namespace spinescope::timeline
