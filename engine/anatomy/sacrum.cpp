// Five vertebrae grown into one curved wedge: promontory, alae, four pairs of foramina on both faces, three
// crests, canal and hiatus, ear-shaped joint surfaces. The tables give S1 only; the rest are proportions of a
// typical adult sacrum about 105 mm high and wide, in mm, in the frame of S1's endplate.
#include "anatomy/bones.hpp"
#include "anatomy/sacral_foramina.hpp"
#include "anatomy/shapes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace spinescope::anatomy {

namespace {

/// The sacral curve: told as if the bone were straight, it is bent backward here, most at S3, so that its
/// pelvic face is hollow by about 17 mm.
glm::vec3 curved(glm::vec3 p) {
    const float s = std::sin(std::numbers::pi_v<float> * std::clamp((-10 - p.y) / 95, 0.0F, 1.0F));
    p.x -= 7 * s * s;
    return p;
}

Shape curved_limb(std::vector<Station> stations, const glm::vec3& thin_side) {
    for (Station& station : stations) station.at = curved(station.at);
    return limb(stations, thin_side);
}

/// Where two bodies have fused: the transverse line, in the midline of the pelvic face.
constexpr std::array<glm::vec3, 4> fusion_lines = {glm::vec3(9.6F, -30, 0), glm::vec3(8, -51.5F, 0),
                                                   glm::vec3(8.2F, -70.5F, 0), glm::vec3(12, -86.5F, 0)};

/// A knob of one of the crests, with its half sizes along x, y and z.
struct Tubercle {
    glm::vec3 at;
    glm::vec3 half;
};

constexpr std::array<Tubercle, 12> tubercles = {{
    // median crest: what is left of the spinous processes
    {{-38, -17, 0}, {4.5F, 8, 2.8F}},
    {{-35, -38, 0}, {4.5F, 7, 2.6F}},
    {{-28, -58, 0}, {4, 6, 2.4F}},
    {{-19, -74, 0}, {3.4F, 4.5F, 2}},
    // intermediate crests: the articular processes
    {{-31, -37, 15.5F}, {3.2F, 6, 2.6F}},
    {{-26, -57, 13.5F}, {3, 5.5F, 2.4F}},
    {{-18, -74, 11.5F}, {2.6F, 5, 2.2F}},
    // lateral crests: the transverse processes
    {{-26, -21, 33}, {5, 8, 5}},
    {{-24, -42, 29}, {4.6F, 8, 4.4F}},
    {{-18, -62, 24.5F}, {4.2F, 7.5F, 4}},
    {{-8.5F, -79, 20}, {3.4F, 6.5F, 3.6F}},
    {{-2, -90, 21}, {3.4F, 5, 4}},
}};

} // namespace

