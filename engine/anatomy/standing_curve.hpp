#pragma once

#include "anatomy/figures.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <string_view>
#include <vector>

namespace spinescope::anatomy {

/// A rigid place in the sagittal plane: mm and degrees, positive pitch lifts the front.
struct Pose {
    glm::vec3 origin{};
    float pitch_deg = 0;

    [[nodiscard]] glm::vec3 out_of(const glm::vec3& own) const; ///< a point from this frame to the parent's
    [[nodiscard]] glm::vec3 into(const glm::vec3& parent) const;
    [[nodiscard]] glm::vec3 turned(const glm::vec3& own) const; ///< a direction to the parent's axes
    [[nodiscard]] glm::vec3 turned_back(const glm::vec3& parent) const;
    /// This pose as seen from within `other`, both having the same parent.
    [[nodiscard]] Pose seen_from(const Pose& other) const;
    [[nodiscard]] glm::mat4 matrix_m() const; ///< own metres to the parent's metres
};

/// Middle of an endplate in its vertebra's frame and its pitch there.
struct EndplatePose {
    Pose upper;
    Pose lower;
};

/// Where a vertebra's endplates lie in its own frame, whose origin is the middle of the body; the rear edges
/// stand one above the other. Levels C2 to S1 (upper only; its frame is the endplate itself).
[[nodiscard]] EndplatePose endplates(const Figures& figures, std::string_view level);

/// Distance between the rim planes of a disc along its middle, mm.
[[nodiscard]] float disc_gap(const Figures& figures, std::string_view segment);

/// How much deeper than the rims the two endplates of a disc lie in its middle, together, mm.
[[nodiscard]] float disc_dish(const Figures& figures, std::string_view segment);

/// Poses of C1 to S1, in the order of `levels`, in the spine frame: stacked from the sacral slope upward by
/// the wedges of bodies and discs.
[[nodiscard]] std::vector<Pose> standing_curve(const Figures& figures);

} // namespace spinescope::anatomy
