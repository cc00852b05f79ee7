#pragma once

#include "mechanics/segment.hpp"

#include <Eigen/Cholesky>

namespace spinescope::mechanics {

/// A stiffness in factors, ready to say which way is downhill. Past a fold it is not definite; springs as of
/// a soft disc, in `unit` N m, are lent until it is.
[[nodiscard]] inline Eigen::LLT<Matrix6> factored(const Matrix6& stiffness, double unit = 1) {
    Vector6 lent;
    lent << 1e5, 1e5, 1e5, 10, 10, 10;
    Eigen::LLT<Matrix6> factor(stiffness);
    for (double share = 1e-3; factor.info() != Eigen::Success && share < 1e6; share *= 10)
        factor.compute(stiffness + Matrix6((share / unit * lent).asDiagonal()));
    return factor;
}

} // namespace spinescope::mechanics
