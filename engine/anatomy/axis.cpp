// The dens on its body, shoulders that bear the atlas, and the strongest spinous process of the neck.
#include "anatomy/bones.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/shapes.hpp"

namespace spinescope::anatomy {

Bone axis(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("C2", quantity)); };
    const EndplatePose ends = endplates(figures, "C2");
    const float H = ends.upper.origin.y - ends.lower.origin.y;
    const float w = ends.lower.origin.x - of("body_depth_lower") / 2;
    const float canal_back = w - of("canal_depth");
    const float tip_y = -H / 2 + of("total_height");
    const float base_y = tip_y - of("dens_height");
    const FacetSurface S = superior_facet(figures, "C2");
    const FacetSurface I = facet_below(figures, "C2");
    const float space = joint_space("C2");
    const Outline rim = endplate_outline("C2", of("body_width_lower"), of("body_depth_lower"));
    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body({.centre = ends.upper.origin, .pitch_deg = ends.upper.pitch_deg, .rim = rim},
                             {.centre = ends.lower.origin, .pitch_deg = ends.lower.pitch_deg, .rim = rim,
                              .dish = lower_dish(figures, "C2")},
                             0.1F, 2));
    const float dx = of("dens_depth") / 2;
    const float dz = of("dens_width") / 2;
    bone.join(limb({{{0, base_y - 6, 0}, dx + 0.5F, dz + 1}, {{0, base_y + 3, 0}, dx - 0.7F, dz - 0.8F},
                    {{0, tip_y - 6, 0}, dx, dz}, {{-0.5F, tip_y - dz + 0.3F, 0}, dx - 0.5F, dz - 0.6F}},
                   {1, 0, 0}),
              4);
    bone.join(limb({{{0, H / 2 - 3, 6}, 6, 6}, {S.at(0, 0, -3.5F), 3.5F, S.width / 2 - 0.5F}}, S.out()), 3);
    bone.join(ellipsoid(S.at(0, 0, -3.4F), {8.7F, 3.6F, 8}, {{1, 0, 0}, S.out(), glm::cross(glm::vec3(1, 0, 0), S.out())}), 2);
    const glm::vec3 foot = I.at(0, 0, space + 3);
    bone.join(limb({{S.at(0, 0, -4), 5, 6}, {foot + glm::vec3(3, 6, -0.5F), 5, 5.5F}, {foot, 3, of("inferior_facet_width") / 2 - 0.3F}}, I.out()), 3);
    bone.join(limb({{foot + glm::vec3(-1, 4, -2), 2.8F, 5}, {{canal_back + 1, -1, 6}, 2.6F, 6}, {{canal_back - 2, -2, 0}, 2.8F, 6}}, {-0.75F, 0.3F, 0.6F}), 3);
    bone.join(limb({{{canal_back - 1, -2, 0}, 4, 6}, {{canal_back - 7, -5, 1}, 3.2F, 5}, {{canal_back - 14, -9, 4.5F}, 2.6F, 4}}, {0, 0, 1}), 3);
    const float side = of("transverse_process_width") / 2;
    bone.join(limb({{{-2, -1, 8}, 3, 4}, {{-3, -3, 16}, 2, 2.6F}, {{-6, -5, side - 2.5F}, 2.5F, 2.5F}}, {1, 0, 0}), 2);
    bone.join(limb({{foot + glm::vec3(4, 4, 1), 3, 4}, {{-9, -4, side - 5}, 2, 2.6F}, {{-6, -5, side - 2.5F}, 2.5F, 2.5F}}, {1, 0, 0}), 2);
    bone.cut(shaft({.width = of("canal_width"), .depth = of("canal_depth"), .widest_at = 0.2F, .front_power = 2.6F, .back_power = 1.8F},
                   w - of("canal_depth") / 2), 1);
    bone.cut(bar({-6, -30, 15.8F}, {-6, 2, 16.5F}, 2.7F, 2.7F), 1);
    bone.cut(bar({-6, 2, 16.5F}, {-6, 8, 40}, 2.7F, 2.7F), 1);
    bone.cut(room_before(S, 1, 6), 0.5F);
    return {std::move(bone), {{canal_back - 26, -H / 2 - 20, -side - 6}, {w + 30, tip_y + 5, side + 6}}};
}

} // namespace spinescope::anatomy
