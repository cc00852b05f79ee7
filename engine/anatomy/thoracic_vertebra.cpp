// Heart-shaped body with rib facets, laminae like roof tiles, long sloping spinous process, facets that face
// backward; T11 and T12 short and on the way to lumbar.
#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/shapes.hpp"

#include <cmath>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

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
    const float pedicle_y = H / 2 - ph / 2 - 0.5F;
    const float pedicle_z = half_canal + pw / 2;
    const glm::vec3 hub(w - 8, pedicle_y - 2, pedicle_z + 1);

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.09F, 1.6F));
    bone.join(limb({{{w + 5, pedicle_y, pedicle_z - 1}, pw / 2 + 1, ph / 2 + 1},
                    {{w - 3, pedicle_y, pedicle_z}, pw / 2, ph / 2},
                    {hub, pw / 2 + 0.5F, ph / 2}},
                   {0, 0, 1}),
              3);
    bone.join(limb({{hub + glm::vec3(-1, -2, 0), 3, 0.40F * H},
                    {{canal_back + 2, -0.15F * H, half_canal * 0.6F}, 3, 0.5F * H},
                    {{canal_back - 2.5F, -0.2F * H, 0}, 3, 0.5F * H}},
                   {-0.75F, 0.3F, 0.6F}),
              3);
    const float slope = glm::radians(plan.spinous_angle);
    const glm::vec3 root(canal_back - 1, -0.1F * H, 0);
    const glm::vec3 along(-std::cos(slope), -std::sin(slope), 0);
    const glm::vec3 edge(w, H / 2, 0);
    const glm::vec3 off = root - edge;
    const float b = glm::dot(off, along);
    const float reach = -b + std::sqrt(b * b - glm::dot(off, off) + plan.spinous_length * plan.spinous_length);
    const glm::vec3 tip = root + along * (reach - 2.5F);
    bone.join(limb({{root, 4, 8}, {root + along * (0.45F * reach), 2.8F, 5}, {tip, 3, 3.2F}}, {0, 0, 1}), 4);
    bone.join(limb({{hub + glm::vec3(-2, -1, 2), 5, 6},
                    {{canal_back - 3, hub.y, 0.3F * plan.transverse_width + 2}, 4, 4.5F},
                    {{canal_back - 8, hub.y + 2, plan.transverse_width / 2 - 4.5F}, 4.5F, 5}},
                   {1, 0, 0.6F}),
              3);
    bone.join(limb({{hub, 4, S.width / 2},
                    {S.at(0, 0, -3), 2.8F, S.width / 2 + 0.6F},
                    {S.at(0, 0.34F * S.height, -2.2F), 2, S.width / 2 - 1}},
                   S.out()),
              2.5F);
    bone.join(limb({{{canal_back, -0.1F * H, I.centre.z}, 3, 5},
                    {I.at(0, 0.1F * I.height, space + 2.6F), 2.6F, plan.inferior_width / 2},
                    {I.at(0, -0.3F * I.height, space + 2.3F), 2.3F, plan.inferior_width / 2 - 1}},
                   I.out()),
              2.5F);
    bone.cut(shaft({.width = plan.canal_width, .depth = plan.canal_depth, .front_power = 2.3F,
                    .back_power = 2.0F},
                   w - plan.canal_depth / 2),
             1);
    bone.cut(room_before(S, 1.0F, 6), 0.5F);

    const float side = plan.transverse_width / 2 + 6;
    return {std::move(bone),
            {{std::min(tip.x, canal_back - 12) - 8, std::min(tip.y, -H / 2 - 14) - 8, -side},
             {w + plan.lower.rim.depth + 8, H / 2 + 20, side}}};
}

} // namespace spinescope::anatomy
