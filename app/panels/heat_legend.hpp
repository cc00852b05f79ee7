#pragma once

#include "app/panels/panels.hpp"

namespace spinescope::app {

/// What the colours of a heat map mean, in the lower left corner of its picture: the steps of strain in %
/// with marks where each kind of ligament begins to be hurt, and those of the discs' load in N. In a small
/// picture the steps of strain alone.
void draw_heat_legend(ImDrawList& draw, const scene::HeatMap& map, const Area& area);

/// Brackets beside the spine around neighbours that are stiff (drawn through) or loose (dashed), with words.
void draw_mobility(ImDrawList& draw, const scene::HeatMap& map, const Stage& stage,
                   const anatomy::Posture& posture, const scene::Camera& camera, const Area& area);

} // namespace spinescope::app
