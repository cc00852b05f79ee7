#pragma once

#include "app/panels/panels.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

namespace spinescope::app {

// The timeline's parts, from the top down. Areas are in pixels of the window.

// What every mode's timeline has.

/// The panel's upper edge can be dragged.
void height_handle(Session& session, const Area& area);
/// Dragging scrubs, the wheel zooms about the pointer, the middle button or Shift pans. `values` tells what
/// stands under the pointer, `clock` the time under the playhead.
void timeline_pointer(Session& session, RulerView& view, Playback& playback, const Area& plot,
                      const std::function<std::string()>& clock, const std::function<void(double)>& values);
void timeline_playhead(const RulerView& view, const Playback& playback, const Area& plot);
/// "Speed ×2".
[[nodiscard]] std::string speed_words(double speed);
/// Back, play, on; and the actions that the tooltips of the outer ones tell.
void transport(Session& session, const Playback& playback, std::initializer_list<const char*> back,
               std::initializer_list<const char*> on);
/// Words on the line as long as they end before `right`.
void words_until(float right, ImFont* font, ImU32 colour, const std::string& words);

// The pop's.

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
