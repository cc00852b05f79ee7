#pragma once

#include "app/panels/panels.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

// The timeline's parts, from the top down. Areas are in pixels of the window.

/// Play, step, clock, slow motion, speed, sound.
void timeline_controls(Session& session, float right);
/// Where a place on the ruler stands in the window.
[[nodiscard]] float screen_x(const RulerView& view, const Area& plot, double ruler);
/// The chapters with their borders, which can be dragged; and, when zoomed, a bar that shows which part of
/// the whole this is. Both say whether the pointer has hold of them.
void timeline_chapters(Session& session, const Area& ruler);
void timeline_overview(Session& session, const Area& bar);
/// A line at every event, and the names for which there is room; that of the nearest one always shows.
void timeline_events(const Session& session, const Area& plot, float names_top, int lanes);
/// The curves with their names, values, and scales. The curves are made again only when trace, zoom, widths
/// or size changed.
void timeline_tracks(Session& session, const Area& plot, float names_left);
/// What the tracks say at a place of the ruler, told above the plot.
void timeline_values(const Session& session, double ruler, const Area& plot);

} // namespace spinescope::app
