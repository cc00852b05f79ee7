#pragma once

#include "app/session.hpp"

#include <span>

namespace spinescope::app {

/// One key of the program: what is pressed, how the help calls it, and what it does.
struct Key {
    int code;      ///< GLFW key
    int modifiers; ///< GLFW modifiers that must be held, and no others
    const char* label;
    const char* what;
    void (*act)(Session&);
};

[[nodiscard]] std::span<const Key> keys();

/// Acts on a key press; false when the key means nothing.
bool press(Session& session, int code, int modifiers);

} // namespace spinescope::app
