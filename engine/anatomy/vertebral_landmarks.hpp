#pragma once

#include "anatomy/standing_bones.hpp"

#include <optional>

namespace spinescope::anatomy {

/// The canal of a vertebra behind its body, in the vertebra's frame, mm.
struct Canal {
    float middle_x = 0;
    float half_width = 0;
    float height = 0; ///< of the body
};
/// C2 to S1.
[[nodiscard]] Canal canal_of(const Figures& figures, std::string_view level);

/// Where the lamina faces the canal at (y, z), in the vertebra's frame; nothing where there is no lamina.
[[nodiscard]] std::optional<glm::vec3> front_of_lamina(const StandingBone& bone, const Canal& canal, float y,
                                                       float z);
/// The upper (`way` +1) or lower (-1) edge of the lamina at z, sought from `start` on; its y.
[[nodiscard]] float edge_of_lamina(const StandingBone& bone, const Canal& canal, float start, float way,
                                   float z);

/// A process: from inside its root to its end on the surface; spine frame, mm.
struct Process {
    glm::vec3 root{};
    glm::vec3 tip{};

    [[nodiscard]] glm::vec3 along() const;
};
/// In the midline, C1 to S1: where it is cleft, the tip lies in the gutter.
[[nodiscard]] Process spinous_process(const Figures& figures, const StandingBones& bones,
                                      std::string_view level);
/// The right one, C3 to L5.
[[nodiscard]] Process transverse_process(const Figures& figures, const StandingBones& bones,
                                         std::string_view level);

/// On the way from a point in (or at) one bone to one in another: where it leaves the first and meets the
/// second, mm.
struct Between {
    glm::vec3 from{};
    glm::vec3 to{};
};
[[nodiscard]] Between between(const StandingBone& a, const glm::vec3& in_a, const StandingBone& b,
                              const glm::vec3& in_b);

} // namespace spinescope::anatomy
