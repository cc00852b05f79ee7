#pragma once

#include <cstddef>

namespace spinescope::app {

struct Session;

/// The first thing that a person sees: what can be done here, in three cards.
struct Welcome {
    bool open = false;
    std::size_t card = 0; ///< the one that the keys are at
    static constexpr std::size_t cards = 3;
};

/// Explore, watch a pop, or teach: does it and puts the cards away.
void begin_with(Session& session, std::size_t card);
void leave_welcome(Session& session);

} // namespace spinescope::app
