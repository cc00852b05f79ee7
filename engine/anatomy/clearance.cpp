#include "anatomy/clearance.hpp"

namespace spinescope::anatomy {

void bring_out_of_bone(Mesh& tissue, const Pose& frame, const StandingBones& bones) {
    constexpr float deep = 0.1F; // mm
    for (glm::vec3& own : tissue.positions) {
        glm::vec3 p = frame.out_of(own);
        // Farther in than a few steps is no accident of meshing, and is left for the tests to find.
        for (int step = 0; step < 3; ++step) {
            const float off = bones.distance(p, 1);
            if (off > -deep) break;
            p -= off * bones.away(p);
            own = frame.into(p);
        }
    }
}

} // namespace spinescope::anatomy
