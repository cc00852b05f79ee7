#pragma once

#include <optional>
#include <string>
#include <vector>

namespace spinescope::app {

/// A figure as the interface shows it: with its trust and its source.
struct QuotedLoad {
    double newtons = 0;
    bool about = true;  ///< not measured: shown as "about"
    std::string source; ///< citation
};

/// One safer thing to do, from assets/exercises/safer.json.
struct Approach {
    std::string id, title, gist, why;
    std::vector<std::string> how; ///< steps
    std::string dose, stop;
    std::optional<QuotedLoad> compression; ///< of the L4-L5 disc
    std::string source;                    ///< citation of the dose
};

struct SaferInstead {
    std::string title, lead;
    std::vector<Approach> approaches;
    std::string comparison; ///< one sentence to weigh the loads by
    QuotedLoad standing;
};

enum class Urgency { emergency, urgent, soon };

struct WarningSigns {
    Urgency urgency = Urgency::soon;
    std::string title;
    std::vector<std::string> signs;
};

/// When to see a professional, from assets/exercises/professional.json; emergencies first.
struct Professional {
    std::string title, disclaimer, gist;
    std::vector<WarningSigns> groups;
    std::vector<std::string> sources; ///< citations
};

struct Guidance {
    SaferInstead safer;
    Professional professional;
};

/// Reads both. Throws Failure naming the file and what is wrong with it.
[[nodiscard]] Guidance load_guidance();

} // namespace spinescope::app
