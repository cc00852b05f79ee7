// Four shrunken vertebrae, fused and curving forward, the first with horns and stunted transverse processes.
// No table: about 35 mm long, a typical adult's. In the sacrum's frame.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

namespace spinescope::anatomy {

Bone coccyx(const Figures&) {
    Solid bone(Solid::Symmetry::sagittal);
    bone.join(ellipsoid({21.5F, -113.5F, 0}, {4, 5, 8.5F}, pitched(28)));
    bone.join(limb({{{20.5F, -111.5F, 4}, 2, 2.6F}, {{19.5F, -111, 11}, 1.5F, 1.7F}}, {1, 0, 0}), 2.5F);
    bone.join(limb({{{19, -112, 4.5F}, 1.8F, 1.8F}, {{14, -107, 5}, 1.3F, 1.3F}}, {0, 0, 1}), 2);
    bone.join(ellipsoid({26.5F, -121, 0}, {3.4F, 4.2F, 6}, pitched(36)), 4);
    bone.join(ellipsoid({32, -127.5F, 0}, {2.9F, 3.6F, 4.4F}, pitched(48)), 4);
    bone.join(ellipsoid({38, -131.5F, 0}, {2.5F, 3.2F, 3.2F}, pitched(60)), 3.5F);
    return {std::move(bone), {{5, -142, -18}, {48, -98, 18}}};
}

} // namespace spinescope::anatomy
