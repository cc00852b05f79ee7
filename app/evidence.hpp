#pragma once

#include "language/text.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

/// How sure one can be of a statement: from firm to open.
enum class Firmness { measured, inferred, disputed, unknown };

/// One sentence about what repetition does, and who says so.
struct Statement {
    Firmness firmness = Firmness::unknown;
    language::Text text;
    std::vector<language::Text> sources; ///< citations
    bool recalled = false;               ///< the finding is quoted from memory: shown as "about"
};

/// What is known of repetition, from assets/evidence.json and languages/CODE/evidence.json.
struct Evidence {
    language::Text title, lead;
    std::vector<Statement> statements; ///< in the file's order, grouped by firmness
};

/// Throws Failure naming the file and what is wrong with it.
[[nodiscard]] Evidence load_evidence();

/// "Measured", "Inferred from animals, single joints or other ligaments" ...
[[nodiscard]] const char* words_of(Firmness firmness);

} // namespace spinescope::app
