#pragma once

#include "anatomy/sheet.hpp"

#include <vector>

namespace spinescope::anatomy {

/// One station of a band: where its middle passes, which way its width lies, and what carries it.
struct BandStation {
    glm::vec3 at{};   ///< spine frame, mm
    glm::vec3 side{}; ///< unit, towards the first column
    float half_width = 0;
    float thickness = 0;
    float ride = 0;
};

/// A band on a smooth curve through its stations (Catmull-Rom), `between` rows from one to the next, rounded
/// at its sides; kept `clear` of what it would run through. Row k * between is at station k.
[[nodiscard]] Sheet band(const std::vector<BandStation>& stations, int columns, int between,
                         const Shape& clear);

} // namespace spinescope::anatomy
