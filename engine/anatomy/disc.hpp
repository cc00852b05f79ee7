#pragma once

#include "anatomy/standing_bones.hpp"
#include "anatomy/tissue_plan.hpp"

namespace spinescope::anatomy {

/// A whole disc before its core is told apart.
struct DiscForm {
    Pose frame; ///< the middle between the two endplates, y along the disc's axis; as seen from the spine
                ///< frame
    Solid solid;
    Box box;
    Outline rim;   ///< at half height, without the bulge
    float gap = 0; ///< between the rims of the endplates, mm
};
/// The disc under `level` (C2 to L5).
[[nodiscard]] DiscForm disc_form(const Figures& figures, const StandingBones& bones, std::string_view level);

/// The discs C2-C3 to L5-S1: the ring of each fills the room between its endplates and bulges slightly, its
/// core (nucleus.L4-L5) fills the ring. Both in the disc's frame; `across` of a ring is the depth below its
/// outer surface, which is where its lamellae lie.
[[nodiscard]] std::vector<TissuePlan> discs(const Figures& figures, const StandingBones& bones);

} // namespace spinescope::anatomy
