#pragma once

#include <array>
#include <string>
#include <string_view>

namespace spinescope::anatomy {

/// The vertebrae from above downward, and the sacrum's first piece ("S1") that bears them.
inline constexpr std::array<std::string_view, 25> levels = {
    "C1", "C2", "C3", "C4",  "C5",  "C6",  "C7", "T1", "T2", "T3", "T4", "T5", "T6",
    "T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"};

/// Position in `levels`; levels.size() for a name that is not there.
[[nodiscard]] constexpr std::size_t index_of(std::string_view level) {
    std::size_t i = 0;
    while (i < levels.size() && levels[i] != level) ++i;
    return i;
}

/// "L4" -> "L5"; the level must have one below it.
[[nodiscard]] constexpr std::string_view below(std::string_view level) {
    return levels[index_of(level) + 1];
}

/// "L4" -> "L4-L5", the segment under a level.
[[nodiscard]] inline std::string segment_under(std::string_view level) {
    return std::string(level) + "-" + std::string(below(level));
}

} // namespace spinescope::anatomy
