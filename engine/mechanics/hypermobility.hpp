#pragma once

#include "mechanics/spine_model.hpp"

#include <array>
#include <string>

namespace spinescope::mechanics {

/// A segment bent forward and backward with its reference moment, held against the published limits (White &
/// Panjabi 1990). They are conventions: no validated test of instability exists.
struct Hypermobility {
    double rotation_deg = 0;   ///< both ways together
    double translation_mm = 0; ///< of the upper body's lower rear edge along the lower endplate, both ways
    bool beyond = false;
    std::string why; ///< when beyond: which limit, and by how much
};

/// Of every segment in its condition; guarding counts as none, as a film is taken at ease. None is beyond
/// above C2, where no limits are given.
[[nodiscard]] std::array<Hypermobility, segments> hypermobility(const SpineModel& model,
                                                                const Conditions& conditions);

} // namespace spinescope::mechanics
