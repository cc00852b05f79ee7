#pragma once

#include <string>

namespace spinescope::language {

/// What a Failure says ("where: what; remedy", perhaps with another within), in the language in use: each
/// part that failures.json has, there in English with "{name}" for what varies, in that language's words.
/// The rest stays: files, keys, what the system says.
[[nodiscard]] std::string in_words(const std::string& failure);

} // namespace spinescope::language
