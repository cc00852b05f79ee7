#pragma once

#include "mechanics/segment_motion.hpp"

#include <string_view>

namespace spinescope::mechanics {

/// Segments that are turned together, first to last from above, both included.
struct Region {
    std::string_view name;
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] constexpr bool holds(std::size_t segment) const {
        return segment >= first && segment <= last;
    }
    bool operator==(const Region&) const = default;
};

/// C0-C1 to C7-T1, T1-T2 to T12-L1, L1-L2 to L5-S1, and all of them.
inline constexpr Region cervical{"cervical", 0, 7};
inline constexpr Region thoracic{"thoracic", 8, 19};
inline constexpr Region lumbar{"lumbar", 20, segments - 1};
inline constexpr Region whole_spine{"whole", 0, segments - 1};

/// One of the four by its name. Throws Failure with the nearest right word.
[[nodiscard]] Region region_named(std::string_view name);

/// The one of the first three that a segment belongs to.
[[nodiscard]] constexpr Region region_of(std::size_t segment) {
    return cervical.holds(segment) ? cervical : thoracic.holds(segment) ? thoracic : lumbar;
}

} // namespace spinescope::mechanics
