#pragma once

#include "timeline/trace.hpp"

namespace spinescope::app {

/// A playhead on a trace's ruler. Playing moves it along the ruler at a steady pace, so every chapter gets
/// its width's share of the time, and true time runs slower or faster beneath it.
struct Playback {
    double position = 0; ///< on the ruler, 0..1
    double speed = 1;    ///< 1: the whole ruler in whole_ruler_s
    bool playing = false;

    static constexpr double whole_ruler_s = 24;
};

/// Moves on by `elapsed_s` of the viewer's time; stops at the end.
void advance(Playback& playback, double elapsed_s);
/// To the next (+1) or previous (-1) event or chapter border.
void step(Playback& playback, const timeline::Trace& trace, int direction);
/// Seconds of true time that pass in a second of the viewer's, at the playhead: 0.0025 is 1:400 slow motion.
[[nodiscard]] double rate(const Playback& playback, const timeline::Trace& trace);
/// "1 : 400 slow motion", "real time", "170 times faster".
[[nodiscard]] std::string rate_words(double rate);
/// "−0.0438 s", "12.4 ms", "17 min 5 s": as many digits as the scale needs.
[[nodiscard]] std::string clock_words(double seconds);

} // namespace spinescope::app
