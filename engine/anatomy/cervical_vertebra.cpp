// Small body with uncinate processes, foramina in the transverse processes, articular pillars, short bifid
// spinous process; C7's is long and single.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

#include <cmath>
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

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.06F, 1.2F));
    bone.join(limb({{{0.2F * D, H / 2 - 1, W / 2 - 1}, 1.6F, 2.2F},
                    {{-0.15F * D, H / 2 + 1, W / 2 - 0.2F}, 1.5F, 3.4F},
                    {{w + 2, H / 2 + 0.5F, W / 2 - 1}, 1.5F, 2.6F}},
                   {0, 0, 1}),
              2);
    const glm::vec3 top = S.at(0, 0, -3);
    const glm::vec3 foot = I.at(0, 0, space + 3);
    const glm::vec3 middle = 0.5F * (top + foot);
    bone.join(limb({{top, 3.0F, S.width / 2 + 0.3F}, {middle, 4.6F, S.width / 2 - 0.6F},
                    {foot, 3.0F, plan.inferior_width / 2 - 0.2F}},
                   S.out()),
              3);
    bone.join(limb({{{w + 2, 0, W / 2 - 3}, 3, plan.pedicle_height / 2},
                    {{w - 2, 0, plan.canal_width / 2 + plan.pedicle_width / 2}, plan.pedicle_width / 2,
                     plan.pedicle_height / 2},
                    {middle + glm::vec3(2, 1, -1), 3, plan.pedicle_height / 2}},
                   {0.7F, 0, 0.7F}),
              2);
    bone.join(limb({{middle + glm::vec3(-3, -1, -3), 2.4F, 5},
                    {{canal_back + 1, -2, 5}, 2, 5.5F},
                    {{canal_back - 1.5F, -2.5F, 0}, 2, 5.5F}},
                   {-0.75F, 0.25F, 0.6F}),
              2);
    const float slope = glm::radians(plan.spinous_angle);
    const glm::vec3 root(canal_back - 1, -2, 0);
    const glm::vec3 along(-std::cos(slope), -std::sin(slope), 0);
    const glm::vec3 off = root - glm::vec3(w, H / 2, 0);
    const float b = glm::dot(off, along);
    const float reach = -b + std::sqrt(b * b - glm::dot(off, off) + plan.spinous_length * plan.spinous_length);
    const glm::vec3 tip = root + along * (reach - 2);
    if (prominens)
        bone.join(limb({{root, 3.5F, 5.5F}, {root + along * (0.5F * reach), 2.8F, 4.5F}, {tip, 3.5F, 4}}, {0, 0, 1}),
                  3);
    else
        bone.join(limb({{root, 3, 5}, {root + along * (0.5F * reach), 2.2F, 3.5F}, {tip + glm::vec3(0, 0, 4), 2, 2.2F}},
                       {0, 0, 1}),
                  2);
    const float side = plan.transverse_width / 2;
    const float end = prominens ? side : side - 2.5F;
    bone.join(limb({{{-0.1F * D, -1, W / 2 - 2}, 2, 3}, {{-1, -1.5F, W / 2 + 4}, 1.6F, 2.2F},
                    {{-2.5F, -1, end - 4}, 2, 2.6F}},
                   {1, 0, 0.2F}),
              1.5F);
    bone.join(limb({{middle + glm::vec3(3, 0, 0), 2, 3.5F}, {{w - 1, -2, 0.5F * (end + W / 2) + 2}, 2, 3},
                    {{w + 1, -2.5F, end - 2}, 2.2F, 2.6F}},
                   {1, 0, 0.2F}),
              1.5F);
    bone.join(limb({{{-2.5F, -1.5F, end - 3.5F}, 1.6F, 1.8F}, {{w + 1, -2.5F, end - 3.5F}, 1.6F, 1.8F}}, {0, 1, 0}), 1.5F);
    bone.cut(shaft({.width = plan.canal_width, .depth = plan.canal_depth, .widest_at = 0.3F,
                    .front_power = 3, .back_power = 1.7F},
                   w - plan.canal_depth / 2),
             1);
    const float hole = prominens ? 2.2F : 2.9F;
    bone.cut(bar({w + 3.2F, -30, W / 2 + 4.5F}, {w + 3.2F, 30, W / 2 + 4.5F}, hole, hole), 1);
    bone.cut(room_before(S, 1.0F, 6), 0.5F);
    return {std::move(bone), {{tip.x - 8, std::min(tip.y, -H / 2 - 8) - 8, -side - 6},
                              {w + plan.lower.rim.depth + 6, H / 2 + 14, side + 6}}};
}

} // namespace spinescope::anatomy
