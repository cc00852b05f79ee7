#pragma once

#include <cstdio>
#include <string>

namespace spinescope::app {

/// "27 %" of 0.27.
[[nodiscard]] inline std::string percent(double share) {
    char words[16];
    std::snprintf(words, sizeof words, "%.0f %%", 100 * share);
    return words;
}

} // namespace spinescope::app
