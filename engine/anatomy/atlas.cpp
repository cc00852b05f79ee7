// A ring without a body: two lateral masses joined by a short front and a long rear arch, cups above for the
// skull, broad transverse processes. Numbers without a table are proportions of a typical atlas, in mm; the
// origin is the middle of the canal at the height of the front arch.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

/// Centre of the ellipsoid whose cap is a cup with half sizes (along x) and (across), sunk at `bottom` with
/// the axis `out`.
constexpr glm::vec3 cup_radii(16, 10, 9);

} // namespace

Bone atlas(const Figures& figures) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("C1", quantity)); };
    const float front = of("canal_depth") / 2;
    const float side = of("total_width") / 2;
    const float inner = of("canal_width") / 2;
    const float mass_z = inner + 5.6F;
    const float arch = of("anterior_arch_height") / 2;
    const float rear_arch = of("posterior_arch_height") / 2;
    const FacetSurface I = facet_below(figures, "C1");
    const float space = joint_space("C1");

    Solid bone(Solid::Symmetry::sagittal);
    bone.join(limb({{{front + 2.8F, -0.6F, 0}, 2.8F, arch},
                    {{front + 1.6F, -0.2F, 7}, 2.6F, arch - 0.3F},
                    {{front - 5, 0.3F, mass_z - 3}, 3.8F, 6.0F}},
                   {1, 0, 0.3F}));
    bone.join(ellipsoid({front + 5.0F, -1.6F, 0}, {2.6F, 3.6F, 3.4F}), 3); // anterior tubercle
    // Lateral mass, taller on its outer side.
    bone.join(ellipsoid({0.4F, 0.8F, mass_z + 1.0F}, {11, 9.6F, 6.8F}, pitched(-4)), 4);
    bone.join(limb({{{10, 5.6F, mass_z - 2.6F}, 2.6F, 4},
                    {{4, 7.2F, mass_z + 2.8F}, 3.0F, 4.4F},
                    {{-3, 7.4F, mass_z + 4.4F}, 3.0F, 4.4F},
                    {{-9.5F, 7.0F, mass_z + 2}, 2.4F, 4}},
                   {0, 0, 1}),
              4);
    bone.join(
        facet_pad(I, of("inferior_facet_width") / 2 + 0.2F, of("inferior_facet_depth") / 2, 4.5F, space + 3),
        3);
    // Rear arch, grooved above behind the mass for the vertebral artery.
    bone.join(limb({{{-6, -0.5F, mass_z - 0.5F}, 3.4F, 4.2F},
                    {{-12.8F, -2, mass_z - 3}, 3.2F, 3.2F},
                    {{-front - 1.8F, -1.8F, 7.5F}, 3.3F, rear_arch - 0.5F},
                    {{-front - 3.4F, -1.5F, 0}, 3.4F, rear_arch}},
                   {-0.6F, 0, 0.6F}),
              3);
    bone.join(ellipsoid({-front - 6.2F, -1.4F, 0}, {2.4F, 3.2F, 3.2F}), 3); // posterior tubercle
    // Transverse process around its foramen.
    const float hole_z = inner + 14.2F;
    bone.join(limb({{{4.5F, -0.5F, mass_z + 3}, 2.6F, 4.5F},
                    {{4.2F, -0.8F, hole_z + 0.5F}, 1.9F, 3.2F},
                    {{0, -1.0F, side - 3.4F}, 2.6F, 3.4F}},
                   {1, 0, 0.2F}),
              3);
    bone.join(limb({{{-5, -0.5F, mass_z + 3}, 3, 4},
                    {{-5.4F, -0.8F, hole_z}, 2.3F, 3.0F},
                    {{-2.6F, -1.1F, side - 3.4F}, 2.8F, 3.4F}},
                   {1, 0, 0.2F}),
              3);
    bone.cut(bar({-0.6F, -20, hole_z}, {-0.6F, 20, hole_z}, 3.1F, 3.1F), 1.2F);
    bone.cut(ellipsoid({-13.5F, 5.2F, mass_z - 2.0F}, {4.0F, 3.8F, 8}), 1.5F);
    // Canal behind, room for the dens in front of it.
    bone.cut(shaft({.width = of("canal_width"),
                    .depth = 2 * front,
                    .widest_at = -0.2F,
                    .front_power = 2.3F,
                    .back_power = 2.1F},
                   0),
             0.8F);
    bone.cut(ellipsoid({front - 8.2F, 0.4F, 0},
                       {8.2F, of("dens_facet_height") / 2 + 1.2F, of("dens_facet_width") / 2 + 1.2F}),
             0.6F);
    // Cups for the occipital condyles: they converge forward and face up and inward.
    const glm::vec3 out = glm::normalize(glm::vec3(-0.08F, 0.85F, -0.52F));
    const glm::mat3 cup = frame_from({0.94F, 0.05F, -0.34F}, out);
    const glm::vec3 bottom(-0.6F, 5.4F, mass_z - 0.2F);
    const float length = of("superior_facet_depth") / 2;
    const float sag = cup_radii.y * (1 - std::sqrt(1 - length * length / (cup_radii.x * cup_radii.x)));
    bone.cut(ellipsoid(bottom + cup[1] * (cup_radii.y - 0.15F * sag), cup_radii, cup), 0.8F);
    return {std::move(bone), {{-front - 10, -18, -side - 4}, {front + 11, 18, side + 4}}};
}

} // namespace spinescope::anatomy
