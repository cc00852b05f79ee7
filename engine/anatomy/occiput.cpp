#include "anatomy/occiput.hpp"

#include "anatomy/bed.hpp"

namespace spinescope::anatomy {

Occiput occiput_above(const Figures& figures, const StandingBones& bones) {
    const auto of = [&](const char* quantity) {
        return static_cast<float>(figures.value("occiput", quantity));
    };
    const glm::vec3 up(0, 1, 0);
    const glm::vec3 dens = bones.tip("C2", up, [](const glm::vec3& p) { return std::abs(p.z) < 5; });
    Occiput skull;
    skull.basion = {dens.x + of("basion_before_dens"), dens.y + of("basion_dens_interval"), 0};
    skull.opisthion = skull.basion - glm::vec3(of("foramen_magnum_length"), of("opisthion_drop"), 0);
    skull.clivus = skull.basion + glm::vec3(5.5F, 9, 0);
    skull.inion = skull.opisthion + glm::vec3(-of("inion_behind_opisthion"), of("inion_above_opisthion"), 0);
    // Down into the cup of the atlas, between its front and rear rims.
    const StandingBone& atlas = bones.at("C1");
    const glm::vec3 above =
        atlas.pose.out_of({1.5F, 22, 0.5F * static_cast<float>(figures.value("C1", "canal_width")) + 5});
    const float depth =
        met([&](const glm::vec3& p) { return atlas.distance(p); }, above, -up, 0, 30).value_or(17);
    skull.condyle = above - (depth - 1.5F) * up;
    skull.condyle_inner = skull.condyle + glm::vec3(-0.5F, 7.5F, -6);
    return skull;
}

} // namespace spinescope::anatomy
