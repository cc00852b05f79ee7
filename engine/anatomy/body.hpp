#pragma once

#include "anatomy/mesh.hpp"

#include <array>
#include <cstddef>
#include <glm/vec3.hpp>
#include <string_view>

namespace spinescope::anatomy {

/// What there is of a body beyond spine, ribs and pelvis: it only tells how someone lies, sits or stands, and
/// is drawn as a ghost.
enum class BodyPart {
    head,
    right_thigh,
    left_thigh,
    right_shank,
    left_shank,
    right_foot,
    left_foot,
    right_upper_arm,
    left_upper_arm,
    right_forearm,
    left_forearm,
    right_hand,
    left_hand
};
inline constexpr std::size_t body_parts = 13;
inline constexpr std::array<std::string_view, body_parts> body_part_words{
    "head",         "right thigh", "left thigh",      "right shank",    "left shank",
    "right foot",   "left foot",   "right upper arm", "left upper arm", "right forearm",
    "left forearm", "right hand",  "left hand"};

/// A ball of a part's surface, own frame, m.
struct Ball {
    glm::dvec3 at{};
    double radius = 0;
};

/// The sizes of a body 1.73 m tall, m: lengths as parts of its height (Drillis & Contini 1966), thicknesses
/// those of a slender figure. Every part has its own frame, standing: origin in the joint above, x forward,
/// y up, z to the right; a foot points along x, a limb and a hand along -y.
struct Body {
    static constexpr double height = 1.73;
    static constexpr double thigh = 0.245 * height;
    static constexpr double shank = 0.246 * height;
    static constexpr double ankle = 0.039 * height; ///< above the sole
    static constexpr double foot = 0.152 * height;
    static constexpr double upper_arm = 0.172 * height; ///< from the middle of the shoulder joint
    static constexpr double forearm = 0.157 * height;
    static constexpr double hand = 0.100 * height;

    static constexpr double hip_radius = 0.062;
    static constexpr double knee_radius = 0.046;
    static constexpr double ankle_radius = 0.031;
    static constexpr double shoulder_radius = 0.045;
    static constexpr double elbow_radius = 0.034;
    static constexpr double wrist_radius = 0.024;
    static constexpr double hand_thickness = 0.013; ///< half, at the palm

    static constexpr Ball heel{{-0.045, 0.030 - ankle, 0}, 0.030};
    static constexpr Ball toes{{foot - 0.105, 0.017 - ankle, 0}, 0.017};

    /// Middle of the hip and shoulder joints, standing, spine frame; right side, z mirrored on the left. The
    /// shoulder goes where T3 goes.
    static constexpr glm::dvec3 hip{0.019, -0.092, 0.088};
    static constexpr glm::dvec3 shoulder{-0.022, 0.385, 0.165};
    /// The head as a ball behind and one before, spine frame; it goes where the occiput goes.
    static constexpr Ball back_of_head{{-0.022, 0.575, 0}, 0.090};
};

/// A part's closed surface, own frame, m; the head's in the spine frame.
[[nodiscard]] Mesh body_part_mesh(BodyPart part);

} // namespace spinescope::anatomy
