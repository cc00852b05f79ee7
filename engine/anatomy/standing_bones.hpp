#pragma once

#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/standing_curve.hpp"

#include <functional>
#include <vector>

namespace spinescope::anatomy {

/// A bone where it stands.
struct StandingBone {
    std::string id;    ///< "L4", "sacrum", "coccyx"
    Bone bone;         ///< its own frame, mm; its lower neighbour has been given room
    Pose pose;         ///< of its own frame in the spine frame, mm
    Mesh surface;      ///< own frame, mm, with normals
    float spacing = 0; ///< of the grid it was meshed on, mm

    /// Signed distance in mm from a point of the spine frame (mm), negative inside.
    [[nodiscard]] float distance(const glm::vec3& p) const { return bone.solid(pose.into(p)); }
    /// Whether `p` (spine frame, mm) lies within `reach` mm of the box that holds the bone.
    [[nodiscard]] bool near(const glm::vec3& p, float reach) const;
};

/// The skeleton that every other tissue is shaped to: C1 to the sacrum in the order of `levels`, then the
/// coccyx.
struct StandingBones {
    std::vector<StandingBone> bones;

    [[nodiscard]] const StandingBone& at(std::string_view level) const { return bones[index_of(level)]; }

    /// Signed distance in mm to the nearest bone; bones whose box is farther than `reach` are not asked, and
    /// the answer is never more than `reach`.
    [[nodiscard]] float distance(const glm::vec3& p, float reach = 12) const;
    /// Which way that distance grows: unit, away from the nearest bone.
    [[nodiscard]] glm::vec3 away(const glm::vec3& p) const;
    /// The nearest point on the surface of that bone; spine frame, mm. For a point within a few millimetres.
    [[nodiscard]] glm::vec3 onto(std::string_view level, const glm::vec3& p) const;
    /// The point of that bone's surface that lies farthest along `direction` among those for which `where`
    /// holds (all of them when it is empty): the tip of a process; spine frame, mm.
    [[nodiscard]] glm::vec3 tip(std::string_view level, const glm::vec3& direction,
                                const std::function<bool(const glm::vec3&)>& where = {}) const;
};

/// Stands the bones on one another by the tables and meshes them. Uses every core.
[[nodiscard]] StandingBones stand_bones(const Figures& figures);

} // namespace spinescope::anatomy
