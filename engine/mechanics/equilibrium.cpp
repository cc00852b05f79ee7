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

} // namespace spinescope::mechanics
