#pragma once

#include <span>
#include <string>
#include <string_view>

namespace spinescope::files {

/// The candidate that takes the fewest edits to reach from `name` (Levenshtein distance, case ignored); the
/// first of equals; empty when there are no candidates.
[[nodiscard]] std::string nearest_name(std::string_view name, std::span<const std::string> candidates);

/// `name` in quotes, fit for one line of a message: control characters replaced, cut when long.
[[nodiscard]] std::string shown(std::string_view name);

} // namespace spinescope::files
