#pragma once

#include "app/session.hpp"
#include "app/take_home/making.hpp"

#include <filesystem>
#include <memory>

namespace spinescope::app {

struct ClipWish {
    std::filesystem::path file; ///< as begin_film() reads it
    int width = 1280, height = 720;
    int frames_per_s = 30;
    double seconds = 10; ///< that the whole of it takes
    ClipSound sound = ClipSound::as_heard;
};

/// A film of what the session's mode shows: the pop or the days from end to end, an exercise, or, in Explore,
/// once about the spine; with its words, and with names where the session writes them. While it is made the
/// session's playhead is its own; it goes back in the end. Throws Failure for a place that cannot be written.
[[nodiscard]] std::unique_ptr<Making> begin_clip(Session& session, const ClipWish& wish);

} // namespace spinescope::app
