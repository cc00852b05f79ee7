// A bowl around the foramen magnum on two condyles. It stands on the finished atlas; its own numbers are
// proportions of an adult's skull, in mm.
#include "anatomy/skull_base.hpp"

#include "anatomy/canal.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/shapes.hpp"

#include <glm/geometric.hpp>

namespace spinescope::anatomy {

Solid skull_solid(const Figures& figures, const StandingBones& bones) {
    const StandingBone& atlas = bones.at("C1");
    const glm::vec3 hole = Canal(figures, bones).at(0).at; // middle of the foramen magnum
    const glm::vec3 bowl = hole + glm::vec3(-13, 50, 0);
    Solid skull(Solid::Symmetry::sagittal);
    skull.join(ellipsoid(bowl, {64, 53, 62}));
    skull.join(ellipsoid(bowl + glm::vec3(-64, -22, 0), {7, 6, 7}), 8); // external protuberance
    skull.join(limb({{bowl + glm::vec3(-62, -21, 2), 2.5F, 3},
                     {bowl + glm::vec3(-53, -24, 33), 2.5F, 3},
                     {bowl + glm::vec3(-30, -27, 50), 2, 3}},
                    {0, 1, 0}),
               5); // nuchal line
    skull.cut(ellipsoid(bowl + glm::vec3(1, 3, 0), {59, 49, 57}), 1);
    skull.keep(half_space(bowl + glm::vec3(-40, -8, 0), glm::normalize(glm::vec3(0.32F, 1, 0))), 1);
    skull.keep(half_space(hole + glm::vec3(24, 0, 0), {1, 0, 0}), 1);
    // Clivus: from the front edge of the foramen up and forward.
    skull.join(limb({{hole + glm::vec3(18, 3, 0), 3.5F, 11},
                     {hole + glm::vec3(24, 12, 0), 5, 13},
                     {hole + glm::vec3(36, 32, 0), 7, 17}},
                    {0.8F, -0.6F, 0}),
               5);
    // Condyles, shaped to the cups of the atlas.
    const glm::vec3 cup =
        atlas.pose.out_of({1.5F, 8.5F, 0.5F * static_cast<float>(figures.value("C1", "canal_width")) + 5});
    const glm::mat3 lie = frame_from({0.94F, 0.25F, -0.34F}, {0, 1, 0});
    skull.join(ellipsoid(cup + glm::vec3(0, 1, 0), {12, 9.5F, 6.5F}, lie), 3);
    skull.join(limb({{cup + glm::vec3(-3, 4, 1), 6, 10}, {cup + glm::vec3(-6, 14, 6), 6, 12}}, {0, 0, 1}), 6);
    skull.cut(ellipsoid(hole, {17.5F, 22, 14.5F}), 2);
    skull.cut([&atlas](const glm::vec3& p) { return atlas.distance(p) - 1.6F; }, 0.5F);
    const StandingBone& axis = bones.at("C2");
    skull.cut([&axis](const glm::vec3& p) { return axis.distance(p) - 3; }, 0.5F);
    return skull;
}

std::vector<TissuePlan> skull_base(const Figures& figures, const StandingBones& bones) {
    const glm::vec3 hole = Canal(figures, bones).at(0).at;
    SolidTissue skull;
    skull.solid = skull_solid(figures, bones);
    skull.box = {hole + glm::vec3(-100, -40, -80), hole + glm::vec3(70, 75, 80)};
    skull.spacing_mm = 1.7F;
    skull.triangles = 4000;
    skull.ride = [](const glm::vec3&) { return occiput_ride; };
    return {{.id = "occiput", .make = [skull] { return made(skull); }}};
}

} // namespace spinescope::anatomy
