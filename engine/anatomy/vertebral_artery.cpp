#include "anatomy/vertebral_artery.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/vertebra_plan.hpp"

#include <array>
#include <glm/common.hpp>

namespace spinescope::anatomy {

namespace {

constexpr float wall_gap = 0.3F; // mm between the artery and bone

Room clear_of(const StandingBones& bones) {
    return [&bones](const glm::vec3& p) { return bones.distance(p, 8) - wall_gap; };
}

/// The middle of a right transverse foramen half way through, in the bone's own frame.
glm::vec3 transverse_foramen(const Figures& figures, std::string_view level) {
    if (level == "C1") return {-0.6F, -1, 0.5F * float(figures.value("C1", "canal_width")) + 14.2F};
    if (level == "C2") {
        const EndplatePose ends = endplates(figures, "C2");
        const float rear = ends.lower.origin.x - 0.5F * float(figures.value("C2", "body_depth_lower"));
        return {rear + 1.8F, -3, 16.3F};
    }
    const VertebraPlan plan = plan_vertebra(figures, level);
    return {plan.rear + 4.9F, -0.8F, 0.5F * (plan.canal_width + plan.pedicle_width) + 0.4F};
}

} // namespace

Sweep vertebral_artery(const Figures& figures, const StandingBones& bones) {
    const Room room = clear_of(bones);
    const float radius = 0.5F * float(figures.value("artery.vertebral", "diameter"));
    Sweep artery{.side = {1, 0, 0}, .around = 9, .step_mm = 2.5F};
    const auto pass = [&](std::string_view level, const glm::vec3& own, float ride) {
        artery.stations.push_back({bones.at(level).pose.out_of(own), radius, radius, ride});
    };
    const glm::vec3 seventh = transverse_foramen(figures, "C7");
    pass("C7", seventh + glm::vec3(9, -22, 4), ride_of("T1"));
    pass("C7", seventh + glm::vec3(8.5F, -6, 2), ride_of("C7"));
    pass("C7", seventh + glm::vec3(7, 6, 1), ride_of("C7"));
    for (const std::string_view level : {"C6", "C5", "C4", "C3", "C2", "C1"}) {
        const glm::vec3 hole = transverse_foramen(figures, level);
        // Where the hole really is: the roomiest line near the planned one.
        const StandingBone& bone = bones.at(level);
        const glm::vec3 middle = bone.pose.into(settled(bone.pose.out_of(hole), room, 2));
        const glm::vec3 through(middle.x, hole.y, middle.z);
        const float half = level == "C1" ? 3.5F : 2.2F;
        pass(level, through - glm::vec3(0, half, 0), ride_of(level));
        if (level == "C2") { // turns outward inside the axis, to the wider atlas
            pass(level, through + glm::vec3(0, 4.5F, 1), ride_of(level));
            pass(level, through + glm::vec3(0, 8.5F, 7.5F), ride_of(level));
        } else {
            pass(level, through + glm::vec3(0, half, 0), ride_of(level));
        }
    }
    // Over the rear arch in its groove, then forward and inward to its fellow.
    const glm::vec3 hole = transverse_foramen(figures, "C1");
    pass("C1", {-4.5F, 8.5F, hole.z - 1.5F}, ride_of("C1"));
    pass("C1", {-11.5F, 7.2F, hole.z - 8}, ride_of("C1"));
    pass("C1", {-13, 8.0F, hole.z - 13.5F}, ride_of("C1"));
    pass("C1", {-9, 14, 8.5F}, 0.5F);
    pass("C1", {1, 24, 4.5F}, occiput_ride);
    pass("C1", {8, 31, 2.6F}, occiput_ride);
    return eased(artery, room, 0.15F);
}

std::vector<TissuePlan> vertebral_arteries(const Figures& figures, const StandingBones& bones) {
    std::vector<TissuePlan> plans;
    plan_pair(plans, "artery.vertebral",
              [artery = vertebral_artery(figures, bones), &bones] { return swept(artery, clear_of(bones)); });
    return plans;
}

} // namespace spinescope::anatomy
