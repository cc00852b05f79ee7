#pragma once

#include "app/panels/panels.hpp"
#include "app/tracks.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

// How a curve is drawn in its track of the timeline.

[[nodiscard]] std::vector<ImVec2> on_screen(const std::vector<LinePoint>& line, const Area& track);

/// How a line is broken, lengths of the design; with no dash it is full.
struct Dash {
    float dash = 0;
    float gap = 0;
};
inline constexpr Dash dashes{6, 4};
inline constexpr Dash dots{1.6f, 4};
void draw_curve(const std::vector<ImVec2>& points, ImU32 colour, float thickness, Dash broken = {});

/// Words that end at `right`.
/// A track's name, the short one where the long one is wider than `room`, px.
[[nodiscard]] const char* track_name(const char* track, float room);
void right_aligned(float right, float y, ImU32 colour, const char* words);

/// Highest and lowest value right of the track, and its zero where it means something.
void scale_words(const Scale& scale, const Area& area, ImU32 colour);

} // namespace spinescope::app
