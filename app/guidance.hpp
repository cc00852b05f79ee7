#pragma once

#include "files/citations.hpp"
#include "timeline/exercise.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

/// All texts are those of languages/CODE/guidance.json.

/// What to do instead, from assets/exercises/safer.json and a file an exercise.
struct SaferInstead {
    language::Text title, lead;
    std::vector<timeline::Exercise> exercises; ///< the gentlest first
    timeline::Quoted standing_N;               ///< to weigh loads by: on the disc L4-L5
    double action_limit_N = 0;                 ///< what a lifting task should stay below
};

/// Where to start with a back that feels tight, from assets/exercises/tight_back.json.
struct TightBack {
    struct Suggestion {
        std::string exercise; ///< its name
        language::Text why;   ///< one sentence
    };
    struct Reason {
        std::string reason; ///< "guarded"
        language::Text label, says;
        std::vector<Suggestion> suggestions; ///< the gentlest fitting one first
    };
    language::Text title, lead, not_this;
    std::vector<Reason> reasons;
};

enum class Urgency { emergency, urgent, soon };

struct WarningSigns {
    Urgency urgency = Urgency::soon;
    language::Text title;
    std::vector<language::Text> signs;
    language::Text in_short; ///< the same where there is little room; of emergencies
};

/// When to see a professional, from assets/exercises/professional.json; emergencies first.
struct Professional {
    language::Text title, disclaimer, gist;
    std::vector<WarningSigns> groups;
    std::vector<language::Text> sources; ///< citations
};

struct Guidance {
    SaferInstead safer;
    TightBack tight_back;
    Professional professional;
    files::Citations citation;
};

/// Reads it all. Throws Failure naming the file and what is wrong with it.
[[nodiscard]] Guidance load_guidance();

/// The exercise of that name; null when there is none.
[[nodiscard]] const timeline::Exercise* exercise_named(const Guidance& guidance, std::string_view name);

} // namespace spinescope::app
