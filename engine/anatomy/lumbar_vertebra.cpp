// Massive kidney-shaped body, hatchet-shaped spinous process, hollow facets that face inward, mammillary
// processes. Numbers without a table are proportions of a typical lumbar vertebra, in mm.
#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/shapes.hpp"

#include <cmath>
#include <glm/common.hpp>
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
    const float caudal = static_cast<float>(index_of(plan.level) - index_of("L1")) / 4; // 0 at L1, 1 at L5
    const bool last = plan.level == "L5";
    const float pedicle_y = H / 2 - ph / 2 - 0.3F;
    const float pedicle_z = half_canal + pw / 2;
    const float converge = std::tan(glm::radians(plan.pedicle_axis_transverse));
    const glm::vec3 pars(w - 11, pedicle_y - 3, pedicle_z + 0.3F);

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.14F, 2.2F));
    bone.join(limb({{{w + (last ? 3.0F : 8.0F), pedicle_y, pedicle_z - (last ? 6.0F : 10.0F) * converge},
                     pw / 2 + 1,
                     ph / 2 + 1},
                    {{w - 3, pedicle_y, pedicle_z}, pw / 2, ph / 2},
                    {pars - glm::vec3(0, 0, 0.3F), pw / 2, ph / 2 + 0.5F}},
                   {0, 0, 1}),
              5);
    // Lamina: from the pars down and inward to the root of the spinous process.
    const float lamina_y = -0.24F * H;
    bone.join(limb({{pars + glm::vec3(-1, -2, -1.5F), 3.6F, 7.5F},
                    {{canal_back + 0.5F, lamina_y, half_canal * 0.55F + 1}, 3.2F, 8.5F},
                    {{canal_back - 4, lamina_y - 1, 0}, 3.0F, 8.0F}},
                   {-0.75F, 0.2F, 0.62F}),
              4);
    // The hatchet: a tall plate, thickest along its rear and lower edges.
    // Whole bones in CT are shorter behind than either published length; kept within 5 % of the measured one.
    const float tip = canal_back - 0.955F * plan.spinous_from_canal;
    const float tall = last ? 8.0F : 11.0F - 0.6F * caudal;
    const float drop = -0.30F * H - (last ? 0.0F : 0.5F);
    bone.join(limb({{{canal_back - 2, lamina_y, 0}, 2.9F, 7},
                    {{glm::mix(canal_back, tip, 0.45F), drop + 1.5F, 0}, 2.2F, tall - 1.5F},
                    {{glm::mix(canal_back, tip, 0.75F), drop, 0}, 2.6F, tall},
                    {{tip + 4.6F, drop - 1, 0}, 3.0F, tall - 4}},
                   {0, 0, 1}),
              4);
    bone.join(limb({{{glm::mix(canal_back, tip, 0.6F), drop - tall + 3, 0}, 2.2F, 2.2F},
                    {{tip + 3.5F, drop - tall * 0.45F, 0}, 3.3F, 3.6F},
                    {{tip + 3.4F, drop + tall * 0.35F, 0}, 3.0F, 3.4F}},
                   {0, 0, 1}),
              3);
    // Transverse (costal) process: flat in front and behind; L5's grows from the whole side of the pedicle.
    const float wing = plan.transverse_width / 2;
    if (last) {
        bone.join(limb({{{w + 1, pedicle_y - 2.5F, pedicle_z + 1}, 6, 7},
                        {{w - 7, pedicle_y - 1, pedicle_z + 11}, 5.5F, 6.2F},
                        {{w - 14, pedicle_y + 3, wing - 4}, 4, 5}},
                       {1, 0, 0.5F}),
                  5);
    } else {
        bone.join(limb({{{w - 7, pedicle_y - 1, pedicle_z}, 5, 6},
                        {{w - 9.5F, pedicle_y - 1, pedicle_z + 10}, 2.8F, 4.6F},
                        {{w - 15, pedicle_y + 0.5F, wing - 3.4F}, 2.3F, 4.9F}},
                       {1, 0, 0.45F}),
                  5);
    }
    bone.join(ellipsoid({w - 14, pedicle_y - 6, pedicle_z + 4}, {3, 3.5F, 2.5F}), 4); // accessory process
    // Superior articular process, and the mammillary process on its rear edge.
    bone.join(limb({{pars + glm::vec3(1, 2, 1), 4.5F, 7},
                    {S.at(0, -0.28F * S.height, -4.2F), 4.2F, S.width / 2 + 1},
                    {S.at(0.05F * S.width, 0.16F * S.height, -3.6F), 3.6F, S.width / 2 - 0.8F}},
                   S.out()),
              4);
    bone.join(facet_pad(S, S.width / 2 + 0.8F, S.height / 2, 4, -2.5F), 3);
    bone.join(ellipsoid(S.at(0.46F * S.width, 0.02F * S.height, -2.6F), {3.6F, 4.6F, 3.8F}), 3);
    // Inferior articular process: hangs from the lamina, its tip rounded.
    bone.join(
        limb({{{canal_back + 1, lamina_y + 1, glm::mix(I.centre.z, half_canal * 0.6F, 0.4F)}, 3.8F, 6.5F},
              {I.at(0, 0.15F * I.height, space + 4), 3.9F, plan.inferior_width / 2 - 0.6F},
              {I.at(0, -0.30F * I.height, space + 3.4F), 3.6F, plan.inferior_width / 2 - 1.6F}},
             I.out()),
        4);
    bone.join(facet_pad(I, plan.inferior_width / 2, plan.inferior_height / 2, 3.4F, space + 2.2F), 3);

    bone.cut(shaft({.width = plan.canal_width,
                    .depth = plan.canal_depth,
                    .widest_at = 0.35F,
                    .front_power = 3,
                    .back_power = 1.5F},
                   w - plan.canal_depth / 2),
             1.5F);
    bone.cut(room_beyond(plan.upper, 1), 0.3F);
    bone.cut(room_beyond(plan.lower, -1), 0.3F);
    bone.cut(room_before(S, 0.4F, 8), 0.7F);

    const float side = wing + 6;
    return {std::move(bone),
            {{tip - 6, -H / 2 - 34, -side},
             {w + std::max(plan.lower.rim.depth, plan.upper.rim.depth) + 5, H / 2 + 18, side}}};
}

} // namespace spinescope::anatomy
