#pragma once

#include "app/panels/panels.hpp"

namespace spinescope::app {

// Parts of what the window shows of repetition. Areas are in pixels of the window.

// The timeline's, from the top down.
/// Play, step, clock, speed, comparing.
void course_controls(Session& session, float right);
/// The days with their nights; days of rest are hollow. Repetitions are ticks where there is room.
void course_days(const Session& session, const Area& ruler);
/// A line at everything that has a name, and the names for which there is room.
void course_happenings(const Session& session, const Area& plot, float names_top, int lanes);
/// The curves with their names, values and scales, and the pops below them. Made again only when something
/// about them changed.
void course_curves(const Session& session, const Area& plot, float names_left);
/// What the course says at a place of the ruler, told above the plot.
void course_values(const Session& session, double ruler, const Area& plot);

// The side panel's.
/// Bars of each segment's share of the motion; a press chooses the segment.
void motion_bars(Session& session);
/// The most strained ligaments of the chosen segment against the threshold of lasting stretch.
void ligament_bars(const Session& session);
/// Laxity, where the motion goes, which joint pops, how soon again: a loop with the moment's numbers.
void cycle(const Session& session);
/// Stop now, keep forcing, safer instead.
void what_then(Session& session);
void try_regimen(Session& session);
void evidence(Session& session);

// The scene's.
/// Rings around the joints that pop, with their names, and each segment's share of the motion.
void strain_marks(const Session& session, const Area& area);

} // namespace spinescope::app
