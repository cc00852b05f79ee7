#pragma once

#include "mechanics/segment.hpp"

#include <optional>

namespace spinescope::mechanics {

/// A segment where its tissues balance a pull.
struct Settled {
    Motion motion = Motion::Zero();
    Elastic elastic; ///< there
    bool found = false;
    int steps = 0;
};

/// Least energy under the generalised force `pull` (N, N m, conjugate to the motion), sought from `start` by
/// damped Newton steps; `held`: an entry of the motion that stays as it is. Deterministic; never worse than
/// the start when not found.
[[nodiscard]] Settled settle(const Segment& segment, const Condition& condition, const Vector6& pull,
                             const Motion& start, std::optional<int> held = std::nullopt);

} // namespace spinescope::mechanics
