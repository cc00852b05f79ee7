#pragma once

#include "anatomy/figures.hpp"
#include "anatomy/standing_bones.hpp"

#include <vector>

namespace spinescope::anatomy {

/// The vertebral canal at one height: bone to bone, spine frame, mm.
struct CanalSection {
    glm::vec3 at{};      ///< its middle
    glm::vec3 forward{}; ///< unit, towards the bodies; the canal runs across it in the sagittal plane
    float depth = 0;
    float width = 0;
};

/// The canal from the foramen magnum to its end in the sacrum. A *place* in it is told in vertebrae, like a
/// ride: 23 is behind the middle of L4's body, 23.5 behind the disc below, 0 in the foramen magnum; 25 to 29
/// are S1 to S5.
class Canal {
public:
    Canal(const Figures& figures, const StandingBones& bones);

    static constexpr float foot = 29;

    [[nodiscard]] CanalSection at(float place) const;
    /// The place whose section comes nearest to `p`.
    [[nodiscard]] float place_of(const glm::vec3& p) const;

private:
    struct Station {
        float place;
        glm::vec3 at;
        float depth, width;
    };
    std::vector<Station> stations_;
    std::vector<glm::vec3> middles_; ///< a polyline for place_of()
};

/// What carries a point at that height: a bone as far as its body reaches, both neighbours at a disc.
[[nodiscard]] float ride_at(float place);

} // namespace spinescope::anatomy
