// The wing of the ilium is a thin curved sheet between its landmarks; bars and ellipsoids thicken it to the
// crest, the socket, the ischium and the pubis. Proportions of an adult's pelvis that fits the sacrum, in mm.
#include "anatomy/hip_bone.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/shapes.hpp"

#include <glm/geometric.hpp>

namespace spinescope::anatomy {

Solid hip_solid(const StandingBones& bones) {
    const HipLandmarks at;
    Solid bone;
    // The wing: hollow within, so each row bows outward between base and crest.
    const std::vector<std::vector<glm::vec3>> wing = {
        {{44, -62, 98}, {22, -62, 86}, {-4, -56, 76}, {-24, -46, 67}, {-46, -30, 56}},
        {{62, -34, 112}, {34, -16, 113}, {2, -10, 103}, {-26, -10, 84}, {-54, -14, 56}},
        {at.front_spine, at.crest_tubercle, at.crest_top, at.crest_rear, at.rear_spine}};
    bone.join(sheet(wing, 3.2F));
    bone.join(limb({{at.front_spine, 5, 6},
                    {{60, 20, 131}, 4.5F, 5},
                    {at.crest_tubercle, 6.5F, 6},
                    {{22, 55, 133}, 5.0F, 5},
                    {at.crest_top, 5.0F, 5},
                    {{-20, 56, 107}, 5.5F, 5},
                    {at.crest_rear, 6.5F, 6},
                    {{-53, 22, 65}, 7, 8},
                    {at.rear_spine, 6, 8},
                    {{-56, -32, 47}, 5, 6}},
                   {0.2F, 0, 1}),
              5);
    // Thick bone from the ear-shaped joint along the pelvic brim to the socket.
    bone.join(limb({{{-34, -14, 60}, 6, 16},
                    {{-14, -36, 68}, 8, 14},
                    {{8, -64, 80}, 11, 16},
                    {{20, -80, 86}, 15, 20}},
                   {0.3F, 0, 1}),
              8);
    bone.join(limb({{{46, -56, 101}, 7, 8}, {{58, -48, 102}, 5.5F, 6}}, {0, 0, 1}), 6); // front lower spine
    bone.join(ellipsoid(at.socket + glm::vec3(0, 2, 2), {31, 31, 22}), 6);
    // Ischium, with its spine, down to the tuberosity.
    bone.join(limb({{{2, -106, 76}, 12, 14}, {{-8, -132, 69}, 10, 14}, {at.sitting, 10, 13}}, {0, 0, 1}), 8);
    bone.join(limb({{{-10, -108, 66}, 4, 7}, {{-24, -110, 54}, 2.5F, 3.5F}}, {0, 0, 1}), 5);
    bone.join(limb({{at.sitting + glm::vec3(8, -4, -3), 7, 8},
                    {{26, -156, 42}, 4, 7},
                    {{58, -138, 17}, 4, 8},
                    {at.symphysis + glm::vec3(-4, -10, 6), 5, 9}},
                   {0, 0, 1}),
              5);
    // Pubis.
    bone.join(limb({{{36, -84, 78}, 10, 12},
                    {at.pubic_eminence, 8, 8},
                    {{70, -98, 34}, 6, 7},
                    {at.symphysis + glm::vec3(-1, 8, 6), 6.5F, 9}},
                   {1, 1, 0}),
              6);
    bone.join(
        limb({{at.symphysis + glm::vec3(-1, 10, 7), 6.5F, 7}, {at.symphysis + glm::vec3(-6, -14, 7), 6, 6}},
             {1, 0, 0}),
        3);
    // The socket faces outward, forward and down, with a notch below.
    const glm::vec3 out = glm::normalize(glm::vec3(0.30F, -0.42F, 0.86F));
    bone.cut(ellipsoid(at.socket + 16.0F * out, {26, 26, 26}), 2);
    bone.cut(ellipsoid(at.socket + glm::vec3(8, -26, 18), {8, 10, 10}), 3);
    // Room for the joint with the sacrum, and half the symphysis.
    const StandingBone& sacrum = bones.at("S1");
    bone.cut([&sacrum](const glm::vec3& p) { return sacrum.distance(p) - 1.5F; }, 0.5F);
    bone.cut(half_space({0, 0, 2}, {0, 0, 1}), 1);
    return bone;
}

std::vector<TissuePlan> hip_bones(const StandingBones& bones) {
    SolidTissue hip;
    hip.solid = hip_solid(bones);
    hip.box = {{-90, -196, -12}, {112, 84, 160}};
    hip.spacing_mm = 2.2F;
    hip.triangles = 4200;
    hip.ride = [](const glm::vec3&) { return sacrum_ride; };
    std::vector<TissuePlan> plans;
    plan_pair(plans, "hip", [hip] { return made(hip); });
    return plans;
}

} // namespace spinescope::anatomy
