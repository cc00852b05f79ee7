#include "mechanics/settle.hpp"

#include "mechanics/definite.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::mechanics {

namespace {

constexpr double enough_N = 1e-5, enough_Nm = 1e-7;      ///< a balance as good as this is one
constexpr double farthest_m = 2e-3, farthest_rad = 0.12; ///< in one step
constexpr int most_steps = 80;

Vector6 downhill(const Vector6& gradient, Matrix6 hessian, std::optional<int> held) {
    if (held) {
        hessian.row(*held).setZero();
        hessian.col(*held).setZero();
        hessian(*held, *held) = 1;
    }
    Vector6 step = -factored(hessian).solve(gradient);
    const double shift = step.head<3>().norm() / farthest_m, turn = step.tail<3>().norm() / farthest_rad;
    const double over = std::max(shift, turn);
    if (over > 1) step /= over;
    return step;
}

} // namespace

Settled settle(const Segment& segment, const Condition& condition, const Vector6& pull, const Motion& start,
               std::optional<int> held) {
    Settled now{.motion = start, .elastic = elastic(segment, condition, start)};
    for (; now.steps < most_steps; ++now.steps) {
        Vector6 gradient = now.elastic.gradient - pull;
        if (held) gradient[*held] = 0;
        if (gradient.head<3>().norm() < enough_N && gradient.tail<3>().norm() < enough_Nm) {
            now.found = true;
            return now;
        }
        Vector6 step = downhill(gradient, now.elastic.hessian, held);
        if (!step.allFinite()) return now;
        const double slope = gradient.dot(step);
        const double before = now.elastic.energy - pull.dot(now.motion);
        bool taken = false;
        for (int halved = 0; halved < 30 && !taken; ++halved, step /= 2) {
            const Motion there = now.motion + step;
            Elastic tried = elastic(segment, condition, there);
            const double after = tried.energy - pull.dot(there);
            const double rounding = 1e-13 * (1 + std::abs(before));
            if (after <= before + 1e-4 * std::ldexp(slope, -halved) + rounding) {
                now.motion = there;
                now.elastic = tried;
                taken = true;
            }
        }
        if (!taken) return now;
    }
    return now;
}

} // namespace spinescope::mechanics
