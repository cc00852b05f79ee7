#pragma once

#include "timeline/trace.hpp"

#include <vector>

namespace spinescope::app {

/// The part of a trace's ruler that is on screen. Places on the ruler run from 0 to 1, and so do places on
/// screen, from the left to the right end of what is shown.
struct RulerView {
    double begin = 0, end = 1;

    [[nodiscard]] double on_screen(double ruler) const { return (ruler - begin) / (end - begin); }
    [[nodiscard]] double on_ruler(double screen) const { return begin + (end - begin) * screen; }
    [[nodiscard]] bool whole() const { return begin <= 0 && end >= 1; }
    bool operator==(const RulerView&) const = default;
};

/// The shortest part of the ruler that can fill the screen.
inline constexpr double nearest_view = 1.0 / 500;

/// `factor` times nearer (below 1: further); the place `about` on the ruler stays where it is on screen.
void zoom(RulerView& view, double factor, double about);
/// Moves what is shown by `by` of the ruler, up to its ends.
void pan(RulerView& view, double by);
/// Moves what is shown as little as it takes to have a place of the ruler in it.
void bring_into_view(RulerView& view, double ruler);

/// The narrowest that a chapter can be drawn, share of the ruler.
inline constexpr double least_width = 0.04;

/// Moves the border after chapter `border` to a place on the ruler. Only its two chapters change; neither
/// gets narrower than least_width. No such border: nothing happens.
void move_border(timeline::Trace& trace, std::size_t border, double to);
[[nodiscard]] std::vector<double> chapter_widths(const timeline::Trace& trace);
/// One width a chapter; others than the trace has are left alone.
void set_chapter_widths(timeline::Trace& trace, const std::vector<double>& widths);
/// Whether a place on one's ruler means the same on the other's.
[[nodiscard]] bool same_chapters(const timeline::Trace& a, const timeline::Trace& b);

} // namespace spinescope::app
