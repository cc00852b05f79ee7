// Heart-shaped body with rib facets, laminae like roof tiles, long sloping spinous process, facets that face
// backward; T1 still half cervical, T11 and T12 short and on the way to lumbar. Numbers without a table are
// proportions of a typical thoracic vertebra, in mm.
#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

namespace {

/// How far the transverse process sweeps backward as it goes outward, degrees: more from level to level.
float sweep_deg(float number) {
    return std::min(18 + 7 * (number - 1), 52.0F);
}

/// A shallow hollow where a rib's head rests; `outward` points from the bone to the rib.
void cut_rib_facet(Solid& bone, const glm::vec3& centre, const glm::vec3& outward, float radius) {
    constexpr float depth = 0.9F;
    constexpr float half = 2.2F;
    const glm::mat3 frame = frame_from(outward, {0, 1, 0});
    bone.cut(ellipsoid(centre + (half - depth) * frame[0], {half, radius, radius}, frame), 0.5F);
}

} // namespace

Bone thoracic_vertebra(const VertebraPlan& plan) {
    const float w = plan.rear;
    const float H = plan.height;
    const float half_canal = plan.canal_width / 2;
    const float canal_back = w - plan.canal_depth;
    const float pw = plan.pedicle_width;
    const float ph = plan.pedicle_height;
    const FacetSurface& S = plan.superior;
    const FacetSurface& I = plan.inferior;
    const float space = joint_space(plan.level);
    const auto number = static_cast<float>(index_of(plan.level) - index_of("T1") + 1);
    const bool floating = number >= 11; // bears a floating rib
    const float pedicle_y = H / 2 - ph / 2 - 0.2F;
    const float pedicle_z = half_canal + pw / 2;
    const float converge = std::tan(glm::radians(plan.pedicle_axis_transverse));
    const glm::vec3 hub(w - 9, pedicle_y - 2, pedicle_z + 1);

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.10F, 1.7F));
    bone.join(
        limb(
            {{{w + 0.07F * plan.upper.rim.depth, pedicle_y, pedicle_z - 5 * converge}, pw / 2 + 0.5F, ph / 2},
             {{w - 3, pedicle_y, pedicle_z}, pw / 2, ph / 2},
             {hub, pw / 2 + 0.5F, ph / 2}},
            {0, 0, 1}),
        3.5F);
    if (number == 1) // its narrow body widens at the back towards the pedicles and bears the first rib there
        bone.join(ellipsoid({w + 3.5F, H / 2 - 7.5F, 0.42F * plan.upper.rim.width}, {5, 5, 4.5F}), 3);
    // Lamina: a tile that leans back towards its lower edge and covers the one below.
    const float lamina_y = -0.12F * H;
    bone.join(limb({{hub + glm::vec3(-4.0F, -1.5F, -0.8F), 3, 0.40F * H},
                    {{canal_back + 1.0F, lamina_y, half_canal * 0.62F}, 2.5F, 0.52F * H},
                    {{canal_back - 2.4F, lamina_y - 1, 0}, 2.6F, 0.52F * H}},
                   {-0.75F, 0.38F, 0.6F}),
              3);
    // Spinous process: three-sided at its root, thin along its lower edge, ending in a small knob.
    const glm::vec3 root(canal_back - 1.5F, lamina_y + 1, 0);
    const glm::vec3 tip = spinous_tip(plan, root);
    const glm::vec3 along = glm::normalize(tip - root);
    const float plump = number <= 2 ? 1.2F : floating ? 1.15F : 1.0F;
    const float tall_end = floating ? 6.5F : 3.8F;
    bone.join(limb({{root + 0.5F * along, 5.4F * plump, 0.38F * H},
                    {glm::mix(root, tip, 0.35F), 3.1F * plump, floating ? 7.7F : 6.0F},
                    {glm::mix(root, tip, 0.7F), 2.4F * plump, floating ? 7.2F : 4.6F},
                    {tip - (floating ? 5.5F : 3.6F) * along, 2.4F * plump, tall_end}},
                   {0, 0, 1}),
              4);
    bone.join(ellipsoid(tip - (floating ? 4.6F : 3.0F) * along, {3.0F, floating ? 6.0F : 4.2F, 2.7F * plump},
                        frame_from(along, {0, 1, 0})),
              2);
    // Transverse process: thick, club-shaped, swept back; on T11 and T12 only stubs.
    const float wing = plan.transverse_width / 2;
    const float club = floating ? 3.6F : 4.9F;
    const float run = wing - club - hub.z;
    const float sweep = std::tan(glm::radians(sweep_deg(number)));
    const float lift = number <= 2 ? 1.0F : floating ? 2.0F : 3.5F;
    const glm::vec3 club_at(hub.x - 1 - run * sweep, hub.y + lift, wing - club);
    bone.join(limb({{hub + glm::vec3(-2, 0, 0), 4.8F, 5.4F},
                    {glm::mix(hub + glm::vec3(-2, 0, 0), club_at, 0.5F), 4.3F, 5.2F},
                    {glm::mix(hub, club_at, 0.94F), club - 0.9F, club + 0.2F}},
                   {1, 0, 0.6F}),
              4);
    // The club: flat-ended, taller than it is thick.
    const glm::mat3 outward = frame_from(club_at - hub, {0, 1, 0});
    bone.join(ellipsoid(club_at, {0.8F * club, 1.1F * club, 0.86F * club}, outward), 3);
    if (floating) { // the three tubercles that become mammillary, accessory and costal process in the loins
        bone.join(ellipsoid(club_at + glm::vec3(-1.5F, 5, -3), {3, 4.4F, 3}), 3);
        bone.join(ellipsoid(club_at + glm::vec3(-1, -4.5F, -1.5F), {2.6F, 3.2F, 2.6F}), 3);
    }
    // Articular processes: upright plates above, the lower ones on the front of the lamina.
    bone.join(limb({{hub + glm::vec3(-0.5F, 0.5F, 0), 4.2F, S.width / 2 + 1.2F},
                    {S.at(0, -0.2F * S.height, -2.8F), 3.2F, S.width / 2 + 1},
                    {S.at(0, 0.22F * S.height, -2.0F), 2, S.width / 2 - 0.8F}},
                   S.out()),
              3);
    bone.join(limb({{{canal_back - 0.5F, lamina_y, I.centre.z * 0.9F}, 3, 0.4F * H},
                    {I.at(0, 0.05F * I.height, space + 2.8F), 2.8F, plan.inferior_width / 2},
                    {I.at(0, -0.30F * I.height, space + 2.3F), 2.3F, plan.inferior_width / 2 - 1}},
                   I.out()),
              3);
    bone.join(facet_pad(I, plan.inferior_width / 2, plan.inferior_height / 2, 2.4F, space + 1.6F), 2);

    bone.cut(shaft({.width = plan.canal_width,
                    .depth = plan.canal_depth,
                    .widest_at = 0.1F,
                    .front_power = 2.5F,
                    .back_power = 2.0F},
                   w - plan.canal_depth / 2),
             1.2F);
    // After the canal, whose rear corners the superior facets overhang.
    bone.join(facet_pad(S, S.width / 2 + 0.5F, S.height / 2 - 0.1F, 2.7F, -1.7F), 3);
    bone.join(limb({{hub + glm::vec3(-0.5F, 3, 0.5F), 2.6F, 3.6F},
                    {S.at(0.08F * S.width, -0.05F * S.height, -3.0F), 2.4F, 0.42F * S.width}},
                   S.out()),
              3);
    bone.cut(room_beyond(plan.upper, 1), 0.3F);
    bone.cut(room_beyond(plan.lower, -1), 0.3F);
    bone.cut(room_before(S, 0.4F, 7), 0.6F);
    bone.cut(room_before(opposite(I, space + 0.25F, plan.inferior_width, plan.inferior_height), 2.5F, 5),
             0.6F);
    bone.cut(facet_pad(I, I.width / 2 + 2.2F, I.height / 2 + 3, 4.4F, space - 4.6F),
             1.5F);  // its neighbour's tip
    if (number == 1) // a last hint of the uncinate processes
        bone.join(
            limb({{{-0.04F * plan.upper.rim.depth, H / 2 - 0.8F, plan.upper.rim.width / 2 - 2.2F}, 1.4F, 2},
                  {{w + 3.6F, H / 2 - 0.2F, plan.upper.rim.width / 2 - 1.8F}, 1.6F, 2.4F},
                  {{w + 1.4F, H / 2 - 1.4F, plan.upper.rim.width / 2 - 2}, 1.5F, 2}},
                 {0, 0.3F, 1}),
            2);
    // Ribs: T2-T9 share each with a neighbour, T1 and T10-T12 have one of their own.
    const float corner = 0.40F;
    const glm::vec3 aside(-0.55F, 0, 0.83F);
    const bool own = number >= 10 || number == 1;
    if (floating)
        cut_rib_facet(
            bone,
            {w + 6.0F, pedicle_y + 1, std::max(0.5F * plan.upper.rim.width - 0.4F, pedicle_z + 0.5F * pw)},
            {-0.4F, 0, 0.92F}, 4.6F);
    else
        cut_rib_facet(bone,
                      {w + (number == 1 ? 6.5F : 4.6F), H / 2 - (own ? 4.5F : 0.6F),
                       corner * plan.upper.rim.width + (number == 1 ? 5.0F : 1.8F)},
                      aside + glm::vec3(0, own ? 0 : 0.5F, 0), number == 1 ? 3.6F : 4.4F);
    if (number <= 9)
        cut_rib_facet(bone, {w + 1.6F, -H / 2 + 0.6F, corner * plan.lower.rim.width + 0.6F},
                      aside + glm::vec3(0, -0.6F, 0), 4.6F);
    if (number <= 10)
        cut_rib_facet(bone, club_at + glm::vec3(0.78F, number > 6 ? 0.35F : 0.0F, 0.5F) * club,
                      {0.85F, number > 6 ? 0.5F : 0.1F, 0.5F}, 3.6F);

    const float side = wing + 5;
    const float behind = std::min({tip.x, canal_back - 12, club_at.x - 4});
    return {std::move(bone),
            {{behind - 7, std::min(tip.y, -H / 2 - 16) - 8, -side},
             {w + std::max(plan.lower.rim.depth, plan.upper.rim.depth) + 5, H / 2 + 18, side}}};
}

} // namespace spinescope::anatomy
