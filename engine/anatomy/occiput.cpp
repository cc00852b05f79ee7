#include "anatomy/occiput.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/canal.hpp"
#include "anatomy/skull_base.hpp"

#include <glm/geometric.hpp>

namespace spinescope::anatomy {

Occiput occiput_of(const Figures& figures, const StandingBones& bones) {
    const Solid bone = skull_solid(figures, bones);
    const Shape skull = [&bone](const glm::vec3& p) { return bone(p); };
    const glm::vec3 hole = Canal(figures, bones).at(0).at;
    const auto found = [&](const glm::vec3& from, const glm::vec3& way) {
        return laid(skull, from + met(skull, from, way, 0, 60).value_or(18) * way, 0);
    };
    Occiput landmarks;
    landmarks.basion = found(hole, {1, 0, 0});
    landmarks.opisthion = found(hole, {-1, 0, 0});
    landmarks.clivus = found(hole + glm::vec3(0, 12, 0), {1, 0, 0});
    landmarks.inion = found(hole + glm::vec3(-120, 27, 0), {1, 0, 0});
    // Beside and a little behind the dens, on the condyle's inner side.
    const glm::vec3 dens = bones.tip("C2", {0, 1, 0});
    landmarks.condyle_inner = found({dens.x - 1, dens.y - 2, 0}, glm::normalize(glm::vec3(-0.6F, 0.1F, 1)));
    return landmarks;
}

} // namespace spinescope::anatomy
