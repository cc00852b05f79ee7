#include "anatomy/atlantoaxial_ligaments.hpp"

#include "anatomy/band.hpp"
#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/occiput.hpp"
#include "anatomy/paired.hpp"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

/// What the ligaments are stretched between.
struct HeadJoints {
    glm::vec3 behind_dens{}; ///< on the dens' rear face, at the waist level with the atlas
    glm::vec3 dens_tip{};
    glm::vec3 dens_side{}; ///< right flank of the tip, towards the back
    glm::vec3 tubercle{};  ///< on the inner side of the right lateral mass
    glm::vec3 axis_body{}; ///< rear of the axis' body in the midline
    Occiput skull;
};

HeadJoints head_joints(const Figures& figures, const StandingBones& bones) {
    const StandingBone& atlas = bones.at("C1");
    const StandingBone& axis = bones.at("C2");
    const Shape c1 = shape_of(atlas);
    const Shape c2 = shape_of(axis);
    HeadJoints joints;
    joints.skull = occiput_of(figures, bones);
    const glm::vec3 canal = atlas.pose.out_of({-4, 0.5F, 0});
    const glm::vec3 forward = atlas.pose.turned({1, 0, 0});
    joints.behind_dens = canal + met(c2, canal, forward, 0, 25).value_or(8) * forward;
    joints.dens_tip = bones.tip("C2", {0, 1, 0}, [](const glm::vec3& p) { return std::abs(p.z) < 2; });
    joints.dens_tip.z = 0;
    joints.dens_tip = laid(c2, joints.dens_tip, 0);
    joints.dens_side = laid(c2, joints.dens_tip + glm::vec3(-1.2F, -3.2F, 4.5F), 0);
    const glm::vec3 beside = joints.behind_dens + glm::vec3(1.0F, 0, 5);
    joints.tubercle = beside + met(c1, beside, {0, 0, 1}, 0, 14).value_or(6) * glm::vec3(0, 0, 1);
    const EndplatePose ends = endplates(figures, "C2");
    const glm::vec3 in_canal = axis.pose.out_of({ends.lower.origin.x - 15, 0.25F * ends.lower.origin.y, 0});
    const glm::vec3 front = axis.pose.turned({1, 0, 0});
    joints.axis_body = in_canal + met(c2, in_canal, front, 0, 20).value_or(6) * front;
    return joints;
}

} // namespace

