#pragma once

#include "cavitation/parameters.hpp"

#include <array>

namespace spinescope::cavitation {

/// The pull on the joint over time: positioning and preload, thrust, hold, letting go, rest. Piecewise
/// linear.
struct PullCourse {
    double positioned, preloaded, thrust, peak, fall, held, let_go, released; ///< s, in this order

    explicit PullCourse(const Parameters& parameters);

    /// N at the joint beyond what rest needs.
    [[nodiscard]] double pull(double t) const;
    /// How much of the resting compression acts: 1 at rest, 0 while the joint is being held.
    [[nodiscard]] double rest(double t) const;
    /// Instants at which the course bends; the solver starts afresh there.
    [[nodiscard]] std::array<double, 8> corners() const;

private:
    double preload_, pull_, hold_;
};

} // namespace spinescope::cavitation
