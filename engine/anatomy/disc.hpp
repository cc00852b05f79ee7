#pragma once

#include "anatomy/bones.hpp"

namespace spinescope::anatomy {

/// The disc under `level`, in its own frame: the middle between the two endplates, y along the disc's axis.
/// `pose` receives that frame in the spine frame.
struct Disc {
    Bone body;
    Pose pose;
};

/// Fills the room between `upper` and `lower`, which stand at the given poses, and bulges slightly.
[[nodiscard]] Disc disc_between(const Figures& figures, std::string_view level, const Bone& upper,
                                const Pose& upper_pose, const Bone& lower, const Pose& lower_pose);

} // namespace spinescope::anatomy
