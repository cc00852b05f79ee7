// A ring without a body: two lateral masses joined by a short front and a long rear arch.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

namespace spinescope::anatomy {

Bone atlas(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("C1", quantity)); };
    const float front = of("canal_depth") / 2;
    const float side = of("total_width") / 2;
    const float mass_z = of("canal_width") / 2 + 5;
    Solid bone(Solid::Symmetry::sagittal);
    bone.join(limb({{{front + 3, 0, 0}, 3, of("anterior_arch_height") / 2},
                    {{front + 1.5F, 0, 7}, 2.6F, 4.6F},
                    {{front - 5, 0, mass_z - 2}, 3.5F, 5}},
                   {1, 0, 0.3F}));
    bone.join(ellipsoid({2, 0.5F, mass_z}, {9.5F, 8, 6}), 3);
    bone.join(limb({{{-5, 0, mass_z}, 3.5F, 4}, {{-12, -0.5F, 13}, 2.4F, 3.4F}, {{-front - 3, -1, 6}, 2.6F, 4},
                    {{-front - 3.5F, -1, 0}, 3, of("posterior_arch_height") / 2}},
                   {-0.6F, 0, 0.6F}),
              3);
    bone.join(limb({{{2, 0, mass_z + 3}, 6, 4}, {{-1, -1, mass_z + 10}, 5.5F, 3}, {{-3, -1, side - 3.5F}, 3.5F, 3.5F}},
                   {1, 0, 0.1F}),
              2);
    bone.cut(bar({0, -20, mass_z + 8.5F}, {0, 20, mass_z + 8.5F}, 3, 3), 1);
    bone.cut(ellipsoid({3, 17, mass_z + 1}, {13, 12, 9}, pitched(0)), 1);
    bone.cut(ellipsoid({front - 8.5F, 0, 0}, {9.0F, 5, 5.5F}), 1);
    return {std::move(bone), {{-front - 12, -16, -side - 5}, {front + 12, 16, side + 5}}};
}

} // namespace spinescope::anatomy
