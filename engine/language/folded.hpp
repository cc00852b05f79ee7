#pragma once

#include <string>
#include <string_view>

namespace spinescope::language {

/// Words as they are searched: lower case, without accents ("Wirbelsäule" -> "wirbelsaule", "Œil" -> "oeil"),
/// and every dash, quote and sign of punctuation a space. UTF-8; letters of other scripts stay as they are.
[[nodiscard]] std::string folded(std::string_view words);

} // namespace spinescope::language
