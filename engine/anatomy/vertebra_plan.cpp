#include "anatomy/vertebra_plan.hpp"

#include "anatomy/levels.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

namespace {

float figure(const Figures& figures, std::string_view level, std::string_view quantity) {
    return static_cast<float>(figures.value(level, quantity));
}

/// Lumbar superior facets are hollow across: the inner part faces backward, the outer inward (about 60
/// degrees of turn over the width in L1-L3, less below).
float facet_bend(std::string_view level) {
    if (level == "S1") return 1 / 28.0F;
    if (level == "L5") return 1 / 22.0F;
    if (level.front() == 'L') return 1 / 18.0F;
    return 0;
}

/// The axis bears the atlas on two shoulders that slope outward beside the dens.
FacetSurface shoulder_of_axis(const Figures& figures) {
    const float slope = glm::radians(figure(figures, "C2", "superior_facet_lateral_slope"));
    const float lower_end = endplates(figures, "C2").lower.origin.y;
    const float dens_base =
        lower_end + figure(figures, "C2", "total_height") - figure(figures, "C2", "dens_height");
    FacetSurface facet;
    facet.centre = {-2.8F, dens_base - 4.2F, 0.5F * figure(figures, "C2", "superior_facet_spacing")};
    facet.axes = {{0, -std::sin(slope), std::cos(slope)}, {1, 0, 0}, {0, std::cos(slope), std::sin(slope)}};
    facet.width = figure(figures, "C2", "superior_facet_width");
    facet.height = figure(figures, "C2", "superior_facet_height");
    return facet;
}

} // namespace

Region region_of(std::string_view level) {
    if (level == "C1") return Region::atlas;
    if (level == "C2") return Region::axis;
    if (level.front() == 'C') return Region::cervical;
    if (level.front() == 'T') return Region::thoracic;
    if (level.front() == 'L') return Region::lumbar;
    return Region::sacral;
}

Outline endplate_outline(std::string_view level, float width, float depth) {
    const std::size_t i = index_of(level);
    const auto at = static_cast<float>(i);
    // From T1 to T12 the outline goes from a flat oval through the heart of T5-T8 to the lumbar kidney.
    const float heart = level.front() == 'T' ? std::max(1 - std::abs(at - 12.5F) / 5.5F, 0.0F) : 0.0F;
    switch (region_of(level)) {
    case Region::axis:
    case Region::cervical:
        return {.width = width,
                .depth = depth,
                .widest_at = -0.25F,
                .front_power = 2.3F,
                .back_power = 3.2F,
                .dent = 0.2F};
    case Region::thoracic:
        return {.width = width,
                .depth = depth,
                .widest_at = -0.15F - 0.2F * heart,
                .front_power = 2.1F - 0.15F * heart,
                .back_power = 2.6F,
                .dent = 0.8F + 1.2F * heart};
    default:
        return {.width = width,
                .depth = depth,
                .widest_at = -0.1F,
                .front_power = 2.2F,
                .back_power = 2.6F,
                .dent = level == "L5" || level == "S1" ? 0.4F : 1.6F};
    }
}

float upper_dish(const Figures& figures, std::string_view level) {
    return 0.45F * disc_dish(figures, segment_under(levels[index_of(level) - 1]));
}

float lower_dish(const Figures& figures, std::string_view level) {
    return 0.55F * disc_dish(figures, segment_under(level));
}

float upper_lean(std::string_view level) {
    return region_of(level) == Region::lumbar ? 0.7F : 0;
}

float lower_lean(std::string_view level) {
    return region_of(level) == Region::lumbar ? -0.6F : 0;
}

float endplate_ramp(std::string_view level) {
    return region_of(level) == Region::lumbar ? 0.22F : 0.5F;
}

