#pragma once

#include "anatomy/solid.hpp"
#include "anatomy/surface_nets.hpp"
#include "anatomy/vertebra_plan.hpp"

namespace spinescope::anatomy {

/// A bone as its own anatomy shapes it, before its neighbours are given room; mm, its own frame.
struct Bone {
    Solid solid;
    Box box;
};

[[nodiscard]] Bone atlas(const Figures& figures);
[[nodiscard]] Bone axis(const Figures& figures);
[[nodiscard]] Bone cervical_vertebra(const VertebraPlan& plan);
[[nodiscard]] Bone thoracic_vertebra(const VertebraPlan& plan);
[[nodiscard]] Bone lumbar_vertebra(const VertebraPlan& plan);
/// Frame of S1: the origin is the middle of the sacral endplate, y its normal.
[[nodiscard]] Bone sacrum(const Figures& figures);
/// In the sacrum's frame.
[[nodiscard]] Bone coccyx(const Figures& figures);

} // namespace spinescope::anatomy
