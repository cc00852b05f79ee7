#pragma once

#include "anatomy/standing_bones.hpp"

namespace spinescope::anatomy {

/// Brings every corner of a soft tissue (mm, in `frame`) that lies in bone by more than a tenth of a
/// millimetre out to the surface: reducing a mesh may cut a corner, and a bone may be reshaped under what was
/// laid on it.
void bring_out_of_bone(Mesh& tissue, const Pose& frame, const StandingBones& bones);

} // namespace spinescope::anatomy
