#pragma once

#include "anatomy/spine.hpp"

#include <span>
#include <string>
#include <vector>

namespace spinescope::anatomy {

/// One published figure beside the same quantity taken off the finished mesh with callipers.
struct Measurement {
    std::string level;
    std::string quantity;
    std::string unit;
    Figure published;
    double measured = 0;
    double difference = 0; ///< measured - published
};

/// Everything the tables give that can be measured on the meshes of build_spine(), level by level from above,
/// then the curves of the whole spine (level "standing").
[[nodiscard]] std::vector<Measurement> measure_spine(const Figures& figures,
                                                     std::span<const BuiltStructure> spine);

} // namespace spinescope::anatomy
