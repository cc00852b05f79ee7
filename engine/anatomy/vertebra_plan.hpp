#pragma once

#include "anatomy/facet_surface.hpp"
#include "anatomy/figures.hpp"
#include "anatomy/standing_curve.hpp"
#include "anatomy/vertebral_body.hpp"

#include <string_view>

namespace spinescope::anatomy {

enum class Region { atlas, axis, cervical, thoracic, lumbar, sacral };

[[nodiscard]] Region region_of(std::string_view level);

/// All that the tables say about one vertebra from C3 to L5, laid out in its own frame, mm and degrees.
struct VertebraPlan {
    std::string_view level;
    Endplate upper;
    Endplate lower;
    float height = 0; ///< between the middles of the endplates
    float rear = 0;   ///< x of the body's rear wall
    float canal_width = 0;
    float canal_depth = 0;
    float pedicle_width = 0;
    float pedicle_height = 0;
    float pedicle_axis_transverse = 0;
    float pedicle_axis_sagittal = 0;
    float spinous_length = 0;
    float spinous_from_canal = 0;
    float spinous_angle = 0;
    float transverse_width = 0;
    FacetSurface superior; ///< its own
    FacetSurface inferior; ///< the superior facet of the vertebra below, standing, in this frame
    float inferior_width = 0;
    float inferior_height = 0;
};

/// Tip of the spinous process, when its axis leaves `root` below the transverse plane by the published angle
/// and the tip lies at the published length from the upper rear edge of the body.
[[nodiscard]] glm::vec3 spinous_tip(const VertebraPlan& plan, const glm::vec3& root);

[[nodiscard]] VertebraPlan plan_vertebra(const Figures& figures, std::string_view level);

/// Endplate outline for the region, with the published width and depth.
[[nodiscard]] Outline endplate_outline(std::string_view level, float width, float depth);

/// How far the middle of an endplate lies below its rim, mm. A disc's lower endplate is the flatter one.
[[nodiscard]] float upper_dish(const Figures& figures, std::string_view level);
[[nodiscard]] float lower_dish(const Figures& figures, std::string_view level);

/// Where along x that dish is deepest (Endplate::lean): a lumbar body's upper endplate is hollowest in front,
/// its lower one behind.
[[nodiscard]] float upper_lean(std::string_view level);
[[nodiscard]] float lower_lean(std::string_view level);
/// Endplate::ramp: the ring apophysis of a lumbar body is a distinct step.
[[nodiscard]] float endplate_ramp(std::string_view level);

/// The right superior facet of C2 to S1 in its vertebra's frame.
[[nodiscard]] FacetSurface superior_facet(const Figures& figures, std::string_view level);

/// The superior facet of the vertebra below `level` in the standing posture, in the frame of `level` (C1 to
/// L5).
[[nodiscard]] FacetSurface facet_below(const Figures& figures, std::string_view level);

/// Bone to bone across the facet joint under `level`, both cartilages included, mm.
[[nodiscard]] float joint_space(std::string_view level);

} // namespace spinescope::anatomy
