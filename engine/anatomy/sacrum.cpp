// Five vertebrae grown into one curved wedge: promontory, alae, four pairs of foramina on both faces, crests,
// canal and hiatus, ear-shaped joint surfaces. The tables give S1 only; the rest are proportions of a typical
// adult sacrum about 105 mm high and wide, in mm, in the frame of S1's endplate.
#include "anatomy/bones.hpp"
#include "anatomy/sacral_foramina.hpp"
#include "anatomy/shapes.hpp"

#include <glm/geometric.hpp>

namespace spinescope::anatomy {

Bone sacrum(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("S1", quantity)); };
    const FacetSurface S = superior_facet(figures, "S1");
    const float rear = -of("body_depth_upper") / 2;
    const float half_canal = of("canal_width") / 2;
    const float canal_depth = of("canal_depth");

    Solid bone(Solid::Symmetry::sagittal);
    // The plate of fused costal elements, from the alae down to the apex.
    bone.join(limb({{{-7, -17, 0}, 11, 44},
                    {{-8, -40, 0}, 9, 39},
                    {{-7, -61, 0}, 6.5F, 30},
                    {{-1, -79, 0}, 5, 21.5F},
                    {{8, -94, 0}, 3.8F, 15},
                    {{16, -105, 0}, 3.4F, 6}},
                   {1, 0, 0}));
    // Alae: they rise towards the sides of S1 and fall away outward.
    bone.join(limb({{{-7, -14.5F, 16}, 11, 9.5F}, {{-8, -15, 32}, 14, 10.5F}, {{-11, -20, 45}, 12.5F, 13}},
                   {1, 0.25F, 0}),
              7);
    bone.join(
        limb(
            {{{-9, -20, 45}, 14, 11}, {{-15, -40, 40}, 10, 9}, {{-15, -60, 30}, 7, 7}, {{-3, -80, 20}, 5, 5}},
            {1, 0, 0}),
        6);
    // Bodies: S1 in full, those below as low swellings parted by the transverse ridges.
    const Outline rim = endplate_outline("S1", of("body_width_upper"), of("body_depth_upper"));
    Outline waist = rim;
    waist.width *= 0.78F;
    waist.depth *= 0.74F;
    bone.join(vertebral_body({.rim = rim, .dish = upper_dish(figures, "S1")},
                             {.centre = {-5, -29, 0}, .pitch_deg = 12, .rim = waist}, 0.05F, 2),
              3);
    bone.join(limb({{{-4, -32, 0}, 12.5F, 18}, {{-3, -49, 0}, 10, 15}}, {1, 0, 0}), 4);
    bone.join(limb({{{-2.5F, -53, 0}, 9, 14}, {{0.5F, -69, 0}, 7.5F, 12}}, {1, 0, 0}), 3);
    bone.join(limb({{{2, -73, 0}, 6.8F, 11}, {{6, -85, 0}, 5.5F, 10}}, {1, 0, 0}), 3);
    bone.join(limb({{{8, -88, 0}, 5, 10}, {{14, -101, 0}, 4, 8}}, {1, 0, 0}), 3);
    for (const glm::vec3 ridge : {glm::vec3(8.6F, -30.5F, 0), glm::vec3(6.4F, -51, 0),
                                  glm::vec3(8.0F, -71, 0), glm::vec3(12.0F, -86.5F, 0)})
        bone.join(limb({{ridge - glm::vec3(1.7F, 0, 0), 1.5F, 1.5F},
                        {ridge + glm::vec3(-2.6F, 0, 6), 1.5F, 1.5F},
                        {ridge + glm::vec3(-5, 0, 9.5F), 1.2F, 1.2F}},
                       {1, 0, 0}),
                  4);
    // Roof of the canal, with its median crest; it ends above the hiatus.
    bone.join(limb({{{rear - canal_depth - 1, -14, 0}, 4, 24},
                    {{-28, -40, 0}, 4.4F, 20},
                    {{-22, -62, 0}, 4, 16},
                    {{-13.5F, -79, 0}, 3.2F, 11}},
                   {1, 0.25F, 0}),
              6);
    for (const glm::vec4 tubercle : {glm::vec4(-37.5F, -16, 8, 3), glm::vec4(-34, -38, 7, 2.6F),
                                     glm::vec4(-27.5F, -59, 6, 2.4F), glm::vec4(-18.5F, -75, 4.5F, 2)})
        bone.join(ellipsoid({tubercle.x, tubercle.y, 0}, {4.2F, tubercle.z, tubercle.w}, pitched(12)), 5);
    bone.join(limb({{{-37, -16, 0}, 1.6F, 3},
                    {{-32.5F, -40, 0}, 1.5F, 2.6F},
                    {{-26, -60, 0}, 1.4F, 2.4F},
                    {{-17, -77, 0}, 1.4F, 2}},
                   {0, 0, 1}),
              3);
    // Lateral crest, and the horns beside the hiatus.
    for (const glm::vec3 bump : {glm::vec3(-27, -22, 33), glm::vec3(-25, -42, 29), glm::vec3(-19, -62, 24),
                                 glm::vec3(-9, -79, 18.5F)})
        bone.join(ellipsoid(bump + glm::vec3(2.2F, 0, 0), {4.2F, 7.5F, 4.2F}), 7);
    bone.join(limb({{{-13, -79, 8.5F}, 2.4F, 2.8F},
                    {{-2.5F, -90, 8.2F}, 2.4F, 2.4F},
                    {{5.5F, -99, 7.2F}, 2.2F, 2.0F}},
                   {1, 0, 0}),
              3);
    // Superior articular processes.
    bone.join(limb({{{-24, -20, 24}, 7, 9},
                    {S.at(0, -0.35F * S.height, -4.5F), 4.6F, S.width / 2 + 1},
                    {S.at(0, 0.22F * S.height, -3.6F), 3.6F, S.width / 2 - 0.8F}},
                   S.out()),
              5);

    // Joint with the hip bone: an ear-shaped flat whose upper limb lies in front.
    const glm::vec3 outward = glm::normalize(glm::vec3(-0.12F, -0.30F, 0.95F));
    const glm::mat3 ear = frame_from(outward, {0, 1, 0});
    bone.cut(half_space({-6, -20, 53.5F}, -outward), 2.5F);
    bone.cut(plate({-4, -22, 57}, {4.4F, 16, 12}, 3, ear), 0.6F);
    bone.cut(plate({-14, -41, 51}, {4.6F, 14, 9}, 3, ear), 0.6F);
    // Canal, open behind at the hiatus.
    bone.cut(limb({{{rear - canal_depth / 2, 14, 0}, canal_depth / 2, half_canal},
                   {{rear - canal_depth / 2, -8, 0}, canal_depth / 2, half_canal - 0.5F},
                   {{-20.5F, -38, 0}, 5.0F, 10.5F},
                   {{-15, -60, 0}, 3.8F, 7.5F},
                   {{-7.5F, -78, 0}, 3.2F, 6},
                   {{-1.5F, -91, 0}, 3.0F, 5},
                   {{1, -108, 0}, 3.0F, 4.5F}},
                  {1, 0, 0}),
             1.5F);
    for (const SacralForamen& f : sacral_foramina) {
        bone.cut(bar(f.middle, f.front, f.wide * 0.8F, f.wide * 1.7F), 3);
        bone.cut(bar(f.middle, f.back, f.narrow, f.narrow * 1.25F), 1.5F);
        bone.cut(bar(f.canal, f.middle, f.narrow, f.narrow), 1);
    }
    // After the canal, whose corners the superior facets overhang.
    bone.join(facet_pad(S, S.width / 2 + 0.6F, S.height / 2, 4.4F, -1.2F), 3);
    bone.cut(room_beyond({.rim = rim, .dish = upper_dish(figures, "S1")}, 1), 0.3F);
    bone.cut(room_before(S, 0.4F, 9), 0.7F);
    return {std::move(bone), {{-62, -118, -66}, {34, 24, 66}}};
}

} // namespace spinescope::anatomy
