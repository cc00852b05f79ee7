#pragma once

#include "mechanics/equilibrium.hpp"

#include <string_view>

namespace spinescope::app {

/// How the spine is asked to bend: a region by so much in all, its muscles on guard or not.
struct Bend {
    mechanics::Turn turn;
    mechanics::Region region = mechanics::whole_spine;
    double guarding = 0; ///< 0 slack to 1 braced
    bool operator==(const Bend&) const = default;
};

/// "flexion=40,side-bend=5,rotation=-5,region=lumbar,guarding=0.5", any of them, in any order. Throws Failure
/// for a word that is not known, naming the nearest, and for what is no number.
[[nodiscard]] Bend bend_of(std::string_view words);

/// A fresh spine with its muscles so much on guard.
[[nodiscard]] mechanics::Conditions conditions_of(const Bend& bend);

/// The spine bent so, sought from `start`. A balance that is not found says so and leaves the motions of
/// `start`. Throws Failure with the greatest angle when the region does not go that far.
[[nodiscard]] mechanics::Pose bent(const mechanics::SpineModel& model, const Bend& bend,
                                   const mechanics::Pose& start = {});

/// How far a region goes at most in all.
[[nodiscard]] mechanics::Range range_of(const mechanics::SpineModel& model, const mechanics::Region& region);
/// The same turn, held within that; what is no number is 0.
[[nodiscard]] mechanics::Turn held_within(const mechanics::Range& range, mechanics::Turn turn);

} // namespace spinescope::app
