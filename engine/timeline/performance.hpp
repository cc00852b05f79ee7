#pragma once

#include "mechanics/equilibrium.hpp"
#include "timeline/body_pose.hpp"
#include "timeline/exercise.hpp"

#include <vector>

namespace spinescope::timeline {

/// An exercise as this spine does it, solved ahead: any instant is a look-up.
struct Performance {
    Exercise exercise;
    std::vector<double> time_s;              ///< once through, from 0 to cycle_s(); strictly increasing
    std::vector<BodyPose> body;              ///< one a time; the last is the first again
    std::vector<mechanics::Motions> motions; ///< of the spine, from standing
};

/// Balances the spine in every key posture, region by region; between them all glides, slowing down where
/// a motion turns back. Lying, the neck bends so that the head lies too. Throws Failure naming the posture
/// when the spine does not go that far.
[[nodiscard]] Performance performed(const mechanics::SpineModel& model, const Exercise& exercise,
                                    const mechanics::Conditions& conditions = {});

/// The body at a time from the beginning, 0 or more; it goes round and round.
[[nodiscard]] BodyPose at(const Performance& performance, double time_s);
/// The same of the spine's motions from standing.
[[nodiscard]] mechanics::Motions motions_at(const Performance& performance, double time_s);

} // namespace spinescope::timeline