Bone sacrum(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("S1", quantity)); };
    const FacetSurface S = superior_facet(figures, "S1");
    const float rear = -of("body_depth_upper") / 2;
    const float half_canal = of("canal_width") / 2;
    const float canal_depth = of("canal_depth");

    Solid bone(Solid::Symmetry::sagittal);
    // The plate of fused costal elements, from the alae down to the inferior lateral angles and the apex.
    bone.join(curved_limb({{{-7, -19, 0}, 10, 44},
                           {{-7, -40, 0}, 8, 39},
                           {{-6, -61, 0}, 6.2F, 31},
                           {{0, -79, 0}, 5, 25},
                           {{6, -89.5F, 0}, 4.2F, 25},
                           {{11, -96.5F, 0}, 3.8F, 14},
                           {{13.5F, -100.5F, 0}, 3.6F, 9}},
                          {1, 0, 0}));
    // Alae: fans that spread from the body's side, broad above the hip joint.
    bone.join(limb({{{-6, -16, 14}, 10, 8.5F}, {{-7, -14.5F, 31}, 14, 10}, {{-10, -18.5F, 46}, 15.5F, 13.5F}},
                   {1, 0.25F, 0}),
              6);
    // Lateral masses behind the joint surfaces.
    bone.join(curved_limb({{{-9, -20, 45}, 14, 11},
                           {{-10, -40, 39.5F}, 11, 9.5F},
                           {{-9, -58, 31.5F}, 8.5F, 8},
                           {{-2, -80, 22}, 4.6F, 5}},
                          {1, 0, 0}),
              7);
    // Bodies: S1 in full, those below as one tapering column.
    const Outline rim = endplate_outline("S1", of("body_width_upper"), of("body_depth_upper"));
    Outline waist = rim;
    waist.width *= 0.72F;
    waist.depth *= 0.70F;
    bone.join(vertebral_body({.rim = rim, .dish = upper_dish(figures, "S1")},
                             {.centre = {-4, -30, 0}, .pitch_deg = 12, .rim = waist}, 0.06F, 2.4F),
              5);
    bone.join(curved_limb({{{-5, -26, 0}, 13, 17.5F},
                           {{-3, -41, 0}, 11.2F, 15.5F},
                           {{-1, -61, 0}, 8.8F, 13},
                           {{3, -78, 0}, 6.8F, 11},
                           {{8.5F, -92, 0}, 5.2F, 10},
                           {{12.5F, -99, 0}, 4.2F, 9}},
                          {1, 0.15F, 0}),
              5);
    for (const glm::vec3& line : fusion_lines)
        bone.join(curved_limb({{line - glm::vec3(1.4F, 0, 0), 1.3F, 1.5F},
                               {line + glm::vec3(-2.4F, 0, 6), 1.3F, 1.5F},
                               {line + glm::vec3(-5, 0, 10), 1.1F, 1.2F}},
                              {1, 0, 0}),
                  3);
    // Roof of the canal; it ends above the hiatus.
    bone.join(curved_limb({{{rear - canal_depth - 1, -15, 0}, 4, 24},
                           {{-28.5F, -40, 0}, 4.4F, 20},
                           {{-22, -62, 0}, 4, 16},
                           {{-13.5F, -79, 0}, 3.2F, 12}},
                          {1, 0.25F, 0}),
              6);
    // Fused laminae and articular processes: the dorsal face is closed but for its foramina.
    bone.join(curved_limb({{{-27, -22, 0}, 6, 36},
                           {{-24, -42, 0}, 5.5F, 32},
                           {{-17.5F, -62, 0}, 5, 26},
                           {{-8.5F, -79, 0}, 4, 21}},
                          {1, 0.25F, 0}),
              5);
    for (const Tubercle& t : tubercles)
        bone.join(ellipsoid(curved(t.at), t.half, pitched(14)), t.at.z > 0 ? 6.0F : 5.0F);
    bone.join(curved_limb({{{-37, -16, 0}, 1.6F, 3},
                           {{-32.5F, -40, 0}, 1.5F, 2.6F},
                           {{-26, -60, 0}, 1.4F, 2.4F},
                           {{-17, -77, 0}, 1.4F, 2}},
                          {0, 0, 1}),
              3);
    // Superior articular processes.
    bone.join(limb({{{-24, -20, 24}, 7, 9},
                    {S.at(0, -0.35F * S.height, -4.5F), 4.6F, S.width / 2 + 1},
                    {S.at(0, 0.22F * S.height, -3.6F), 3.6F, S.width / 2 - 0.8F}},
                   S.out()),
              5);

    // Joint with the hip bone: the side is flattened, and an ear stands out from it, its upper limb short,
    // its lower one long, its hollow edge behind.
    const glm::vec3 outward = glm::normalize(glm::vec3(-0.12F, -0.30F, 0.95F));
    const glm::vec3 side(-6, -20, 52.2F);
    bone.cut(half_space(side + 1.3F * outward, -outward), 2.5F);
    const auto on_side = [&](float x, float y) {
        const float z = side.z - (outward.x * (x - side.x) + outward.y * (y - side.y)) / outward.z;
        return glm::vec3(x, y, z);
    };
    const Shape ear = limb({{on_side(-17, -10.5F), 9, 6},
                            {on_side(-6, -17), 9, 8},
                            {on_side(-7, -34), 9, 8},
                            {on_side(-18, -51), 9, 6.5F}},
                           outward);
    bone.cut(overlap(
                 half_space(side, -outward), [ear](const glm::vec3& p) { return -ear(p); }, 1),
             0.8F);
    // Canal, open behind at the hiatus.
    bone.cut(curved_limb({{{rear - canal_depth / 2, 14, 0}, canal_depth / 2, half_canal},
                          {{rear - canal_depth / 2, -8, 0}, canal_depth / 2, half_canal - 0.5F},
                          {{-20.5F, -38, 0}, 5.0F, 10.5F},
                          {{-15, -60, 0}, 3.8F, 7.5F},
                          {{-7.5F, -78, 0}, 3.4F, 6},
                          {{-1.5F, -90, 0}, 3.2F, 5},
                          {{3, -106, 0}, 3.0F, 4.5F}},
                         {1, 0, 0}),
             1.5F);
    for (const SacralForamen& f : sacral_foramina) {
        bone.cut(bar(f.middle, f.front, f.wide * 0.75F, f.wide * 1.7F), 3.5F);
        // The nerve leaves a groove on the pelvic face.
        bone.cut(bar(f.front + glm::vec3(-6, -1, 3), f.front + glm::vec3(-6, -5, 13), f.wide * 0.9F,
                     f.wide * 0.5F),
                 3);
        bone.cut(bar(f.middle, f.back, f.narrow, f.narrow * 1.3F), 2);
        bone.cut(bar(f.canal, f.middle, f.narrow, f.narrow), 1);
    }
    // The horns beside the hiatus: knobs at the lower end of the intermediate crests.
    bone.join(curved_limb({{{-9, -79, 10}, 5, 3.2F},
                           {{-0.5F, -90, 9.4F}, 5, 3},
                           {{2.5F, -94, 8.8F}, 5, 2.8F},
                           {{4, -96, 8.4F}, 4.6F, 2.3F}},
                          {1, 0.5F, 0}),
              3);
    // After the canal, whose corners the superior facets overhang.
    bone.join(facet_pad(S, S.width / 2 + 0.6F, S.height / 2, 4.4F, -1.2F), 3);
    bone.cut(room_beyond({.rim = rim, .dish = upper_dish(figures, "S1")}, 1), 0.3F);
    bone.cut(room_before(S, 0.4F, 9), 0.7F);
    return {std::move(bone), {{-66, -118, -66}, {34, 24, 66}}};
}

} // namespace spinescope::anatomy
