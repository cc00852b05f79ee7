#pragma once

#include "app/preferences.hpp"
#include "app/saved_view.hpp"
#include "app/session.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace spinescope::app {

/// What one start of the program leaves to the next.
struct KeptSession {
    Preferences preferences;
    int width = 1440, height = 860; ///< of the window, in the system's own units
    Mode mode = Mode::explore;
    std::string scenario; ///< of the pop; empty: the first one
    render::Theme theme = render::Theme::dark;
    bool sound = true;
    bool layers_open = false;
    std::optional<float> timeline_height; ///< as in Session
    std::string lesson;                   ///< the last one; empty: none yet
    std::size_t lesson_step = 0;
    std::optional<SavedView> view; ///< empty: the whole spine
    bool operator==(const KeptSession&) const = default;
};

/// JSON that begins {"spinescope_session":1, and the way back: keys that are not there keep their defaults.
/// Throws Failure naming what is wrong.
[[nodiscard]] std::string text_of(const KeptSession& kept);
[[nodiscard]] KeptSession kept_of(const std::string& text, const std::string& where);

/// What the file holds; the defaults when there is none. A damaged one is moved aside, so that nothing is
/// written over it, and `trouble` tells so.
[[nodiscard]] KeptSession load_session(const std::filesystem::path& file, std::string& trouble);

/// What is to be kept of a session, beside the size of its window.
[[nodiscard]] KeptSession kept_now(const Session& session);
/// The session as it was left, without a flight there.
void restore(Session& session, const KeptSession& kept);

} // namespace spinescope::app
