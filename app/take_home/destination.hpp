#pragma once

#include <filesystem>
#include <string>

namespace spinescope::app {

/// A file of the person's own that is not there yet, where they will look for it: in Documents, or Pictures,
/// or their home; numbered when that name is taken. An empty extension makes a folder's name.
[[nodiscard]] std::filesystem::path new_file(const std::string& name, const std::string& extension);

} // namespace spinescope::app
