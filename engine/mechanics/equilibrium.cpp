#include "mechanics/equilibrium.hpp"

#include "files/failure.hpp"
#include "mechanics/rotation.hpp"
#include "mechanics/settle.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

/// A bone's motion from standing in the spine frame.
struct Moved {
    glm::dmat3 turn{1};
    glm::dvec3 shift{};

    [[nodiscard]] glm::dvec3 operator()(const glm::dvec3& p) const { return turn * p + shift; }
};

/// From the sacrum, which stands still, upward.
std::array<Moved, anatomy::chain_length> moved_bones(const SpineModel& model, const Motions& motions) {
    std::array<Moved, anatomy::chain_length> bones;
    for (std::size_t i = segments; i-- > 0;) {
        const Segment& segment = model[i];
        const Motion& q = motions[i];
        const glm::dmat3 turn = segment.axes * rotation({q[3], q[4], q[5]}) * glm::transpose(segment.axes);
        const glm::dvec3 shift =
            segment.axes * glm::dvec3(q[0], q[1], q[2]) + segment.origin - turn * segment.origin;
        bones[i] = {bones[i + 1].turn * turn, bones[i + 1](shift)};
    }
    return bones;
}

Vector6 generalised(const Torque& torque) {
    Vector6 pull = Vector6::Zero();
    pull[3] = torque.side_bend_Nm;
    pull[4] = -torque.rotation_Nm;
    pull[5] = -torque.flexion_Nm;
    return pull;
}

/// Flexion, side bend, rotation of a motion, rad.
glm::dvec3 turns(const Motion& q) {
    return {-q[5], q[3], -q[4]};
}

constexpr std::array<int, 3> turn_entry{5, 3, 4};
constexpr std::array<double, 3> turn_sign{-1, 1, -1};

void leave_over(Balance& balance, const Vector6& residual) {
    balance.force_residual_N = std::max(balance.force_residual_N, residual.head<3>().norm());
    balance.moment_residual_Nm = std::max(balance.moment_residual_Nm, residual.tail<3>().norm());
}

Pose kept(const Pose& start, Balance balance, std::string why) {
    Pose pose = start;
    balance.found = false;
    balance.why = std::move(why);
    pose.balance = std::move(balance);
    return pose;
}

using Chain = Eigen::Matrix<double, 6 * segments, 1>;

/// Finds x with change(x) = 0 sooner than by adding the change each time: from the last few it guesses where
/// the change would vanish (Anderson 1965).
class Mixing {
public:
    [[nodiscard]] Chain next(const Chain& x, const Chain& change) {
        if (passes_++ > 0) {
            const auto column = static_cast<Eigen::Index>((passes_ - 2) % memory);
            dx_.col(column) = x - x_;
            df_.col(column) = change - f_;
        }
        x_ = x;
        f_ = change;
        const auto known = static_cast<Eigen::Index>(std::min(passes_ - 1, memory));
        Chain step = change;
        if (known > 0) {
            const Eigen::VectorXd part = df_.leftCols(known).colPivHouseholderQr().solve(change);
            step -= (dx_.leftCols(known) + df_.leftCols(known)) * part;
        }
        // No bone turns farther in one pass than the tangent can be trusted.
        constexpr double farthest = 0.1;
        const double most = step.cwiseAbs().maxCoeff();
        return x + (most > farthest ? farthest / most : 1) * step;
    }

private:
    static constexpr int memory = 8;
    int passes_ = 0;
    Chain x_, f_;
    Eigen::Matrix<double, 6 * segments, memory> dx_, df_;
};

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

} // namespace

Motions standing() {
    Motions still;
    still.fill(Motion::Zero());
    return still;
}

anatomy::Posture posture(const SpineModel& model, const Motions& motions) {
    const auto bones = moved_bones(model, motions);
    anatomy::Posture result;
    for (std::size_t i = 0; i < bones.size(); ++i) {
        glm::dmat4 matrix(bones[i].turn);
        matrix[3] = glm::dvec4(bones[i].shift, 1);
        result.moved[i] = glm::mat4(matrix);
    }
    return result;
}

std::array<Vector6, segments> transmitted(const SpineModel& model, const Loads& loads,
                                          const Motions& motions) {
    std::array<Vector6, segments> pulls;
    for (std::size_t i = 0; i < segments; ++i) pulls[i] = generalised(loads.torques[i]);
    if (loads.on_bones.empty()) return pulls;
    const auto bones = moved_bones(model, motions);
    for (std::size_t i = 0; i < segments; ++i) {
        const glm::dvec3 about = bones[i](model[i].origin);
        glm::dvec3 force(0), moment(0);
        for (const BoneLoad& load : loads.on_bones) {
            if (load.bone > i) continue; // below this segment
            force += load.force;
            moment += load.moment + glm::cross(bones[load.bone](load.at) - about, load.force);
        }
        const glm::dmat3 into = glm::transpose(bones[i + 1].turn * model[i].axes);
        const glm::dvec3 f = into * force;
        const Motion& q = motions[i];
        const glm::dvec3 m = glm::transpose(spin_of({q[3], q[4], q[5]})) * (into * moment);
        for (int k = 0; k < 3; ++k) {
            pulls[i][k] += f[k];
            pulls[i][3 + k] += m[k];
        }
    }
    return pulls;
}

