#pragma once

#include "mechanics/loads.hpp"
#include "mechanics/spine_model.hpp"

#include <string>

namespace spinescope::mechanics {

using Motions = std::array<Motion, segments>;
[[nodiscard]] Motions standing();

/// How well the search for balance went.
struct Balance {
    bool found = true;
    double force_residual_N = 0; ///< the greatest that is left over at any segment
    double moment_residual_Nm = 0;
    int passes = 0;
    std::string why; ///< when not found: where and why
};

/// The spine at rest under its loads.
struct Pose {
    Motions motions = standing();
    Loads loads;
    glm::dvec3 effort{}; ///< of turned(): flexion, side bend, rotation as parts of the reference moments
    Balance balance;
};

/// Where every bone balances under `loads`, downhill from `start`: a stable balance, the one a spine would
/// come to. Deterministic. When none is found, or only far beyond some segment's range, the pose says so and
/// keeps the motions of `start`, the last good ones: a bare spine bears little (Lucas & Bresler 1961: 20 N on
/// T1), and of muscles only the guarding is here. Throws Failure for loads that check() refuses.
[[nodiscard]] Pose balanced(const SpineModel& model, const Conditions& conditions, const Loads& loads,
                            const Pose& start = {});

/// A region turned by so much in all (the sum over its segments), the rest of the spine left alone. Its
/// segments are turned with the same effort, each by that part of its own reference moment, and take of the
/// motion what their compliance gives them: the pose of least energy with that turn. Throws Failure with the
/// greatest angle when the region's range is less.
[[nodiscard]] Pose turned(const SpineModel& model, const Conditions& conditions, const Region& region,
                          const Turn& turn, const Pose& start = {});

/// How far every bone has moved from standing, for drawing.
[[nodiscard]] anatomy::Posture posture(const SpineModel& model, const Motions& motions);

/// What the loads do to each segment in this pose: force and moment on all that is above it, about the upper
/// bone's point of the disc's middle, in the segment's axes (those of the lower bone), N and N m, as
/// generalised forces of the motion.
[[nodiscard]] std::array<Vector6, segments> transmitted(const SpineModel& model, const Loads& loads,
                                                        const Motions& motions);

} // namespace spinescope::mechanics
