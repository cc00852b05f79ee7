#pragma once

#include <optional>
#include <span>
#include <string>

namespace spinescope::app {

/// One of several words to press.
struct Choice {
    std::string words;
    std::string hint;
    bool active = false;
    const char* action = nullptr; ///< the key that does it, if one does
};

/// As many in a line as fit; the place of the one that was pressed.
[[nodiscard]] std::optional<std::size_t> pressed_of(std::span<const Choice> choices);

} // namespace spinescope::app
