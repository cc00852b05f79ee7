// Ribs are hinged on the finished vertebrae; how wide they reach and where they end in front comes from the
// table. Numbers without a table are proportions of an adult's rib cage, in mm.
#include "anatomy/ribs.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <string>

namespace spinescope::anatomy {

namespace {

constexpr float sternum_ride = 11; // goes where T4 goes, whose height its angle has

/// The sternum's front line: jugular notch, angle, joint with the xiphoid process, tip.
constexpr std::array<glm::vec3, 4> sternum_line = {glm::vec3(36, 386, 0), glm::vec3(58, 345, 0),
                                                   glm::vec3(86, 252, 0), glm::vec3(87, 222, 0)};

glm::vec3 on_sternum(float down) { // 0 the notch, 1 the angle, 2 the xiphoid joint
    const auto i = static_cast<std::size_t>(std::min(down, 2.0F));
    return glm::mix(sternum_line[i], sternum_line[i + 1], down - static_cast<float>(i));
}

/// Where the cartilage of a true rib meets the sternum's edge.
glm::vec3 joint_at_sternum(std::size_t number) {
    constexpr std::array<float, 7> down = {0.32F, 1.0F, 1.27F, 1.52F, 1.72F, 1.87F, 1.97F};
    constexpr std::array<float, 7> aside = {27, 19, 17, 18, 19.5F, 19, 15};
    return on_sternum(down[number - 1]) + glm::vec3(0, 0, aside[number - 1]);
}

/// Moved off the bones until `gap` mm lie between.
glm::vec3 beside_bone(glm::vec3 p, const StandingBones& bones, float gap) {
    for (int round = 0; round < 10; ++round) {
        const float lacking = gap - bones.distance(p, 20);
        p += 0.9F * lacking * bones.away(p);
        if (std::abs(lacking) < 0.05F) break;
    }
    return p;
}

Rib rib_of(const Figures& figures, const StandingBones& bones, std::size_t number, const Rib* above) {
    const std::string id = "rib." + std::to_string(number);
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value(id, quantity)); };
    const std::string level = "T" + std::to_string(number);
    const StandingBone& vertebra = bones.at(level);
    const float ride = ride_of(level);
    const bool first = number == 1;
    const bool floating = number >= 11;
    const float tall = 0.5F * of("height");
    const float thick = 0.5F * of("thickness");

    Rib rib;
    const float body_height = 0.5F * static_cast<float>(figures.value(level, "body_height_posterior"));
    const float body_width = 0.5F * static_cast<float>(figures.value(level, "body_width_upper"));
    const float depth = static_cast<float>(figures.value(level, "body_depth_upper"));
    const float shared = number >= 2 && number <= 9 ? 1.0F : -4.0F; // on the disc, or on its own body
    const glm::vec3 beside(-0.5F * depth + 4, body_height + shared, body_width + 5);
    const float head = floating ? 4.0F : 4.6F;
    rib.head = beside_bone(vertebra.pose.out_of(beside), bones, 0.8F + 0.8F * head);
    const glm::vec3 wing = bones.tip(level, {0, 0, 1});
    rib.tubercle = beside_bone(wing + vertebra.pose.turned({5, 1.5F, -1}), bones,
                               (first ? 0.55F * thick : thick) + 0.9F);
    const float turn = of("angle_z");
    rib.angle = glm::vec3(wing.x - of("angle_behind"), wing.y - of("angle_drop"), turn);

