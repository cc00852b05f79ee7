// Massive kidney-shaped body, hatchet-shaped spinous process, hollow facets that face inward, mammillary
// processes. Numbers without a table are in mm and calibrated: one set for all levels, running straight from
// L1 to L5 where they change, searched for the least distance of L2 to L5 from a published mean of 87 adults'
// CT (Clouthier, morphable-lumbar-model, 2022) and rounded. L1 is extrapolated.
#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

namespace {

/// Where the laminae come nearest to the body, as a share of the published depth of the canal: calibrated
/// too, and kept within 5 %.
constexpr float narrow_share = 0.945F;

/// The vertebral canal: three-sided, its roof the laminae, which run backward going down from `narrow_y`.
Shape canal(const VertebraPlan& plan, float narrow_y, float slope) {
    return [=](const glm::vec3& p) {
        const float below = std::clamp(narrow_y - p.y, 0.0F, 1.1F * plan.height);
        const Outline outline{.width = plan.canal_width,
                              .depth = narrow_share * plan.canal_depth + slope * below,
                              .widest_at = 0.35F,
                              .front_power = 3,
                              .back_power = 1.2F};
        return to_outline({p.x - plan.rear + 0.5F * outline.depth, p.z}, outline);
    };
}

/// The room round the facet below: its own bone shapes the face, but beside the face the inferior articular
/// process falls away, so that nothing but the face comes near the joint.
Shape room_round_joint(const VertebraPlan& plan, float space) {
    const FacetSurface& facet = plan.inferior;
    return [=, half_width = plan.inferior_width / 2, half_height = plan.inferior_height / 2,
            into = glm::transpose(facet.axes)](const glm::vec3& p) {
        const glm::vec3 q = into * (p - facet.centre);
        const float a = std::clamp(q.x, -0.8F * facet.width, 0.8F * facet.width);
        const float r = std::hypot(q.x / half_width, q.y / half_height);
        const float face = space - 0.8F + 0.5F * facet.bend * a * a + 9 * std::clamp(r - 0.82F, 0.0F, 0.3F);
        return std::max({0.62F * (q.z - face), (r - 1.75F) * std::min(half_width, half_height),
                         q.y - 0.8F * half_height, -9 - q.z});
    };
}

} // namespace

