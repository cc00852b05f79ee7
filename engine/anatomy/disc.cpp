#include "anatomy/disc.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

/// Just clear of the bone, so that the two never share a surface.
constexpr float contact_mm = 0.16F;

Shape standing_in(const StandingBone& bone, const Pose& frame) {
    const Pose seen = bone.pose.seen_from(frame);
    return [&solid = bone.bone.solid, seen](const glm::vec3& p) { return solid(seen.into(p)) - contact_mm; };
}

/// Share of the core in the area of the disc's section, and how far its middle lies behind the disc's.
constexpr float core_area = 0.37F;

/// The room of the core: an upright barrel, rounder than the disc.
Shape core_of(const DiscForm& disc, bool lumbar) {
    const float scale = std::sqrt(core_area);
    Outline outline = disc.rim;
    outline.width *= scale;
    outline.depth *= scale;
    outline.dent *= 0.6F;
    const float centre = (lumbar ? -0.07F : -0.02F) * disc.rim.depth;
    return [outline, centre, half = 0.5F * disc.gap + 1](const glm::vec3& p) {
        const float h = std::min(std::abs(p.y) / half, 1.2F);
        return to_outline({p.x - centre, p.z}, outline) + 0.9F * h * h - 0.3F;
    };
}

void add_disc(std::vector<TissuePlan>& plans, const DiscForm& form, std::string_view level) {
    const Shape core = core_of(form, region_of(level) == Region::lumbar);
    SolidTissue ring{.solid = form.solid, .box = form.box, .spacing_mm = 0.7F, .triangles = 700};
    ring.solid.cut(grown(core, 0.12F));
    ring.ride =
        ride_between({0, 1, 0}, 0.5F * form.gap, -0.5F * form.gap, ride_of(level), ride_of(below(level)));
    ring.across = [rim = form.rim](const glm::vec3& p) {
        return std::max(-to_outline({p.x, p.z}, rim), 0.0F);
    };
    SolidTissue nucleus{.solid = form.solid, .box = form.box, .spacing_mm = 0.7F, .triangles = 220};
    nucleus.solid.keep(core);
    nucleus.ride = ring.ride;
    const std::string segment = segment_under(level);
    plans.push_back({.id = "disc." + segment, .make = [ring] { return made(ring); }, .frame = form.frame});
    plans.push_back(
        {.id = "nucleus." + segment, .make = [nucleus] { return made(nucleus); }, .frame = form.frame});
}

} // namespace

DiscForm disc_form(const Figures& figures, const StandingBones& bones, std::string_view level) {
    const std::string_view under = below(level);
    const StandingBone& upper = bones.at(level);
    const StandingBone& lower = bones.at(under);
    const Pose top = endplates(figures, level).lower;
    const Pose bottom = endplates(figures, under).upper;
    const auto of = [&](std::string_view of_level, const char* quantity) {
        return static_cast<float>(figures.value(of_level, quantity));
    };
    DiscForm disc;
    const glm::vec3 high = upper.pose.out_of(top.origin);
    const glm::vec3 low = lower.pose.out_of(bottom.origin);
    const float pitch_high = upper.pose.pitch_deg + top.pitch_deg;
    const float pitch_low = lower.pose.pitch_deg + bottom.pitch_deg;
    const Pose pose = disc.frame = {0.5F * (high + low), 0.5F * (pitch_high + pitch_low)};

    // The faces fill the dishes of the endplates; the bones cut away what would still reach into them.
    constexpr float inset = 0.6F; // mm; the annulus starts just inside the rim
    Endplate above;
    above.centre = pose.into(high);
    above.pitch_deg = pitch_high - pose.pitch_deg;
    above.rim = endplate_outline(level, of(level, "body_width_lower") - 2 * inset,
                                 of(level, "body_depth_lower") - 2 * inset);
    above.dish = -lower_dish(figures, level);
    above.lean = lower_lean(level);
    above.ramp = endplate_ramp(level);
    Endplate beneath;
    beneath.centre = pose.into(low);
    beneath.pitch_deg = pitch_low - pose.pitch_deg;
    beneath.rim = endplate_outline(under, of(under, "body_width_upper") - 2 * inset,
                                   of(under, "body_depth_upper") - 2 * inset);
    beneath.dish = -upper_dish(figures, under);
    beneath.lean = upper_lean(under);
    beneath.ramp = endplate_ramp(under);
    if (region_of(under) == Region::cervical) { // between the uncinate processes
        above.rim.width -= 4;
        beneath.rim.width -= 7.5F;
    }
    const float width = glm::mix(above.rim.width, beneath.rim.width, 0.5F);
    constexpr float bulge = 1.0F; // mm at mid-height in the unloaded standing disc
    disc.solid = Solid(Solid::Symmetry::sagittal);
    disc.solid.join(vertebral_body(above, beneath, -2 * bulge / width, 0.6F));
    disc.solid.cut(standing_in(upper, pose), 0.3F);
    disc.solid.cut(standing_in(lower, pose), 0.3F);
    const float side = 0.5F * width + 6;
    const float reach = 0.5F * above.rim.depth + 8;
    disc.box = {{-reach, -22, -side}, {reach, 22, side}};
    disc.rim = above.rim;
    disc.rim.width = width;
    disc.rim.depth = glm::mix(above.rim.depth, beneath.rim.depth, 0.5F);
    disc.gap = glm::dot(high - low, pose.turned({0, 1, 0}));
    return disc;
}

std::vector<TissuePlan> discs(const Figures& figures, const StandingBones& bones) {
    std::vector<TissuePlan> plans;
    for (std::size_t i = 1; i + 1 < levels.size(); ++i)
        add_disc(plans, disc_form(figures, bones, levels[i]), levels[i]);
    return plans;
}

} // namespace spinescope::anatomy
