#pragma once

#include "files/json.hpp"
#include "language/text.hpp"

#include <string>
#include <vector>

namespace spinescope::language {

/// What a file says under a key; where it says nothing, the words that the language has under `words`, a
/// point and that key ("scenarios.healthy-pop", "title"). Throws Failure naming the key when there are none.
[[nodiscard]] Text text_in(const files::Json& object, const char* key, const std::string& words,
                           const std::string& where);
/// The same for a list of texts.
[[nodiscard]] std::vector<Text> texts_in(const files::Json& object, const char* key, const std::string& words,
                                         const std::string& where);

} // namespace spinescope::language
