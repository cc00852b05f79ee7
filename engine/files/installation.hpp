#pragma once

#include <filesystem>

namespace spinescope::files {

/// The folder that holds `assets/`, `shaders/` and the baked spine: share/spinescope beside the running
/// program (as built), or ../share/spinescope (as installed). Throws Failure when neither exists.
[[nodiscard]] std::filesystem::path share();

/// A file below assets/, e.g. asset("anatomy/facets.csv"). Does not look whether it exists.
[[nodiscard]] std::filesystem::path asset(const std::filesystem::path& relative);

} // namespace spinescope::files
