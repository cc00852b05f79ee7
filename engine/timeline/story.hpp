#pragma once

#include "timeline/trace.hpp"

#include <string>

namespace spinescope::timeline {

/// What the side panel tells about an instant.
struct Story {
    std::string title;
    std::string text;   ///< two or three plain sentences with the trace's own numbers
    std::string source; ///< who found it, and what of it is disputed
};

[[nodiscard]] Story story_at(const Trace& trace, double time_s);

} // namespace spinescope::timeline