FacetSurface superior_facet(const Figures& figures, std::string_view level) {
    if (level == "C2") return shoulder_of_axis(figures);
    FacetSurface facet;
    const Pose upper = endplates(figures, level).upper;
    const float depth = figure(figures, level, "body_depth_upper");
    const float behind = figure(figures, level, "superior_facet_behind_wall");
    const float rise = figure(figures, level, "superior_facet_rise");
    facet.centre = upper.origin + glm::vec3(-depth / 2 - behind, rise, 0);
    facet.centre.z = 0.5F * figure(figures, level, "superior_facet_spacing");
    facet.axes = facet_axes(superior_facet_normal(figure(figures, level, "superior_facet_transverse_angle"),
                                                  figure(figures, level, "superior_facet_sagittal_angle")));
    facet.width = figure(figures, level, "superior_facet_width");
    facet.height = figure(figures, level, "superior_facet_height");
    facet.bend = facet_bend(level);
    return facet;
}

FacetSurface facet_below(const Figures& figures, std::string_view level) {
    const std::vector<Pose> stand = standing_curve(figures);
    const std::size_t i = index_of(level);
    const Pose under = stand[i + 1].seen_from(stand[i]);
    FacetSurface facet = superior_facet(figures, levels[i + 1]);
    facet.centre = under.out_of(facet.centre);
    for (int column = 0; column < 3; ++column) facet.axes[column] = under.turned(facet.axes[column]);
    return facet;
}

float joint_space(std::string_view level) {
    // Two layers of cartilage and the film between them: thicker in the lumbar spine.
    switch (region_of(level)) {
    case Region::lumbar:
        return 1.8F;
    case Region::atlas:
        return 1.5F;
    default:
        return level == "T12" ? 1.6F : 1.3F;
    }
}

glm::vec3 spinous_tip(const VertebraPlan& plan, const glm::vec3& root) {
    const float slope = glm::radians(plan.spinous_angle);
    const glm::vec3 along(-std::cos(slope), -std::sin(slope), 0);
    const glm::vec3 off = root - glm::vec3(plan.rear, plan.height / 2, 0);
    const float b = glm::dot(off, along);
    const float length = plan.spinous_length;
    return root + along * (-b + std::sqrt(std::max(b * b - glm::dot(off, off) + length * length, 0.0F)));
}

VertebraPlan plan_vertebra(const Figures& figures, std::string_view level) {
    VertebraPlan plan;
    plan.level = level;
    const EndplatePose ends = endplates(figures, level);
    plan.upper.centre = ends.upper.origin;
    plan.upper.pitch_deg = ends.upper.pitch_deg;
    plan.upper.rim = endplate_outline(level, figure(figures, level, "body_width_upper"),
                                      figure(figures, level, "body_depth_upper"));
    plan.upper.dish = upper_dish(figures, level);
    plan.upper.lean = upper_lean(level);
    plan.lower.centre = ends.lower.origin;
    plan.lower.pitch_deg = ends.lower.pitch_deg;
    plan.lower.rim = endplate_outline(level, figure(figures, level, "body_width_lower"),
                                      figure(figures, level, "body_depth_lower"));
    plan.lower.dish = lower_dish(figures, level);
    plan.lower.lean = lower_lean(level);
    plan.upper.ramp = plan.lower.ramp = endplate_ramp(level);
    plan.height = ends.upper.origin.y - ends.lower.origin.y;
    plan.rear = ends.upper.origin.x - 0.5F * plan.upper.rim.depth;
    plan.canal_width = figure(figures, level, "canal_width");
    plan.canal_depth = figure(figures, level, "canal_depth");
    plan.pedicle_width = figure(figures, level, "pedicle_width");
    plan.pedicle_height = figure(figures, level, "pedicle_height");
    plan.pedicle_axis_transverse = figure(figures, level, "pedicle_axis_transverse");
    plan.pedicle_axis_sagittal = figure(figures, level, "pedicle_axis_sagittal");
    plan.spinous_length = figure(figures, level, "spinous_length");
    plan.spinous_from_canal = figure(figures, level, "spinous_length_from_canal");
    plan.spinous_angle = figure(figures, level, "spinous_angle");
    plan.transverse_width = figure(figures, level, "transverse_process_width");
    plan.superior = superior_facet(figures, level);
    plan.inferior = facet_below(figures, level);
    plan.inferior_width = figure(figures, level, "inferior_facet_width");
    plan.inferior_height = figure(figures, level, "inferior_facet_height");
    return plan;
}

} // namespace spinescope::anatomy
