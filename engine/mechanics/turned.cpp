// A region turned by so much in all. With the same effort on every segment, each bearing that part of its own
// reference moment M_i, balance is where the sum of E_i / M_i is least among all poses with that turn. The
// turn is linear in the motions, so Newton steps keep it while the energy only falls.
#include "mechanics/equilibrium.hpp"

#include "files/failure.hpp"
#include "mechanics/definite.hpp"

#include <algorithm>
#include <cmath>
#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

void refuse_beyond(const SpineModel& model, const Region& region, const Turn& turn) {
    double flexion = 0, extension = 0, side_bend = 0, rotated = 0;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        flexion += model[i].range.flexion_deg;
        extension += model[i].range.extension_deg;
        side_bend += model[i].range.side_bend_deg;
        rotated += model[i].range.rotation_deg;
    }
    const auto within = [&](const char* direction, double angle, double most) {
        if (!std::isfinite(angle)) throw Failure(direction, "is not a number", "give degrees");
        if (std::abs(angle) > most)
            throw Failure(std::string(direction) + " of the " + std::string(region.name) +
                              (region == whole_spine ? " spine" : " region"),
                          std::to_string(std::lround(std::abs(angle))) + " degrees are out of range",
                          "give at most " + std::to_string(static_cast<int>(most)) + " this way");
    };
    if (turn.flexion_deg < 0)
        within("extension", turn.flexion_deg, extension);
    else
        within("flexion", turn.flexion_deg, flexion);
    within("side bend", turn.side_bend_deg, side_bend);
    within("rotation", turn.rotation_deg, rotated);
}

using Turns = Eigen::Matrix<double, 3, 6>;

/// Flexion, side bend and rotation of a motion, rad.
Turns turns() {
    Turns t = Turns::Zero();
    t(0, 5) = -1;
    t(1, 3) = 1;
    t(2, 4) = -1;
    return t;
}

/// A segment on the way to balance, in units of its reference moment.
struct Part {
    Motion q = Motion::Zero();
    Vector6 gradient = Vector6::Zero();
    Eigen::LLT<Matrix6> stiffness{Matrix6(Matrix6::Identity())}; ///< made definite where it is not
    Vector6 step = Vector6::Zero();
};

class Chain {
public:
    Chain(const SpineModel& model, const Conditions& conditions, const Region& region, const Motions& start)
        : model_(model), conditions_(conditions), region_(region) {
        for (std::size_t i = region.first; i <= region.last; ++i) parts_[i].q = start[i];
    }

    [[nodiscard]] Eigen::Vector3d reached() const {
        Eigen::Vector3d sum = Eigen::Vector3d::Zero();
        for (std::size_t i = region_.first; i <= region_.last; ++i) sum += turns() * parts_[i].q;
        return sum;
    }

    /// Each takes of what is missing by its range; or, of little, by its compliance.
    void take_up(const Eigen::Vector3d& missing) {
        constexpr double little = 0.03; // rad
        if (missing.norm() < little) {
            evaluate();
            Eigen::Matrix3d give = Eigen::Matrix3d::Zero();
            each([&](Part& part, std::size_t) {
                give += turns() * part.stiffness.solve(turns().transpose().eval());
            });
            const Eigen::Vector3d effort = give.llt().solve(missing);
            each([&](Part& part, std::size_t) {
                part.q += part.stiffness.solve(turns().transpose() * effort);
            });
            return;
        }
        Eigen::Vector3d all = Eigen::Vector3d::Zero();
        each([&](Part&, std::size_t i) { all += share(i, missing); });
        each([&](Part& part, std::size_t i) {
            part.q += turns().transpose() * share(i, missing).cwiseQuotient(all).cwiseProduct(missing);
        });
    }

    /// Energy, slope and stiffness where it is now.
    void evaluate() {
        energy_ = 0;
        each([&](Part& part, std::size_t i) {
            const double m = model_[i].reference_moment;
            const Elastic e = elastic(model_[i], conditions_[i], part.q);
            energy_ += e.energy / m;
            part.gradient = e.gradient / m;
            part.stiffness = factored(e.hessian / m, m);
        });
    }

