#include "anatomy/nerve_roots.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/cord.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/sacral_foramina.hpp"
#include "anatomy/swept.hpp"
#include "anatomy/vertebra_plan.hpp"
#include "anatomy/vertebral_artery.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <string>

namespace spinescope::anatomy {

namespace {

/// Where a right spinal nerve goes once it has left the dura; spine frame, mm.
struct Way {
    glm::vec3 ganglion{}; ///< in the foramen
    glm::vec3 nerve{};    ///< outside it, where the two rami part
    glm::vec3 ventral{};  ///< as far as the ramus is drawn
    glm::vec3 dorsal{};
    float ride = 0; ///< the vertebra by whose pedicle it leaves
    float drop = 0; ///< how much higher it leaves the dura, vertebrae
};

/// The same in a bone's own frame.
Way stood(const StandingBone& bone, const Way& own) {
    Way way = own;
    for (glm::vec3 Way::*point : {&Way::ganglion, &Way::nerve, &Way::ventral, &Way::dorsal})
        way.*point = bone.pose.out_of(own.*point);
    return way;
}

Way upper_cervical(const Figures& figures, const StandingBones& bones, bool first) {
    if (first) // over the rear arch of the atlas, in the groove of the vertebral artery and below it
        return stood(bones.at("C1"),
                     {{-12, 5, 13}, {-11.5F, 4.4F, 17}, {-9, 4.5F, 23}, {-17, 8, 15}, 1, 0.05F});
    const FacetSurface joint = superior_facet(figures, "C2"); // behind its joint with the atlas
    const float y = joint.centre.y;
    return stood(bones.at("C2"),
                 {{-14, y + 0.5F, 15}, {-14, y - 0.5F, 19.5F}, {-6, y - 5, 29}, {-23, y - 1, 17}, 2, 0.05F});
}

/// Above the pedicle of its own vertebra and out along the gutter of the transverse process.
Way cervical(const StandingBone& bone, const VertebraPlan& plan) {
    const float x = plan.rear;
    const float y = 0.5F * plan.height;
    const float z = 0.5F * plan.canal_width;
    return stood(bone, {{x - 1.5F, y + 2.0F, z + 3},
                        {x + 1.8F, y - 0.6F, z + 7.5F},
                        {x + 7, y - 8, z + 17},
                        {x - 9, y - 1, z + 13},
                        ride_of(plan.level),
                        0.08F});
}

/// Below the pedicle of the vertebra.
Way below_pedicle(const StandingBone& bone, const VertebraPlan& plan, float ganglion_width, bool eighth) {
    const bool lumbar = region_of(plan.level) == Region::lumbar;
    const float x = plan.rear;
    const float middle = eighth ? 0.8F : 0.5F * (plan.height - plan.pedicle_height) - 0.3F;
    const float y = middle - 0.5F * (plan.pedicle_height + ganglion_width) - 1.2F;
    const float z = 0.5F * plan.canal_width;
    const float pw = plan.pedicle_width;
    Way way{{x - 4, y, z + 0.5F * pw}, {}, {}, {}, ride_of(plan.level), 0.15F};
    if (lumbar) {
        const bool last = plan.level == "L5"; // passes in front of the ala of the sacrum
        const float side = z + std::min(pw, 12.0F);
        way.nerve = {x - 2.5F, y - 4.5F, side + 3};
        way.ventral = last ? glm::vec3(x + 14, y - 17, side + 9) : glm::vec3(x + 4, y - 19, side + 13);
        way.dorsal = {x - 13, y - 7, side + 9};
        way.drop = 0.35F;
    } else if (eighth) {
        way.nerve = {x, y - 2, z + 8};
        way.ventral = {x + 6, y - 6, z + 20};
        way.dorsal = {x - 9, y - 3, z + 12};
        way.drop = 0.1F;
    } else {
        const float rising = plan.level == "T1" ? 5.0F : -1.0F;
        way.nerve = {x - 7, y - 0.5F, z + pw + 4};
        way.ventral = {x - 10, y + rising, z + pw + 17};
        way.dorsal = {x - 16, y - 2, z + pw + 7};
    }
    return stood(bone, way);
}

Way sacral(const StandingBone& bone, std::size_t number) {
    if (number == 5) // out of the hiatus, beside the horns
        return stood(bone, {{-3, -89, 3}, {4, -104, 10}, {10, -108, 14}, {-2, -107, 12}, sacrum_ride, 0.6F});
    const SacralForamen& f = sacral_foramina[number - 1];
    const glm::vec3 out = glm::normalize(f.front - f.middle);
    return stood(bone,
                 {glm::mix(f.canal, f.middle, 0.3F), f.middle, f.front + 3.0F * out + glm::vec3(0, -8, 3),
                  f.back + glm::vec3(-1, -2, 1), sacrum_ride, number == 1 ? 0.75F : 0.6F});
}

struct Nerve {
    std::string name; ///< "L4"
    float cord_place = 0;
    float dura_place = 0; ///< where it leaves the sac
    float radius = 0;     ///< of the spinal nerve, mm
    float ganglion_length = 0;
    float ganglion_width = 0;
    Way way;
};

Nerve nerve_of(const Figures& figures, const StandingBones& bones, const Canal& canal, const Cord& cord,
               const std::string& name, const Room& room) {
    const auto of = [&](const char* quantity) {
        return static_cast<float>(figures.value("nerve." + name, quantity));
    };
    Nerve nerve{.name = name,
                .cord_place = of("cord_place"),
                .radius = 0.5F * of("nerve_diameter"),
                .ganglion_length = of("ganglion_length"),
                .ganglion_width = of("ganglion_width")};
    const auto number = static_cast<std::size_t>(std::stoi(name.substr(1)));
    if (name.front() == 'S')
        nerve.way = sacral(bones.at("S1"), number);
    else if (name == "C1" || name == "C2")
        nerve.way = upper_cervical(figures, bones, name == "C1");
    else if (name == "C8")
        nerve.way = below_pedicle(bones.at("C7"), plan_vertebra(figures, "C7"), nerve.ganglion_width, true);
    else if (name.front() == 'C')
        nerve.way = cervical(bones.at(name), plan_vertebra(figures, name));
    else
        nerve.way = below_pedicle(bones.at(name), plan_vertebra(figures, name), nerve.ganglion_width, false);
    const bool inside_bone = name.front() == 'S';
    nerve.way.ganglion = settled(nerve.way.ganglion, room, inside_bone ? 1.0F : 3.5F);
    nerve.way.nerve = settled(nerve.way.nerve, room, inside_bone ? 1.5F : 3.0F);
    const float exit = canal.place_of(nerve.way.ganglion) - nerve.way.drop;
    nerve.dura_place = std::min(std::max(exit, nerve.cord_place + 0.05F), cord.sac_end() - 0.3F);
    return nerve;
}

/// A point inside the sac, or below its end in the sacral canal.
glm::vec3 in_canal(const Cord& cord, const Canal& canal, float place, float right, float front) {
    if (place < cord.sac_end() - 0.3F) return cord.sac(place).point(0.86F * right, 0.86F * front);
    const CanalSection section = canal.at(place);
    return CanalEllipse{section.at, section.forward, 0.5F * section.width - 1.2F, 0.5F * section.depth - 1.2F}
        .point(right, front);
}

/// A root inside the sac: it leaves the cord at its side, before (`front` > 0) or behind it, hangs beside the
/// filum the nearer the middle the farther it still has to go, and ends at the side of the sac. `stray` -1 to
/// 1 parts strands that go the same way.
std::vector<SweptStation> in_sac(const Nerve& nerve, const Cord& cord, const Canal& canal, float front,
                                 float radius, float stray) {
    std::vector<SweptStation> run;
    const float from = nerve.cord_place;
    const float to = nerve.dura_place;
    const CanalEllipse at_cord = cord.cord(from);
    run.push_back({at_cord.point(0.72F, 0.62F * front), 0.6F * radius, 0.6F * radius, ride_at(from)});
    const float step = to - from > 1.5F ? 0.5F : (to - from) / 3;
    const auto parts = std::max(2, static_cast<int>(std::lround((to - from) / step)));
    for (int i = 1; i < parts; ++i) {
        const float place = glm::mix(from, to, static_cast<float>(i) / static_cast<float>(parts));
        const float left = to - place;
        const float hanging = 1 - std::exp(-left / 1.1F);
        const float aside = glm::mix(0.86F, 0.34F + 0.2F * stray, hanging);
        const float before = glm::mix(0.25F * front, 0.3F * front - 0.42F * hanging, 0.8F);
        glm::vec3 p = in_canal(cord, canal, place, aside, before);
        const CanalEllipse marrow = cord.cord(place); // beside the cord, not through it
        if (place < cord.conus() + 0.2F) {
            const float least = marrow.half_width * 0.98F + radius;
            p.z = std::clamp(p.z, least, std::max(least, 0.9F * cord.sac(place).half_width));
        }
        run.push_back({p, radius, radius, ride_at(place)});
    }
    run.push_back({in_canal(cord, canal, to, 0.9F, 0.15F * front), radius, radius, ride_at(to)});
    return run;
}

Sweep round_sweep(std::vector<SweptStation> stations, int around, float step) {
    return {.stations = std::move(stations), .side = {0.3F, 0.2F, 1}, .around = around, .step_mm = step};
}

/// Threads that gather from the cord's side, over the length of the segment, into the root.
void add_rootlets(std::vector<Mesh>& parts, const Nerve& nerve, const Cord& cord, const SweptStation& gather,
                  float front, int count, const Room& room) {
    const float half = nerve.name.front() == 'C' || nerve.name.front() == 'T' ? 0.34F : 0.1F;
    for (int i = 0; i < count; ++i) {
        const float share = (static_cast<float>(i) + 0.5F) / static_cast<float>(count) * 2 - 1;
        const float place = std::max(nerve.cord_place + half * share, 0.1F);
        const glm::vec3 from = cord.cord(place).point(0.68F, 0.64F * front);
        constexpr float thin = 0.42F; // mm
        parts.push_back(swept(round_sweep({{from, thin, thin, ride_at(place)},
                                           {glm::mix(from, gather.at, 0.55F) + glm::vec3(0, 0, 0.35F), thin,
                                            thin, glm::mix(ride_at(place), gather.ride, 0.55F)},
                                           {gather.at, 0.6F * thin, 0.6F * thin, gather.ride}},
                                          4, 6),
                              room));
    }
}

/// Way from the sac through the foramen into the ventral ramus, behind which the dorsal root leads, or in
/// front of the ganglion the ventral.
Sweep outer_part(const Nerve& nerve, std::vector<SweptStation> run, float root, bool dorsal,
                 const Room& room) {
    const Way& way = nerve.way;
    const glm::vec3 out = way.nerve - way.ganglion;
    const glm::vec3 ahead = glm::normalize(glm::cross(glm::vec3(0, 0, 1), out)); // up or forward of it
    const glm::vec3 before = ahead.x < 0 ? -ahead : ahead;
    if (dorsal) {
        run.push_back({way.ganglion, root, root, way.ride});
        run.push_back(
            {glm::mix(way.ganglion, way.nerve, 0.6F), 0.85F * nerve.radius, 0.85F * nerve.radius, way.ride});
        run.push_back({way.nerve, nerve.radius, nerve.radius, way.ride});
        run.push_back({way.ventral, 0.9F * nerve.radius, 0.9F * nerve.radius, way.ride});
    } else {
        run.push_back({way.ganglion + (0.5F * nerve.ganglion_width + root) * before, root, root, way.ride});
        run.push_back({way.nerve, root, root, way.ride});
    }
    return eased(round_sweep(std::move(run), dorsal ? 6 : 5, 8.0F), room, 0.35F);
}

/// A root from where its rootlets have gathered: the dorsal one to the end of the ventral ramus, the ventral
/// one until it joins it.
Sweep root_of(const Nerve& nerve, const Cord& cord, const Canal& canal, bool dorsal, const Room& room) {
    const float radius = (dorsal ? 0.4F : 0.3F) * nerve.radius + 0.15F;
    const std::vector<SweptStation> run =
        in_sac(nerve, cord, canal, dorsal ? -1.0F : 1.0F, radius, dorsal ? 0.2F : -0.4F);
    return outer_part(nerve, {run.begin() + 1, run.end()}, radius, dorsal, room);
}

Mesh nerve_mesh(const Nerve& nerve, const Cord& cord, const Canal& canal, const Room& room) {
    std::vector<Mesh> parts;
    const bool fan = nerve.name.front() == 'C' || nerve.name.front() == 'T';
    for (const bool dorsal : {true, false}) {
        const Sweep root = root_of(nerve, cord, canal, dorsal, room);
        add_rootlets(parts, nerve, cord, root.stations.front(), dorsal ? -1.0F : 1.0F,
                     fan ? (dorsal ? 4 : 2) : 1, room);
        parts.push_back(swept(root, room));
    }
    const Way& way = nerve.way;
    const float thin = 0.5F * nerve.radius;
    const Sweep ramus = eased(round_sweep({{way.nerve, 0.8F * thin, 0.8F * thin, way.ride},
                                           {glm::mix(way.nerve, way.dorsal, 0.5F), thin, thin, way.ride},
                                           {way.dorsal, thin, thin, way.ride}},
                                          6, 3),
                              room, 0.3F);
    parts.push_back(swept(ramus, room));
    return joined(parts);
}

/// The root swells where it passes the foramen.
Mesh ganglion_mesh(const Nerve& nerve, const Cord& cord, const Canal& canal, const Room& room) {
    Sweep root = root_of(nerve, cord, canal, true, room);
    root.step_mm = 1;
    const std::vector<SweptStation> path = along(root);
    const auto middle = std::ranges::min_element(
        path, {}, [&](const SweptStation& s) { return glm::distance(s.at, nerve.way.ganglion); });
    const float half = 0.5F * nerve.ganglion_length;
    const float wide = 0.5F * nerve.ganglion_width;
    std::vector<SweptStation> body;
    for (const SweptStation& s : path) {
        const float off = glm::distance(s.at, middle->at) / half;
        if (off > 1 || std::abs(&s - &*middle) > static_cast<std::ptrdiff_t>(half) + 2) continue;
        const float full = wide * std::sqrt(1 - 0.7F * off * off);
        body.push_back({s.at, full, full, nerve.way.ride});
    }
    return swept(round_sweep(std::move(body), 8, 1.8F), room);
}

std::vector<std::string> nerve_names() {
    std::vector<std::string> names;
    for (const auto& [region, count] : {std::pair("C", 8), {"T", 12}, {"L", 5}, {"S", 5}})
        for (int i = 1; i <= count; ++i) names.push_back(region + std::to_string(i));
    return names;
}

/// The strands that hang below the conus with the roots, L2 to the coccygeal pair.
Mesh cauda_mesh(const std::vector<Nerve>& nerves, const Cord& cord, const Canal& canal) {
    std::vector<Mesh> strands;
    for (const Nerve& nerve : nerves) {
        if (nerve.cord_place < 18) continue;
        int strand = 0;
        for (const float front : {-1.0F, 0.1F, 0.9F}) {
            const float stray =
                0.8F * std::sin(2.4F * static_cast<float>(strand++) + 5.1F * nerve.cord_place);
            std::vector<SweptStation> run = in_sac(nerve, cord, canal, front, 0.5F, stray);
            strands.push_back(swept(round_sweep(std::move(run), 4, 15)));
            strands.push_back(mirrored(strands.back()));
        }
    }
    return joined(strands);
}

} // namespace

std::vector<TissuePlan> nerve_roots(const Figures& figures, const StandingBones& bones, const Canal& canal) {
    const Cord cord(figures, canal);
    const Room bone = [&bones](const glm::vec3& p) { return bones.distance(p, 8) - 0.3F; };
    // Cervical nerves pass behind the vertebral artery.
    const Room bone_and_artery = [bone, artery = solid_of(vertebral_artery(figures, bones))](
                                     const glm::vec3& p) { return std::min(bone(p), artery(p) - 0.2F); };
    std::vector<TissuePlan> plans;
    std::vector<Nerve> nerves;
    for (const std::string& name : nerve_names()) {
        const Room& room = name.front() == 'C' ? bone_and_artery : bone;
        const Nerve nerve = nerve_of(figures, bones, canal, cord, name, room);
        plan_pair(plans, "nerve." + name,
                  [nerve, cord, &canal, room] { return nerve_mesh(nerve, cord, canal, room); });
        plan_pair(plans, "ganglion." + name,
                  [nerve, cord, &canal, room] { return ganglion_mesh(nerve, cord, canal, room); });
        nerves.push_back(nerve);
    }
    plans.push_back(
        {.id = "cauda", .make = [nerves, cord, &canal] { return cauda_mesh(nerves, cord, canal); }});
    return plans;
}

} // namespace spinescope::anatomy
