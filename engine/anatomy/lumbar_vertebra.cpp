// Massive kidney-shaped body, hatchet-shaped spinous process, hollow facets that face inward, mammillary
// processes.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

#include <cmath>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

Bone lumbar_vertebra(const VertebraPlan& plan) {
    const float w = plan.rear;
    const float H = plan.height;
    const float half_canal = plan.canal_width / 2;
    const float canal_back = w - plan.canal_depth;
    const float pw = plan.pedicle_width;
    const float ph = plan.pedicle_height;
    const FacetSurface& S = plan.superior;
    const FacetSurface& I = plan.inferior;
    const float space = joint_space(plan.level);
    const float pedicle_y = H / 2 - ph / 2 - 0.5F;
    const float pedicle_z = half_canal + pw / 2;
    const float converge = std::tan(glm::radians(plan.pedicle_axis_transverse));
    const glm::vec3 hub(w - 11, pedicle_y - 1, pedicle_z + 1);

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.10F, 2.0F));
    bone.join(limb({{{w + 7, pedicle_y, pedicle_z - 10 * converge}, pw / 2 + 1, ph / 2 + 1},
                    {{w - 3, pedicle_y, pedicle_z}, pw / 2, ph / 2},
                    {hub, pw / 2, ph / 2}},
                   {0, 0, 1}),
              4);
    // Lamina, from the pars to the root of the spinous process.
    bone.join(limb({{hub + glm::vec3(-1, -3, -2), 3.6F, 8},
                    {{canal_back + 1, -0.28F * H, half_canal * 0.55F}, 3.3F, 9},
                    {{canal_back - 4, -0.28F * H, 0}, 3.3F, 9}},
                   {-0.7F, 0.15F, 0.7F}),
              4);
    const float tip = canal_back - plan.spinous_length * 0.52F;
    bone.join(limb({{{canal_back - 2, -0.25F * H, 0}, 3.2F, 7},
                    {{0.5F * (canal_back + tip), -0.30F * H, 0}, 2.8F, 9.5F},
                    {{tip + 6, -0.36F * H, 0}, 3.6F, 11}},
                   {0, 0, 1}),
              4);
    bone.join(limb({{hub + glm::vec3(3, 0, 2), 5, 6},
                    {hub + glm::vec3(-2, 1, 10), 3.5F, 5},
                    {{hub.x - 8, hub.y + 2, plan.transverse_width / 2 - 3}, 3, 5}},
                   {1, 0, 0.4F}),
              4);
    bone.join(limb({{hub, 5, S.width / 2},
                    {S.at(0, -0.2F * S.height, -4), 4, S.width / 2 + 1},
                    {S.at(0, 0.3F * S.height, -3.2F), 3.2F, S.width / 2 - 0.5F}},
                   S.out()),
              3);
    bone.join(ellipsoid(S.at(0.42F * S.width, 0.05F * S.height, -3), {4, 5, 4}), 3);
    bone.join(limb({{{canal_back + 3, -0.25F * H, I.centre.z * 0.8F}, 3.6F, 6},
                    {I.at(0, 0.1F * I.height, space + 3.6F), 3.6F, plan.inferior_width / 2},
                    {I.at(0, -0.3F * I.height, space + 3.2F), 3.2F, plan.inferior_width / 2 - 1}},
                   I.out()),
              3);
    bone.cut(shaft({.width = plan.canal_width, .depth = plan.canal_depth, .widest_at = 0.35F, .front_power = 3,
                    .back_power = 1.5F},
                   w - plan.canal_depth / 2),
             1);
    bone.cut(room_before(S, 1.0F, 7), 0.6F);

    const float side = plan.transverse_width / 2 + 6;
    return {std::move(bone), {{tip - 8, -H / 2 - 32, -side}, {w + plan.lower.rim.depth + 8, H / 2 + 20, side}}};
}

} // namespace spinescope::anatomy
