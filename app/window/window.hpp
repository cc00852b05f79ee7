#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace spinescope::app {

struct WindowOptions {
    std::filesystem::path model;        ///< empty: the spine
    std::string language;               ///< its code; empty: the person's own, or the system's
    bool verbose = false;               ///< tells on standard error what the person does
    std::optional<double> exit_after_s; ///< closes by itself so long after the first full picture
};

/// Shows the window until it is closed. Throws Failure when there is no display, no OpenGL 3.3 or no such
/// model.
void show_window(const WindowOptions& options);

} // namespace spinescope::app
