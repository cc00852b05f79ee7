#pragma once

#include <span>
#include <string>
#include <string_view>

namespace spinescope::files {

/// Case ignored, the one of `words` that is fewest letters away from `word` (Damerau-Levenshtein, adjacent
/// transpositions), or an empty string when none is near enough to be what was meant.
[[nodiscard]] std::string nearest_word(std::string_view word, std::span<const std::string> words);

/// What to tell someone who typed an unknown word: "did you mean 'L4'?" or "choose from: ...".
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> words);

/// `word` in quotes, fit for one line of a message: control characters replaced, cut when long.
[[nodiscard]] std::string shown(std::string_view word);

} // namespace spinescope::files