    const glm::vec3 end(of("end_x"), rib.head.y - of("end_drop"), of("end_z"));
    Sweep& sweep = rib.sweep;
    sweep.side = {0, 1, 0};
    sweep.around = 8;
    sweep.step_mm = number <= 2 ? 5.0F : 8.0F; // the upper two are the most curved
    const auto pass = [&](const glm::vec3& p, float side, float deep, float at_ride) {
        sweep.stations.push_back({p, side, deep, at_ride});
    };
    const glm::vec3 inward = glm::normalize(rib.head - rib.tubercle);
    pass(rib.head + 0.5F * head * inward, 0.8F * head, 0.7F * head, ride);
    pass(rib.head - 0.3F * head * inward, 0.9F * head, 0.8F * head, ride);
    pass(glm::mix(rib.head, rib.tubercle, 0.5F), first ? 2.6F : 0.75F * tall, thick, ride);
    pass(rib.tubercle, first ? 2.8F : 0.85F * tall, 1.15F * thick, ride);
    pass(rib.angle, tall, thick, ride);
    // Two quarters of ellipses, seen from above, meet at the widest place; the rib sinks all the way.
    const float wide = of("half_width");
    const float lateral_x = glm::mix(rib.angle.x, end.x, 0.47F);
    const float from = std::asin(std::min(turn / wide, 0.98F));
    const float to = std::asin(std::min(end.z / wide, 0.995F));
    const float back = (lateral_x - rib.angle.x) / std::cos(from);
    const float front = (end.x - lateral_x) / std::cos(to);
    const float quarter = 1.5708F;
    const float whole = (quarter - from) * back + (quarter - to) * front;
    const auto y_at = [&](float run) { return glm::mix(rib.angle.y, end.y, run / whole); };
    for (const float share : {0.35F, 0.7F, 1.0F}) {
        const float angle = glm::mix(from, quarter, share);
        pass({lateral_x - back * std::cos(angle), y_at((angle - from) * back), wide * std::sin(angle)}, tall,
             thick, ride);
    }
    const float front_ride = floating ? ride : glm::mix(ride, sternum_ride, 0.5F);
    for (const float share : {0.35F, 0.7F}) {
        const float angle = glm::mix(quarter, to, share);
        pass({lateral_x + front * std::cos(angle), y_at((quarter - from) * back + (quarter - angle) * front),
              wide * std::sin(angle)},
             tall, thick, glm::mix(ride, front_ride, share));
    }
    if (floating) {
        pass(end, 0.45F * tall, 0.6F * thick, ride);
        return rib;
    }
    pass(end, tall, 1.1F * thick, front_ride);
    if (number <= 7) { // cartilage: on downward a little, then up to the sternum
        const glm::vec3 joint = joint_at_sternum(number);
        const float sag = number <= 2 ? 0.0F : 0.16F * glm::distance(end, joint);
        pass(glm::mix(end, joint, 0.45F) + glm::vec3(2 + 0.5F * sag, -sag, 0), 0.9F * tall, thick,
             glm::mix(front_ride, sternum_ride, 0.5F));
        pass(joint, 0.6F * tall, 0.9F * thick, sternum_ride);
    } else { // joins the cartilage above
        const auto& over = above->sweep.stations;
        const glm::vec3 joint =
            glm::mix(over[over.size() - 2].at, over.back().at, 0.15F) - glm::vec3(0, 1.7F * tall, 0);
        pass(glm::mix(end, joint, 0.5F) + glm::vec3(3, -6, 0), 0.8F * tall, thick, front_ride);
        pass(joint, 0.5F * tall, 0.7F * thick, over.back().ride);
    }
    return rib;
}

} // namespace

std::array<Rib, rib_pairs> ribs(const Figures& figures, const StandingBones& bones) {
    const Room room = [&bones](const glm::vec3& p) { return bones.distance(p, 10) - 0.3F; };
    std::array<Rib, rib_pairs> all;
    for (std::size_t i = 0; i < rib_pairs; ++i)
        all[i] = rib_of(figures, bones, i + 1, i > 0 ? &all[i - 1] : nullptr);
    for (Rib& rib : all) rib.sweep = eased(rib.sweep, room, 0);
    return all;
}

std::vector<TissuePlan> rib_cage(const std::array<Rib, rib_pairs>& ribs, const StandingBones& bones) {
    std::vector<TissuePlan> plans;
    const Room room = [&bones](const glm::vec3& p) { return bones.distance(p, 10) - 0.3F; };
    for (std::size_t i = 0; i < rib_pairs; ++i)
        plan_pair(plans, "rib." + std::to_string(i + 1),
                  [sweep = ribs[i].sweep, room] { return swept(sweep, room); });

    SolidTissue sternum;
    sternum.solid = Solid(Solid::Symmetry::sagittal);
    const auto& line = sternum_line;
    sternum.solid.join(limb({{line[0] + glm::vec3(2, -4, 0), 5.5F, 29},
                             {glm::mix(line[0], line[1], 0.4F), 6, 27},
                             {line[1] + glm::vec3(-1, 3, 0), 5, 16}},
                            {1, 0.3F, 0}));
    sternum.solid.join(limb({{line[1], 5.5F, 14.5F},
                             {glm::mix(line[1], line[2], 0.5F), 5, 16.5F},
                             {glm::mix(line[1], line[2], 0.8F), 5, 18.5F},
                             {line[2] + glm::vec3(-1, 4, 0), 4.5F, 12}},
                            {1, 0.3F, 0}),
                       2.5F);
    sternum.solid.join(limb({{line[2], 3, 8}, {line[3], 2.2F, 4.5F}}, {1, 0, 0}), 3);
    sternum.solid.cut(ellipsoid(line[0] + glm::vec3(1, 8, 0), {20, 10, 13}), 2); // jugular notch
    sternum.solid.cut(ellipsoid(line[0] + glm::vec3(0, 6, 26), {20, 7, 9}), 2);  // for the collar bone
    sternum.box = {{10, 200, -44}, {110, 410, 44}};
    sternum.spacing_mm = 2.2F;
    sternum.triangles = 1000;
    sternum.ride = [](const glm::vec3&) { return sternum_ride; };
    plans.push_back({.id = "sternum", .make = [sternum] { return made(sternum); }});
    return plans;
}

} // namespace spinescope::anatomy
