#pragma once

#include "anatomy/standing_bones.hpp"

namespace spinescope::anatomy {

/// Landmarks on the skull's base (anatomy/skull_base.hpp); spine frame, mm; the right one of a pair.
struct Occiput {
    glm::vec3 basion{};        ///< front edge of the foramen magnum, in the midline
    glm::vec3 opisthion{};     ///< its rear edge
    glm::vec3 clivus{};        ///< on the inner slope above the basion
    glm::vec3 inion{};         ///< external occipital protuberance
    glm::vec3 condyle_inner{}; ///< rough spot on the condyle's inner side that takes the alar ligament
};

[[nodiscard]] Occiput occiput_of(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