Pose balanced(const SpineModel& model, const Conditions& conditions, const Loads& loads, const Pose& start) {
    constexpr double enough_N = 1e-3, enough_Nm = 1e-5;
    constexpr int most_passes = 200;
    check(loads);
    Pose pose = start;
    pose.loads = loads;
    pose.effort = glm::dvec3(0);
    Mixing mixing;
    // A load's lever changes with the pose of the bones below: settle, move the levers, settle again.
    for (int pass = 1; pass <= most_passes; ++pass) {
        pose.balance = {.passes = pass};
        const auto pulls = transmitted(model, loads, pose.motions);
        Chain now, change;
        for (std::size_t i = 0; i < segments; ++i) {
            leave_over(pose.balance, elastic(model[i], conditions[i], pose.motions[i]).gradient - pulls[i]);
            const Settled settled = settle(model[i], conditions[i], pulls[i], pose.motions[i]);
            if (!settled.found)
                return kept(start, pose.balance, model[i].name + " finds no balance under this load");
            const auto at = static_cast<Eigen::Index>(6 * i);
            now.segment<6>(at) = pose.motions[i];
            change.segment<6>(at) = settled.motion - pose.motions[i];
        }
        if (pose.balance.force_residual_N < enough_N && pose.balance.moment_residual_Nm < enough_Nm)
            return pose;
        const Chain next = mixing.next(now, change);
        for (std::size_t i = 0; i < segments; ++i)
            pose.motions[i] = next.segment<6>(static_cast<Eigen::Index>(6 * i));
    }
    return kept(start, pose.balance, "the spine buckles under this load before it balances");
}

Pose turned(const SpineModel& model, const Conditions& conditions, const Region& region, const Turn& turn,
            const Pose& start) {
    constexpr double enough = 1e-9; // rad, of the whole region
    constexpr int most_passes = 60;
    refuse_beyond(model, region, turn);
    const glm::dvec3 goal = glm::radians(glm::dvec3(turn.flexion_deg, turn.side_bend_deg, turn.rotation_deg));
    Pose pose = start;
    for (std::size_t i = 0; i < segments; ++i)
        if (!region.holds(i)) pose.motions[i] = Motion::Zero();
    const auto pull_on = [&](std::size_t i) {
        Vector6 pull = Vector6::Zero();
        for (int k = 0; k < 3; ++k) {
            const auto at = static_cast<std::size_t>(k);
            pull[turn_entry[at]] = turn_sign[at] * pose.effort[k] * model[i].reference_moment;
        }
        return pull;
    };
    double before = 0;
    for (int pass = 1; pass <= most_passes; ++pass) {
        pose.balance = {.passes = pass};
        glm::dvec3 reached(0);
        glm::dmat3 give(0); // of the region's turns by the effort
        std::array<Matrix6, segments> compliance;
        for (std::size_t i = region.first; i <= region.last; ++i) {
            const Vector6 pull = pull_on(i);
            const Settled settled = settle(model[i], conditions[i], pull, pose.motions[i]);
            if (!settled.found) return kept(start, pose.balance, model[i].name + " finds no balance");
            leave_over(pose.balance, settled.elastic.gradient - pull);
            pose.motions[i] = settled.motion;
            reached += turns(settled.motion);
            compliance[i] = settled.elastic.hessian.ldlt().solve(Matrix6::Identity());
            for (std::size_t j = 0; j < 3; ++j)
                for (std::size_t k = 0; k < 3; ++k)
                    give[static_cast<int>(k)][static_cast<int>(j)] +=
                        model[i].reference_moment * turn_sign[j] * turn_sign[k] *
                        compliance[i](turn_entry[j], turn_entry[k]);
        }
        const glm::dvec3 missing = goal - reached;
        if (glm::length(missing) < enough) {
            for (std::size_t i = 0; i < segments; ++i)
                if (region.holds(i))
                    pose.loads.torques[i] = {pose.effort.x * model[i].reference_moment,
                                             pose.effort.y * model[i].reference_moment,
                                             pose.effort.z * model[i].reference_moment};
                else
                    pose.loads.torques[i] = {};
            pose.loads.on_bones.clear();
            return pose;
        }
        glm::dvec3 more = glm::inverse(give) * missing;
        constexpr double most_at_once = 0.5;
        const double size = glm::length(more);
        if (!std::isfinite(size)) break;
        if (size > most_at_once) more *= most_at_once / size;
        if (pass > 8 && glm::length(missing) > 0.7 * before) more *= 0.5;
        before = glm::length(missing);
        const glm::dvec3 effort = pose.effort;
        pose.effort += more;
        // Every segment is sent along its own compliance, so that it settles in a step or two.
        for (std::size_t i = region.first; i <= region.last; ++i) {
            Vector6 added = pull_on(i);
            const glm::dvec3 now = pose.effort;
            pose.effort = effort;
            added -= pull_on(i);
            pose.effort = now;
            Vector6 step = compliance[i] * added;
            const double over = step.tail<3>().norm() / 0.12;
            if (over > 1) step /= over;
            pose.motions[i] += step;
        }
    }
    return kept(start, pose.balance, "no moments were found that turn the spine so");
}

} // namespace spinescope::mechanics
