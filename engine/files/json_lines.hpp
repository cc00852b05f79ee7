#pragma once

#include <map>
#include <string>
#include <string_view>

namespace spinescope::files {

/// The line, from 1, on which each value of a JSON text ends its name or begins: "/steps/2/view" -> 14. What
/// is not valid JSON ends the list where it goes wrong.
[[nodiscard]] std::map<std::string, int> lines_of_values(std::string_view text);

} // namespace spinescope::files
