#pragma once

#include "anatomy/figures.hpp"
#include "anatomy/spine.hpp"

#include <algorithm>
#include <stdexcept>

namespace spinescope::test {

inline const anatomy::Figures& figures() {
    static const anatomy::Figures loaded = anatomy::Figures::load(SPINESCOPE_SOURCE "/assets/anatomy");
    return loaded;
}

/// Built once for all the tests of the program.
inline const std::vector<anatomy::BuiltStructure>& whole_spine() {
    static const std::vector<anatomy::BuiltStructure> built = anatomy::build_spine(figures());
    return built;
}

inline const anatomy::BuiltStructure& structure(std::string_view id) {
    const auto found = std::ranges::find(whole_spine(), id, &anatomy::BuiltStructure::id);
    if (found == whole_spine().end()) throw std::runtime_error("no " + std::string(id));
    return *found;
}

} // namespace spinescope::test
