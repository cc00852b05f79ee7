#pragma once

#include "mechanics/readings.hpp"
#include "scene/heat_map.hpp"
#include "timeline/course.hpp"

#include <span>

namespace spinescope::app {

/// The model's ligaments with the strains from which they are hurt (assets/mechanics/wear.csv), none strained
/// yet. It reads files: made once and kept for the functions below. Throws Failure.
[[nodiscard]] scene::HeatMap unstrained(const mechanics::SpineModel& model);

/// What a pose does to ligaments and discs.
[[nodiscard]] scene::HeatMap heat_map(const scene::HeatMap& unstrained, const mechanics::Readings& readings);
/// The same of a moment that keeps strains alone, one a ligament; discs stay unknown.
[[nodiscard]] scene::HeatMap heat_map(const scene::HeatMap& unstrained,
                                      std::span<const timeline::LigamentOfCourse> ligaments,
                                      std::span<const float> strains);

/// Which segments resistance and wear have made stiff or loose, muscles aside: under its reference moment,
/// in the direction where it differs most from a fresh one.
[[nodiscard]] std::array<scene::Mobility, mechanics::segments>
mobility(const mechanics::SpineModel& model, const mechanics::Conditions& conditions);

} // namespace spinescope::app
