#pragma once

#include "scene/camera.hpp"

#include <array>
#include <optional>
#include <utility>

namespace spinescope::app {

struct Session;

/// A word of advice where a person comes for the first time; it goes once it was followed or put away, and
/// never comes back.
struct Hint {
    const char* name;                                        ///< kept in Preferences::hints_seen
    const char* words;                                       ///< their key
    std::array<std::pair<const char*, const char*>, 2> keys; ///< what stands in the words for an action's key
};

struct Hints {
    bool wanted = false;         ///< by a person at a window; pictures have none
    const Hint* shown = nullptr; ///< the one that stands now

    /// How things stood when it came up, to see whether it was followed.
    struct Before {
        scene::Camera camera;
        std::optional<std::size_t> selected;
        double position = 0;  ///< of the playhead
        std::size_t step = 0; ///< of the lesson
    } before;
};

/// The hint for what goes on; null where there is none, or it was seen.
[[nodiscard]] const Hint* hint_here(const Session& session);
/// Brings the right hint up and takes one that was followed away.
void pass_time_in_hints(Session& session);
void dismiss_hint(Session& session);
/// All of them come again.
void show_hints_again(Session& session);

} // namespace spinescope::app
