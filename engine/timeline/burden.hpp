#pragma once

#include "mechanics/readings.hpp"
#include "timeline/performance.hpp"

#include <span>

namespace spinescope::timeline {

/// The most that a movement asks of a back, from T1 down; the neck only follows.
struct Burden {
    std::string ligament;        ///< the one that comes nearest to failing: "capsule.L5-S1.left"
    double strain = 0;           ///< of it, over its length at rest
    double share_of_failure = 0; ///< of it: strain over failure strain
    double disc_N = 0; ///< what L4-L5 is pressed with by bent tissue, beyond the weight of the position
};
[[nodiscard]] Burden burden(const mechanics::SpineModel& model, const mechanics::Conditions& conditions,
                            std::span<const mechanics::Motions> motions);

/// Of an exercise, all the time.
[[nodiscard]] Burden burden(const mechanics::SpineModel& model, const Performance& performance);

/// Of the manoeuvre that the regimen self-twist repeats, once, in the same spine. Throws Failure when there
/// is no such regimen.
[[nodiscard]] Burden burden_of_self_twist(const mechanics::SpineModel& model);

/// How much of the push a guarded lower back (guarding of one half) needs to bend forward by 20 degrees is
/// left when its guarding is only this part of it; 0 to 1.
[[nodiscard]] double push_left(const mechanics::SpineModel& model, double guarding_left);

} // namespace spinescope::timeline