    /// The effort that leaves least over, and the Newton step that keeps the turn.
    void find_step() {
        Eigen::Matrix3d give = Eigen::Matrix3d::Zero();
        Eigen::Vector3d goes = Eigen::Vector3d::Zero();
        each([&](Part& part, std::size_t) {
            give += turns() * part.stiffness.solve(turns().transpose().eval());
            goes += turns() * part.stiffness.solve(part.gradient);
        });
        effort_ = give.llt().solve(goes);
        double over = 1;
        slope_ = 0;
        each([&](Part& part, std::size_t) {
            part.step = -part.stiffness.solve(part.gradient - turns().transpose() * effort_);
            slope_ += part.gradient.dot(part.step);
            constexpr double farthest_m = 4e-3, farthest_rad = 0.2;
            over = std::max(
                {over, part.step.head<3>().norm() / farthest_m, part.step.tail<3>().norm() / farthest_rad});
        });
        each([&](Part& part, std::size_t) { part.step /= over; });
        slope_ /= over;
    }

    /// Goes downhill; false where no way leads down.
    bool go() {
        const double before = energy_;
        const auto from = parts_;
        for (double part_of_step = 1; part_of_step > 1e-6; part_of_step /= 2) {
            each([&](Part& part, std::size_t i) { part.q = from[i].q + part_of_step * from[i].step; });
            evaluate();
            const double rounding = 1e-13 * (1 + std::abs(before));
            if (energy_ <= before + 1e-4 * part_of_step * slope_ + rounding) return true;
        }
        return false;
    }

    [[nodiscard]] Balance balance() const {
        Balance balance;
        for (std::size_t i = region_.first; i <= region_.last; ++i) {
            const Vector6 left =
                model_[i].reference_moment * (parts_[i].gradient - turns().transpose() * effort_);
            balance.force_residual_N = std::max(balance.force_residual_N, left.head<3>().norm());
            balance.moment_residual_Nm = std::max(balance.moment_residual_Nm, left.tail<3>().norm());
        }
        return balance;
    }

    [[nodiscard]] const Eigen::Vector3d& effort() const { return effort_; }
    [[nodiscard]] const Motion& motion(std::size_t i) const { return parts_[i].q; }

private:
    template <typename Do>
    void each(const Do& what) {
        for (std::size_t i = region_.first; i <= region_.last; ++i) what(parts_[i], i);
    }

    [[nodiscard]] Eigen::Vector3d share(std::size_t i, const Eigen::Vector3d& towards) const {
        const Range& range = model_[i].range;
        return {towards[0] < 0 ? range.extension_deg : range.flexion_deg, range.side_bend_deg,
                range.rotation_deg};
    }

    const SpineModel& model_;
    const Conditions& conditions_;
    Region region_;
    std::array<Part, segments> parts_;
    Eigen::Vector3d effort_ = Eigen::Vector3d::Zero();
    double energy_ = 0, slope_ = 0;
};

} // namespace

Pose turned(const SpineModel& model, const Conditions& conditions, const Region& region, const Turn& turn,
            const Pose& start) {
    constexpr double enough_N = 1e-5, enough_Nm = 1e-7;
    constexpr int most_passes = 100;
    refuse_beyond(model, region, turn);
    const Eigen::Vector3d goal(glm::radians(turn.flexion_deg), glm::radians(turn.side_bend_deg),
                               glm::radians(turn.rotation_deg));
    Chain chain(model, conditions, region, start.motions);
    chain.take_up(goal - chain.reached());
    chain.evaluate();
    Pose pose;
    for (int pass = 1; pass <= most_passes; ++pass) {
        chain.find_step();
        pose.balance = chain.balance();
        pose.balance.passes = pass;
        if (pose.balance.force_residual_N < enough_N && pose.balance.moment_residual_Nm < enough_Nm) {
            const Eigen::Vector3d& effort = chain.effort();
            pose.effort = {effort[0], effort[1], effort[2]};
            for (std::size_t i = region.first; i <= region.last; ++i) {
                const double m = model[i].reference_moment;
                pose.motions[i] = chain.motion(i);
                pose.loads.torques[i] = {effort[0] * m, effort[1] * m, effort[2] * m};
            }
            return pose;
        }
        if (!chain.go()) break;
    }
    Pose kept = start;
    kept.balance = pose.balance;
    kept.balance.found = false;
    kept.balance.why = "no moments were found that turn the spine so";
    return kept;
}

} // namespace spinescope::mechanics