Bone lumbar_vertebra(const VertebraPlan& plan) {
    const float w = plan.rear;
    const float H = plan.height;
    const float half_canal = plan.canal_width / 2;
    const float pw = plan.pedicle_width;
    const float ph = plan.pedicle_height;
    const FacetSurface& S = plan.superior;
    const FacetSurface& I = plan.inferior;
    const float space = joint_space(plan.level);
    const float caudal = static_cast<float>(index_of(plan.level) - index_of("L1")) / 4; // 0 at L1, 1 at L5
    const auto grade = [&](float first, float fifth) { return glm::mix(first, fifth, caudal); };
    const bool last = plan.level == "L5";
    const float pedicle_y = H / 2 - ph / 2 - 0.3F;
    const float pedicle_z = half_canal + pw / 2;
    const float converge = std::tan(glm::radians(plan.pedicle_axis_transverse));
    const float roof = w - narrow_share * plan.canal_depth;

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body(plan.upper, plan.lower, 0.14F, 2.4F, 0.42F));
    // Pedicle, and the pars that hangs from it between the articular processes.
    bone.join(limb({{{w + (last ? 3.0F : 8.0F), pedicle_y, pedicle_z - (last ? 6.0F : 10.0F) * converge},
                     pw / 2 + 1,
                     ph / 2 + 1},
                    {{w - 3, pedicle_y, pedicle_z}, pw / 2 - 0.3F, ph / 2}},
                   {0, 0, 1}),
              4);
    const glm::vec3 pars(w - grade(12, 14), 1.5F, pedicle_z - 4);
    bone.join(limb({{{w - 4, pedicle_y + grade(-2, 1), pedicle_z}, 0.42F * pw, 0.5F * ph - grade(4.5F, 5)},
                    {pars, grade(3.5F, 5), grade(3, 4)}},
                   {0, 0, 1}),
              4);
    // Lamina: a slab from the pars to the root of the spinous process, its upper edge forward, more so below.
    const float lean = glm::radians(grade(29, 43));
    bone.join(limb({{{w - grade(11.5F, 14.5F), -5.5F, pedicle_z - 8}, grade(3, 4), grade(15, 12)},
                    {{roof - grade(1.5F, 4), grade(-5, -2), 0}, grade(3, 4.5F), grade(15, 11)}},
                   {-std::cos(lean), std::sin(lean), 0.31F}),
              4);
    // The hatchet: a tall blade that thickens towards its rear edge. Whole bones in CT are shorter behind
    // than either published length; kept within 5 % of the measured one.
    const float tip = roof - 0.957F * plan.spinous_from_canal;
    const float root = roof - 2;
    constexpr float margin = 5.5F;
    bone.join(blade({{root, 0.5F},
                     {glm::mix(root, tip, 0.45F), grade(0, -4)},
                     {tip + margin + 3, grade(-2, -8)},
                     {tip + margin, grade(-7, -11.5F)},
                     {tip + margin + 3, -13},
                     {glm::mix(root, tip, 0.56F), -13.5F},
                     {root, -5.5F}},
                    margin, 2.6F, {-0.03F, 0}),
              5);
    // Transverse (costal) process: flat in front and behind; L5's grows from the whole side of the pedicle.
    const float wing = plan.transverse_width / 2 * 1.015F;
    if (last) {
        bone.join(limb({{{w + 1, pedicle_y - 3.5F, pedicle_z + 1}, 6, 3},
                        {{w - 5, pedicle_y - 2, pedicle_z + 10}, 6, 5},
                        {{w - 9.5F, pedicle_y + 2.5F, wing - 4}, 3.5F, 5}},
                       {1, 0, 0.5F}),
                  5);
    } else {
        bone.join(limb({{{w - grade(10.5F, 8), grade(6.5F, 3.5F), pedicle_z}, 3.4F, 5.9F},
                        {{w - grade(12.5F, 10), grade(6, 4), pedicle_z + 9}, 2.8F, 4.9F},
                        {{w - 15, 5.5F, wing - 3.2F}, 2.1F, 5.2F}},
                       {1, 0, 0.45F}),
                  5);
    }
    bone.join(ellipsoid({w - grade(15, 13.5F), grade(5, 1), pedicle_z + grade(4.5F, 6)}, {2.4F, 3, 2.4F}),
              4); // accessory process
    // Superior articular process, and the mammillary process on its rear edge.
    bone.join(limb({{pars + glm::vec3(4.5F, 5.5F, -1), 5.5F, 9},
                    {S.at(-0.1F * S.width, 0, -2.2F), 3.8F, S.width / 2 + 1}},
                   S.out()),
              4);
    bone.join(facet_pad(S, S.width / 2 + 0.8F, S.height / 2, 3.4F, -1.8F), 3);
    bone.join(limb({{S.at(0.35F * S.width, -0.3F * S.height, -3), 3, 3},
                    {S.at(0.5F * S.width + grade(2.2F, 0.8F), grade(0.5F, -4.5F), grade(-2.4F, -0.5F)),
                     grade(3.8F, 3.4F), 5.2F}},
                   {0, 0, 1}),
              4);
    // Inferior articular process: hangs from the lamina, its tip rounded; its facet fits the one below.
    bone.join(
        limb({{{w - grade(14, 17), grade(-4, -6), pedicle_z - grade(7, 6)}, 2.8F, 4.7F},
              {I.at(-0.15F * I.width, -0.16F * I.height, space + 3), 4.2F, plan.inferior_width / 2 - 2.2F}},
             I.out()),
        3);
    bone.join(
        facet_pad(I, plan.inferior_width / 2 - 0.6F, plan.inferior_height / 2 - 0.4F, 4.5F, space + 2.2F), 3);
    bone.cut(room_round_joint(plan, space), 2.2F);

    bone.cut(canal(plan, 4, grade(0.12F, 0.2F)), 1.5F);
    bone.cut(room_beyond(plan.upper, 1), 0.3F);
    bone.cut(room_beyond(plan.lower, -1), 0.3F);
    bone.cut(room_before(S, 0.4F, 8), 0.7F);

    const float side = wing + 6;
    return {std::move(bone),
            {{tip - 6, -H / 2 - 34, -side},
             {w + std::max(plan.lower.rim.depth, plan.upper.rim.depth) + 5, H / 2 + 18, side}}};
}

} // namespace spinescope::anatomy
