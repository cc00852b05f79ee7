// Five vertebrae grown into one curved wedge.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

namespace spinescope::anatomy {

Bone sacrum(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("S1", quantity)); };
    const FacetSurface S = superior_facet(figures, "S1");
    const float depth = of("body_depth_upper");
    const float width = of("body_width_upper");
    Solid bone(Solid::Symmetry::sagittal);
    const Outline rim = endplate_outline("S1", width, depth);
    Outline low = rim;
    low.width *= 0.8F;
    low.depth *= 0.7F;
    bone.join(vertebral_body({.rim = rim, .dish = upper_dish(figures, "S1")}, {.centre = {-4, -28, 0}, .pitch_deg = 10, .rim = low}, 0.08F, 2));
    bone.join(limb({{{-6, -15, 0}, 13, 28}, {{-16, -45, 0}, 10, 25}, {{-27, -72, 0}, 8, 20}, {{-30, -98, 0}, 5, 10}}, {1, 0, 0}), 6);
    bone.join(limb({{{-8, -12, 15}, 13, 13}, {{-12, -16, 42}, 11, 14}}, {1, 0.2F, 0}), 6);
    bone.join(limb({{{-14, -14, 42}, 11, 12}, {{-24, -40, 36}, 8, 12}, {{-30, -75, 20}, 5, 8}}, {1, 0, 0}), 6);
    bone.join(limb({{{-20, -10, 24}, 5, 8}, {S.at(0, 0, -4), 4, S.width / 2}, {S.at(0, 5, -3.5F), 3.4F, S.width / 2 - 1}}, S.out()), 4);
    bone.cut(room_before(S, 1, 7), 0.6F);
    return {std::move(bone), {{-60, -118, -64}, {30, 24, 64}}};
}

Bone coccyx(const Figures&) {
    Solid bone(Solid::Symmetry::sagittal);
    bone.join(ellipsoid({-29, -112, 0}, {5, 7, 10}));
    bone.join(ellipsoid({-26, -122, 0}, {4, 5.5F, 7}), 2);
    bone.join(ellipsoid({-21, -130, 0}, {3.6F, 4.5F, 5}), 2);
    bone.join(ellipsoid({-15.5F, -135, 0}, {3.3F, 3.6F, 3.6F}), 2);
    return {std::move(bone), {{-45, -145, -20}, {0, -100, 20}}};
}

} // namespace spinescope::anatomy
