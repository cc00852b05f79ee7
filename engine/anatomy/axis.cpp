// The dens on its body, shoulders that bear the atlas, and the strongest spinous process of the neck. Numbers
// without a table are proportions of a typical axis, in mm.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

Bone axis(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("C2", quantity)); };
    const EndplatePose ends = endplates(figures, "C2");
    const float H = ends.upper.origin.y - ends.lower.origin.y;
    const float w = ends.lower.origin.x - of("body_depth_lower") / 2;
    const float canal_back = w - of("canal_depth");
    const float tip_y = ends.lower.origin.y + of("total_height");
    const float base_y = tip_y - of("dens_height");
    const FacetSurface S = superior_facet(figures, "C2");
    const FacetSurface I = facet_below(figures, "C2");
    const float space = joint_space("C2");
    const Outline rim = endplate_outline("C2", of("body_width_lower"), of("body_depth_lower"));
    Outline top = rim;
    top.width *= 0.92F;

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(vertebral_body({.centre = ends.upper.origin, .pitch_deg = ends.upper.pitch_deg, .rim = top},
                             {.centre = ends.lower.origin,
                              .pitch_deg = ends.lower.pitch_deg,
                              .rim = rim,
                              .dish = lower_dish(figures, "C2")},
                             0.10F, 1.2F));
    const float slant = std::sin(glm::radians(ends.lower.pitch_deg));
    bone.join(ellipsoid({w + rim.depth - 2.4F, -H / 2 + 3.1F + (0.5F * rim.depth - 2.4F) * slant, 0},
                        {2.3F, 2.6F, 5.2F}),
              2.5F); // front lip
    // Dens: a waist where the transverse ligament crosses behind, a facet in front, a blunt tip.
    const float dx = of("dens_depth") / 2;
    const float dz = of("dens_width") / 2;
    bone.join(limb({{{0, base_y - 7, 0}, dx + 0.2F, dz + 2.5F},
                    {{0, base_y + 2.5F, 0}, dx - 0.7F, dz - 0.5F},
                    {{0, tip_y - 0.5F * of("dens_height"), 0}, dx, dz},
                    {{0, tip_y - dz + 1.1F, 0}, dx - 1.5F, dz - 1.2F}},
                   {1, 0, 0}),
              4);
    // Shoulders.
    bone.join(limb({{{-1, H / 2 - 3, 5}, 6.5F, 6}, {S.at(-2, -0.5F, -4), 4, 6.5F}}, S.out()), 4);
    bone.join(facet_pad(S, S.width / 2 + 0.3F, S.height / 2 + 0.3F, 4.0F, -2.6F), 2.5F);
    // From the shoulder down and back to the inferior facet.
    const glm::vec3 foot = I.at(0, 0, space + 3);
    bone.join(limb({{S.at(0, -3, -4), 5, 6},
                    {foot + glm::vec3(2.5F, 6, -1), 4.4F, 5.5F},
                    {foot + glm::vec3(0.6F, 1.4F, 0), 2.6F, of("inferior_facet_width") / 2 - 0.6F}},
                   I.out()),
              3);
    bone.join(facet_pad(I, of("inferior_facet_width") / 2, of("inferior_facet_height") / 2 - 0.8F, 2.2F,
                        space + 1.5F),
              2);
    // Lamina and spinous process, roofed and deeply split from below.
    bone.join(limb({{foot + glm::vec3(-1, 5, -2.5F), 3.2F, 5.5F},
                    {{canal_back + 1.2F, -0.6F, 6.5F}, 2.8F, 6.0F},
                    {{canal_back - 1.8F, -1.4F, 0}, 2.8F, 6.0F}},
                   {-0.75F, 0.35F, 0.6F}),
              3);
    const glm::vec3 edge(w, H / 2, 0);
    const glm::vec3 root(canal_back, -1.2F, 0);
    const float length = of("spinous_length");
    const float drop = glm::radians(of("spinous_angle"));
    const glm::vec3 along = glm::normalize(glm::vec3(-std::cos(drop), -std::sin(drop), 0));
    const glm::vec3 off = root - edge;
    const float b = glm::dot(off, along);
    const glm::vec3 tip =
        root + along * (-b + std::sqrt(std::max(b * b - glm::dot(off, off) + length * length, 36.0F)));
    bone.join(limb({{root, 4.6F, 5.4F},
                    {0.5F * (root + tip) + glm::vec3(0, 0, 1.0F), 3.2F, 5.2F},
                    {tip - 2.6F * along + glm::vec3(0, -0.6F, 3.4F), 2.4F, 4.4F}},
                   {0, 0, 1}),
              3);
    bone.cut(limb({{tip + glm::vec3(-3, -6.3F, 0), 1.8F, 3},
                   {0.45F * tip + 0.55F * root + glm::vec3(0, -8.5F, 0), 2.2F, 3},
                   {root + glm::vec3(4, -10, 0), 2.5F, 3}},
                  {0, 0, 1}),
             2);
    // Small transverse process; the foramen turns outward inside it.
    const float side = of("transverse_process_width") / 2;
    const glm::vec3 end(w + 2, -4.6F, side - 2.6F);
    bone.join(limb({{{w + 8.5F, 1.5F, 5.5F}, 3.6F, 7.2F},
                    {{w + 8.2F, 1.2F, 11.5F}, 3.4F, 5.5F},
                    {{w + 6.6F, -1.5F, 17.5F}, 2.2F, 3.5F},
                    {end, 2.3F, 2.5F}},
                   {1, 0, 0.3F}),
              3);
    bone.join(limb({{foot + glm::vec3(3.5F, 4.5F, 0.5F), 3, 4.2F},
                    {{w - 2.2F, -3.4F, side - 5.5F}, 2.2F, 2.8F},
                    {end, 2.4F, 2.6F}},
                   {1, 0, 0}),
              2);
    bone.cut(shaft({.width = of("canal_width"),
                    .depth = of("canal_depth"),
                    .widest_at = 0.2F,
                    .front_power = 2.6F,
                    .back_power = 1.8F},
                   w - of("canal_depth") / 2),
             1.2F);
    const float hole_x = w + 1.8F;
    bone.cut(bar({hole_x, -30, 16.0F}, {hole_x, 2, 16.6F}, 2.7F, 2.7F), 1);
    bone.cut(bar({hole_x, 2, 16.6F}, {hole_x, 8, 40}, 2.7F, 2.9F), 1);
    bone.cut(room_before(S, 0.8F, 7), 0.6F);
    return {std::move(bone), {{tip.x - 7, -H / 2 - 18, -side - 5}, {w + 28, tip_y + 5, side + 5}}};
}

} // namespace spinescope::anatomy
