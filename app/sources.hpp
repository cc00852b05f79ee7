#pragma once

#include "files/citations.hpp"
#include "language/text.hpp"

#include <string>

namespace spinescope::app {

/// A source as a line, and as in running text. Papers are called the same in every language; what this
/// project says of its own, "estimate" for one, is told in the language in use. Throw Failure for an unknown
/// key.
[[nodiscard]] language::Text cited(const files::Citations& citations, const std::string& key);
[[nodiscard]] language::Text cited_briefly(const files::Citations& citations, const std::string& key);

} // namespace spinescope::app
