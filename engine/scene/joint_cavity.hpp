#pragma once

#include "scene/joint_film.hpp"

#include "anatomy/mesh.hpp"

namespace spinescope::scene {

/// The gas in a joint. First a ball that fits into the film, drawn as much larger as the film is drawn
/// thicker; then a flat sheet between the cartilages, over the area that its volume has in the true gap; when
/// the pull has ended balls in the recess, for between the facets there is no room left.
class Cavity {
public:
    enum class Kind { none, ball, sheet, bubbles };

    Cavity(const JointFilm& film, const JointInstant& instant);

    [[nodiscard]] Kind kind() const { return kind_; }
    /// How many fingers the rim has while the sheet parts; 0: it is smooth. Of air that pushes a viscous
    /// fluid out of a gap h those of pi h / sqrt(Ca) grow fastest (Saffman & Taylor 1958), which is thousands
    /// in a film of micrometres: more than a dozen are drawn fewer.
    [[nodiscard]] int fingers() const { return fingers_; }
    /// Whether gas lies above that place of the facet.
    [[nodiscard]] bool covers(glm::vec2 uv) const;
    /// Closed, spine frame; empty when there is no gas.
    [[nodiscard]] anatomy::Mesh mesh() const;

private:
    [[nodiscard]] float rim(float angle) const;
    [[nodiscard]] glm::vec2 at(float r, float angle) const;

    JointFilm film_;
    JointFrame frame_;
    Kind kind_ = Kind::none;
    float radius_m_ = 0; ///< of the ball, of one of the bubbles, or of the sheet's area as a circle
    float thick_m_ = 0;  ///< of the sheet
    float stretch_ = 0;  ///< of the sheet: 0 a circle, 1 as the facet is
    float depth_ = 0;    ///< of the fluid between two fingers, in radii
    float even_ = 1;     ///< keeps the area while fingers cut into it
    int fingers_ = 0;
    int bubbles_ = 1;
};

/// Where in the recess a bubble stays, (u, v).
[[nodiscard]] glm::vec2 bubble_place(const JointSpace& space, int bubble);

} // namespace spinescope::scene
