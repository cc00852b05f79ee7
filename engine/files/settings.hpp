#pragma once

#include <filesystem>

namespace spinescope::files {

/// The folder of the person's own settings: $XDG_CONFIG_HOME/spinescope or ~/.config/spinescope, made when
/// missing. Throws Failure when it cannot be made.
[[nodiscard]] std::filesystem::path settings();

} // namespace spinescope::files