std::vector<TissuePlan> atlantoaxial_ligaments(const Figures& figures, const StandingBones& bones) {
    const HeadJoints joints = head_joints(figures, bones);
    const StandingBone& atlas = bones.at("C1");
    const StandingBone& axis = bones.at("C2");
    const Pose frame = axis.pose;
    const Shape bare = bed_of({shape_of(atlas), shape_of(axis)}, 0.3F);
    const auto of = [&](const char* level, const char* quantity) {
        return static_cast<float>(figures.value(level, quantity));
    };
    const glm::vec3 up = axis.pose.turned({0, 1, 0});
    const glm::vec3 right(0, 0, 1);
    const float c0 = occiput_ride;
    const float c1 = ride_of("C1");
    const float c2 = ride_of("C2");

    std::vector<TissuePlan> plans;
    const auto plan = [&](const std::string& id, const std::vector<BandStation>& stations, int columns,
                          int gap, const std::string& first, const std::string& last) {
        const Sheet blank(columns, static_cast<int>(stations.size() - 1) * gap + 1);
        plans.push_back({.id = "ligament." + id,
                         .make = [=] { return seen_in(frame, closed(band(stations, columns, gap, bare))); },
                         .frame = frame,
                         .holds = {{first, blank.deep_vertex(columns / 2, 0)},
                                   {last, blank.deep_vertex(columns / 2, blank.rows - 1)}}});
    };

    // Around the back of the dens, on a cushion of a millimetre.
    const float thick = of("C1", "transverse_ligament_thickness");
    const float half = 0.5F * of("C1", "transverse_ligament_height");
    const glm::vec3 back(-(0.5F * thick + 0.8F), 0, 0);
    const glm::vec3 mirror(1, 1, -1);
    const glm::vec3 flank = glm::mix(joints.tubercle, joints.behind_dens + back, 0.45F) + 0.8F * back;
    plan("transverse-atlas",
         {{joints.tubercle, up, 0.6F * half, 0.7F * thick, c1},
          {flank, up, 0.8F * half, thick, c1},
          {joints.behind_dens + back, up, half, thick, c1},
          {mirror * flank, up, 0.8F * half, thick, c1},
          {mirror * joints.tubercle, up, 0.6F * half, 0.7F * thick, c1}},
         5, 3, "C1", "C1");

    // The upright limb of the cross, behind it.
    const glm::vec3 cross = joints.behind_dens + 1.0F * back + glm::vec3(-0.5F * thick - 0.5F, 0, 0);
    plan("cruciform-longitudinal",
         {{joints.axis_body, right, 2.5F, 0.8F, c2},
          {glm::mix(joints.axis_body, cross, 0.6F) - glm::vec3(1.2F, 0, 0), right, 2.6F, 1.0F, c2},
          {cross, right, 3.0F, 1.0F, c1},
          {glm::mix(cross, joints.skull.basion, 0.5F) - glm::vec3(3.4F, 0, 0), right, 2.6F, 1.0F, 0.4F},
          {joints.skull.basion - glm::vec3(1.0F, -0.4F, 0), right, 2.5F, 0.8F, c0}},
         4, 3, "C2", "occiput");

    // Checkreins of the dens.
    const float alar = of("C2", "alar_ligament_thickness");
    const glm::vec3 reach = joints.skull.condyle_inner - joints.dens_side;
    const glm::vec3 condyle = joints.skull.condyle_inner;
    {
        const std::vector<BandStation> stations{
            {joints.dens_side + 0.02F * reach, up, 2.2F, 0.8F * alar, c2},
            {joints.dens_side + 0.5F * reach + glm::vec3(-0.5F, 0, 0), up, 2.5F, alar, 0.5F * (c0 + c2)},
            {condyle, up, 2.6F, 0.8F * alar, c0}};
        const Sheet blank(5, 9);
        plan_pair(
            plans, "ligament.alar", [=] { return seen_in(frame, closed(band(stations, 5, 4, bare))); }, {},
            {{"C2", blank.deep_vertex(2, 0)}, {"occiput", blank.deep_vertex(2, blank.rows - 1)}}, frame);
    }

    plan("apical",
         {{joints.dens_tip + glm::vec3(0, 0.1F, 0), right, 1.6F, 0.8F, c2},
          {glm::mix(joints.dens_tip, joints.skull.basion, 0.5F), right, 1.3F, 0.9F, 0.5F * (c0 + c2)},
          {joints.skull.basion + glm::vec3(0.2F, 0, 0), right, 1.8F, 0.8F, c0}},
         3, 3, "C2", "occiput");

    // A curtain over all of them, up the inner slope of the skull's base.
    const float wide = 0.5F * of("C2", "tectorial_membrane_width");
    const glm::vec3 veil(-2.2F, 0, 0);
    plan("tectorial-membrane",
         {{joints.axis_body - glm::vec3(0.3F, 2.5F, 0), right, 0.55F * wide, 1.0F, c2},
          {glm::mix(joints.axis_body, cross, 0.6F) + veil - glm::vec3(1.4F, 0, 0), right, 0.75F * wide, 1.1F,
           c2},
          {cross + veil, right, 0.9F * wide, 1.1F, c1},
          {glm::mix(cross, joints.skull.basion, 0.55F) + veil - glm::vec3(3.2F, 0, 0), right, wide, 1.1F,
           0.4F},
          {joints.skull.basion + glm::vec3(-2.2F, 1.6F, 0), right, wide, 1.0F, c0},
          {joints.skull.clivus + glm::vec3(-0.7F, 0, 0), right, 0.95F * wide, 0.8F, c0}},
         7, 3, "C2", "occiput");
    return plans;
}

} // namespace spinescope::anatomy
