#pragma once

#include <array>
#include <cstddef>

namespace spinescope::app {

enum class ClipSound {
    none,
    as_heard, ///< the crack in its own tempo, at its instant
    slowed    ///< as slow as the picture is there, at the same pitch
};

/// What the person chose to take home, and how.
struct TakeHome {
    bool open = false;
    struct Size {
        int width, height;
    };
    static constexpr std::array<Size, 3> picture_sizes{{{1920, 1080}, {3840, 2160}, {3508, 2480}}};
    static constexpr std::array<Size, 3> clip_sizes{{{1280, 720}, {1920, 1080}, {640, 360}}};
    static constexpr std::array<int, 4> clip_seconds{5, 10, 20, 40};
    static constexpr std::array<const char*, 2> clip_kinds{".mp4", ".webm"};
    std::size_t picture_size = 0, clip_size = 0, clip_length = 1, clip_kind = 0;
    bool transparent = false, caption = true;
    ClipSound sound = ClipSound::as_heard;
    std::size_t lesson = 0; ///< of Teaching::lessons, for the handout
};

} // namespace spinescope::app
