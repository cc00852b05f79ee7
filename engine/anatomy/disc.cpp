#include "anatomy/disc.hpp"

#include "anatomy/levels.hpp"

#include <glm/common.hpp>

namespace spinescope::anatomy {

namespace {

/// Just clear of the bone, so that the two never share a surface.
constexpr float contact_mm = 0.08F;

/// Solids are shared by the bones' own meshing and by their neighbours; they live as long as the build.
Shape standing_in(const Solid& solid, const Pose& bone, const Pose& frame) {
    const Pose seen = bone.seen_from(frame);
    return [&solid, seen](const glm::vec3& p) { return solid(seen.into(p)) - contact_mm; };
}

} // namespace

Disc disc_between(const Figures& figures, std::string_view level, const Bone& upper, const Pose& upper_pose,
                  const Bone& lower, const Pose& lower_pose) {
    const std::string_view under = below(level);
    const Pose top = endplates(figures, level).lower;
    const Pose bottom = endplates(figures, under).upper;
    const auto of = [&](std::string_view of_level, const char* quantity) {
        return static_cast<float>(figures.value(of_level, quantity));
    };
    Disc disc;
    const glm::vec3 high = upper_pose.out_of(top.origin);
    const glm::vec3 low = lower_pose.out_of(bottom.origin);
    const float pitch_high = upper_pose.pitch_deg + top.pitch_deg;
    const float pitch_low = lower_pose.pitch_deg + bottom.pitch_deg;
    disc.pose = {0.5F * (high + low), 0.5F * (pitch_high + pitch_low)};

    // The faces fill the dishes of the endplates; the bones cut away what would still reach into them.
    constexpr float inset = 0.6F; // mm; the annulus starts just inside the rim
    Endplate above;
    above.centre = disc.pose.into(high);
    above.pitch_deg = pitch_high - disc.pose.pitch_deg;
    above.rim = endplate_outline(level, of(level, "body_width_lower") - 2 * inset,
                                 of(level, "body_depth_lower") - 2 * inset);
    above.dish = -lower_dish(figures, level);
    Endplate beneath;
    beneath.centre = disc.pose.into(low);
    beneath.pitch_deg = pitch_low - disc.pose.pitch_deg;
    beneath.rim = endplate_outline(under, of(under, "body_width_upper") - 2 * inset,
                                   of(under, "body_depth_upper") - 2 * inset);
    beneath.dish = -upper_dish(figures, under);
    if (region_of(under) == Region::cervical) { // between the uncinate processes
        above.rim.width -= 4;
        beneath.rim.width -= 7.5F;
    }
    const float width = glm::mix(above.rim.width, beneath.rim.width, 0.5F);
    constexpr float bulge = 1.0F; // mm at mid-height in the unloaded standing disc
    disc.body.solid = Solid(Solid::Symmetry::sagittal);
    disc.body.solid.join(vertebral_body(above, beneath, -2 * bulge / width, 0.6F));
    disc.body.solid.cut(standing_in(upper.solid, upper_pose, disc.pose), 0.3F);
    disc.body.solid.cut(standing_in(lower.solid, lower_pose, disc.pose), 0.3F);
    const float side = 0.5F * width + 6;
    const float reach = 0.5F * above.rim.depth + 8;
    disc.body.box = {{-reach, -22, -side}, {reach, 22, side}};
    return disc;
}

} // namespace spinescope::anatomy
