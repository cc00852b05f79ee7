#pragma once

#include "scene/joint_instant.hpp"
#include "scene/joint_space.hpp"

namespace spinescope::scene {

/// The fluid between two cartilages, at one gap. Heights along the normal, m.
struct JointFilm {
    const JointSpace& space;
    float gap;     ///< as drawn
    float opening; ///< as drawn

    JointFilm(const JointSpace& in, double gap_m)
        : space(in), gap(float(drawn_gap_m(gap_m))), opening(float(drawn_opening_m(gap_m))) {}

    [[nodiscard]] float lower_bone(glm::vec2 uv) const { return space.lower_at(uv); }
    [[nodiscard]] float upper_bone(glm::vec2 uv) const { return space.upper_at(uv) + opening; }
    /// Each cartilage fills its half of the space at rest but for the film.
    [[nodiscard]] float cartilage(glm::vec2 uv) const {
        return std::max(0.0f, (space.upper_at(uv) - space.lower_at(uv) - float(thinnest_film_drawn_m)) / 2);
    }
    [[nodiscard]] float floor(glm::vec2 uv) const { return lower_bone(uv) + cartilage(uv); }
    [[nodiscard]] float ceiling(glm::vec2 uv) const { return upper_bone(uv) - cartilage(uv); }
    [[nodiscard]] float middle(glm::vec2 uv) const { return (floor(uv) + ceiling(uv)) / 2; }
};

} // namespace spinescope::scene
