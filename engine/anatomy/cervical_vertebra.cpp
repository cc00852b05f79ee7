// Small body with uncinate processes, foramina in the transverse processes, articular pillars, short bifid
// spinous process; C7's is long and single. Numbers without a table are proportions of a typical cervical
// vertebra, in mm.
#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/shapes.hpp"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

Bone cervical_vertebra(const VertebraPlan& plan) {
    const float w = plan.rear;
    const float H = plan.height;
    const float W = plan.upper.rim.width;
    const float D = plan.upper.rim.depth;
    const float canal_back = w - plan.canal_depth;
    const FacetSurface& S = plan.superior;
    const FacetSurface& I = plan.inferior;
    const float space = joint_space(plan.level);
    const bool prominens = plan.level == "C7";
    const float heavy = prominens ? 1.0F : 0.0F;

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.07F, 1.4F));
    // The front lip of the lower endplate hangs over the disc.
    bone.join(ellipsoid({plan.lower.centre.x + 0.5F * plan.lower.rim.depth - 2.6F, -H / 2 + 1.4F, 0},
                        {2.3F, 2.0F, 5.0F}),
              2);
    bone.cut(room_beyond(plan.upper, 1), 0.3F);
    bone.cut(room_beyond(plan.lower, -1), 0.3F);
    // Uncinate processes flank the endplate, whose published width lies between them; highest behind its
    // middle, the outer face running down to the transverse process.
    bone.join(limb({{{0.22F * D, H / 2 - 2.0F, W / 2 - 0.8F}, 1.5F, 2.0F},
                    {{-0.04F * D, H / 2 + 0.2F, W / 2 + 1.5F - 0.3F * heavy}, 1.6F, 3.7F - heavy},
                    {{w + 3.8F, H / 2 + 0.5F, W / 2 + 2.0F - 0.3F * heavy}, 1.9F, 4.0F - heavy},
                    {{w + 1.8F, H / 2 - 1.0F, W / 2 + 0.4F}, 1.7F, 2.4F}},
                   {0, 0.3F, 1}),
              2.4F);
    // Articular pillar, from the superior to the inferior facet.
    const glm::vec3 top = S.at(0, 0, -3.2F);
    const glm::vec3 foot = I.at(0, 0, space + 3);
    const glm::vec3 middle = 0.5F * (top + foot);
    const glm::vec3 inward(0, 0, -0.8F); // the pillars wall the canal
    const float broad = 0.25F * (S.width + plan.inferior_width);
    bone.join(limb({{top + inward, 4.0F, broad - 0.2F},
                    {middle + inward + glm::vec3(0.8F, 0, 0), 3.8F, broad},
                    {foot + inward + glm::vec3(0.4F, 0, 0), 2.8F, broad - 0.8F}},
                   {1, 0.5F, 0}),
              2);
    bone.join(facet_pad(S, S.width / 2 + 0.4F, S.height / 2, 3.4F, -2.2F), 2);
    bone.join(facet_pad(I, plan.inferior_width / 2, plan.inferior_height / 2, 2.4F, space + 1.6F), 2);
    bone.join(limb({{{w + 3, 0.5F, W / 2 - 3}, 3, plan.pedicle_height / 2},
                    {{w - 1.5F, 0.8F, plan.canal_width / 2 + plan.pedicle_width * 0.55F},
                     plan.pedicle_width / 2,
                     plan.pedicle_height / 2},
                    {middle + glm::vec3(1.5F, 1.2F, -1.6F), 3, plan.pedicle_height / 2}},
                   {0.7F, 0, 0.7F}),
              2);
    // Lamina: a thin plate that leans back towards its lower edge.
    bone.join(limb({{middle + glm::vec3(-0.2F, 0.3F, -2.4F), 2.7F, 5.8F},
                    {{canal_back + 3.4F - 0.5F * heavy, -0.2F, 6}, 1.7F + heavy, 6.0F},
                    {{canal_back - 1.4F - 0.5F * heavy, -0.6F, 0}, 2.0F + heavy, 5.4F}},
                   {-0.78F, 0.36F, 0.5F}),
              2.5F);
    const glm::vec3 root(canal_back, -0.6F, 0);
    const glm::vec3 tip = spinous_tip(plan, root);
    const glm::vec3 along = glm::normalize(tip - root);
    const glm::vec3 back = tip - 2.2F * along;
    if (prominens) { // long, single, knobbed
        bone.join(limb({{root, 5.0F, 6.2F},
                        {glm::mix(root, tip, 0.4F), 3.1F, 4.8F},
                        {glm::mix(root, tip, 0.75F), 2.7F, 3.8F},
                        {back - 1.6F * along, 3.6F, 4.0F}},
                       {0, 0, 1}),
                  3);
    } else {
        // Two ridges that part towards the tip, a gutter between them below.
        const float breadth = plan.level == "C3" ? 2.2F : plan.level == "C4" ? 1.5F : 0.8F;
        const float spread = plan.level == "C6" ? 3.4F : 4.4F;
        bone.join(limb({{root, 3.4F, 4.8F},
                        {glm::mix(root, tip, 0.42F) + glm::vec3(0, 0, breadth), 2.4F, 3.7F},
                        {glm::mix(root, back, 0.75F) + glm::vec3(0, 0, 0.5F * spread), 2.1F, 2.9F},
                        {back + glm::vec3(0, -0.6F, spread), 1.9F, 2.2F}},
                       {0, 0.3F, 1}),
                  2.5F);
    }
    // Transverse process: a costal bar in front that ends in the anterior tubercle, the true process behind
    // with the posterior tubercle, a lamella between them outside the foramen: a trough for the nerve.
    const float side = plan.transverse_width / 2;
    // Before and outside the pedicle, which keeps its published width.
    const float hole_x = w + (prominens ? 3.8F : 4.9F);
    const float hole_z = plan.canal_width / 2 + 0.5F * plan.pedicle_width + (prominens ? 1.6F : 0.4F);
    const float hole = prominens ? 2.3F : 2.9F;
    const float wing_y = (prominens ? 0.2F : 0.28F) * H;
    bone.join(ellipsoid({w + 3.2F + 1.8F * heavy, wing_y - 0.8F - heavy, W / 2 + 1.0F}, {4.0F, 4.2F, 3.2F}),
              2);
    bone.join(ellipsoid({hole_x, wing_y - 1.2F, hole_z}, {hole + 2.3F, 2.9F - 0.6F * heavy, hole + 2.3F}), 2);
    if (prominens) {
        bone.join(limb({{{hole_x + 2.6F, wing_y, W / 2 - 1}, 1.8F, 3.2F},
                        {{hole_x + 3.2F, wing_y - 1.4F, hole_z + 0.5F}, 1.4F, 2.8F},
                        {{hole_x - 1.5F, wing_y - 1.5F, hole_z + 6.5F}, 1.8F, 3.0F}},
                       {1, 0, 0.1F}),
                  2.5F);
        bone.join(limb({{middle + glm::vec3(3, 0.2F, 0), 3.2F, 3.2F},
                        {{hole_x - 4.4F, wing_y - 0.6F, hole_z + 4.5F}, 3.0F, 3.7F},
                        {{hole_x - 5.2F, wing_y - 0.2F, side - 3.3F}, 3.2F, 3.9F}},
                       {1, 0, 0.3F}),
                  3);
    } else {
        // The front tubercle of C6, on which the carotid artery can be pressed, is the largest.
        const float tubercle = plan.level == "C6" ? 4.0F : 3.0F;
        const glm::vec3 front_tip(hole_x + 5.0F, wing_y - 0.9F, hole_z + 3.8F);
        const glm::vec3 rear_tip(hole_x - 1.8F, wing_y - 3.4F, side - 2.2F);
        bone.join(limb({{{hole_x + 3.0F, wing_y, W / 2 - 1.5F}, 2.0F, 3.2F},
                        {{hole_x + 4.0F, wing_y - 0.9F, hole_z}, 1.4F, 2.9F},
                        {front_tip, 1.7F, tubercle}},
                       {1, 0, 0.1F}),
                  2.5F);
        bone.join(limb({{middle + glm::vec3(2.6F, 1.0F, 0), 2.6F, 3.6F},
                        {{hole_x - 4.0F, wing_y - 1.2F, hole_z + 2.5F}, 1.8F, 2.5F},
                        {rear_tip, 2.2F, 2.5F}},
                       {1, 0, 0.3F}),
                  2.5F);
        bone.join(limb({{front_tip - glm::vec3(0, 1.6F, 0), 1.5F, 1.6F},
                        {{hole_x + 1.6F, wing_y - 3.2F, hole_z + 5.0F}, 1.5F, 1.6F},
                        {rear_tip, 1.6F, 1.8F}},
                       {0, 0, 1}),
                  2);
    }
    // Trough on which the spinal nerve leaves, out, forward and down.
    bone.cut(limb({{{hole_x - 3.2F, wing_y + 5.4F, hole_z - 3}, 2.2F, 2.6F},
                   {{hole_x - 0.8F, wing_y + 3.2F, hole_z + 2}, 2.0F, 2.4F},
                   {{hole_x + 1.4F, wing_y + 0.8F, hole_z + 8}, 2.0F, 2.4F}},
                  {1, 0, 0}),
             1.5F);
    bone.cut(shaft({.width = plan.canal_width,
                    .depth = plan.canal_depth,
                    .widest_at = 0.4F,
                    .front_power = 3,
                    .back_power = 1.3F},
                   w - plan.canal_depth / 2),
             1);
    bone.cut(bar({hole_x, -30, hole_z}, {hole_x, 30, hole_z}, hole, hole), 1.2F);
    bone.cut(room_before(S, 0.4F, 7), 0.6F);
    bone.cut(room_before(opposite(I, space + 0.25F, plan.inferior_width, plan.inferior_height), 1.6F, 5),
             0.6F);
    return {std::move(bone),
            {{tip.x - 6, std::min(tip.y - 8, -H / 2 - 14), -side - 5},
             {w + std::max(plan.lower.rim.depth, D) + 6, H / 2 + 16, side + 5}}};
}

} // namespace spinescope::anatomy
