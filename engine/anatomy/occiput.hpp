#pragma once

#include "anatomy/standing_bones.hpp"

namespace spinescope::anatomy {

/// Landmarks of the skull's base above the standing atlas and axis; spine frame, mm; the right one of a pair.
/// The bone itself is not modelled.
struct Occiput {
    glm::vec3 basion{};        ///< front edge of the foramen magnum, in the midline
    glm::vec3 opisthion{};     ///< its rear edge
    glm::vec3 clivus{};        ///< on the inner slope above the basion
    glm::vec3 inion{};         ///< external occipital protuberance
    glm::vec3 condyle{};       ///< lowest point of the condyle, resting in the atlas' cup on its cartilage
    glm::vec3 condyle_inner{}; ///< rough spot on the condyle's inner side that takes the alar ligament
};

[[nodiscard]] Occiput occiput_above(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
