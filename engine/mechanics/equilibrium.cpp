#include "mechanics/equilibrium.hpp"

#include "files/failure.hpp"
#include "mechanics/definite.hpp"
#include "mechanics/rotation.hpp"
#include "mechanics/settle.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>
#include <vector>

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

constexpr auto freedoms = static_cast<Eigen::Index>(6 * segments);
using Chain = Eigen::Matrix<double, freedoms, 1>;

auto part(Chain& chain, std::size_t i) {
    return chain.segment<6>(static_cast<Eigen::Index>(6 * i));
}

auto part(const Chain& chain, std::size_t i) {
    return chain.segment<6>(static_cast<Eigen::Index>(6 * i));
}

Motions motions_of(const Chain& q) {
    Motions motions;
    for (std::size_t i = 0; i < segments; ++i) motions[i] = part(q, i);
    return motions;
}

/// The spine under loads, somewhere: its energy less the work of the loads, the slope of that (what is left
/// over) and the stiffness of each segment's tissues, made definite.
struct Loaded {
    Chain q = Chain::Zero();
    double energy = 0;
    Chain slope = Chain::Zero();
    std::vector<Eigen::LLT<Matrix6>> stiffness; ///< one a segment
};

Loaded loaded(const SpineModel& model, const Conditions& conditions, const Loads& loads, const Chain& q) {
    Loaded at;
    at.q = q;
    at.stiffness.reserve(segments);
    const Motions motions = motions_of(q);
    const auto pulls = transmitted(model, loads, motions);
    for (std::size_t i = 0; i < segments; ++i) {
        const Elastic e = elastic(model[i], conditions[i], motions[i]);
        at.energy += e.energy - generalised(loads.torques[i]).dot(motions[i]);
        part(at.slope, i) = e.gradient - pulls[i];
        at.stiffness.push_back(factored(e.hessian));
    }
    const auto bones = moved_bones(model, motions);
    for (const BoneLoad& load : loads.on_bones)
        at.energy -= glm::dot(load.force, bones[load.bone](load.at) - load.at);
    return at;
}

/// What the moments on bones do on the way from one place to another.
double work_of_moments(const SpineModel& model, Loads loads, const Chain& from, const Chain& to) {
    loads.torques = {};
    for (BoneLoad& load : loads.on_bones) load.force = glm::dvec3(0);
    const auto a = transmitted(model, loads, motions_of(from)), b = transmitted(model, loads, motions_of(to));
    double work = 0;
    for (std::size_t i = 0; i < segments; ++i) work += 0.5 * (a[i] + b[i]).dot(part(to, i) - part(from, i));
    return work;
}

/// Downhill from one place to the next with what the last few steps told of how the loads' levers change
/// (Nocedal 1980), over the stiffness of the tissues, which is known.
class Descent {
public:
    [[nodiscard]] Chain way(const Loaded& at) {
        Chain r = at.slope;
        std::array<double, memory> alpha{};
        for (int k = known_; k-- > 0;) {
            alpha[slot(k)] = s_[slot(k)].dot(r) / sy_[slot(k)];
            r -= alpha[slot(k)] * y_[slot(k)];
        }
        for (std::size_t i = 0; i < segments; ++i) part(r, i) = at.stiffness[i].solve(part(r, i)).eval();
        for (int k = 0; k < known_; ++k)
            r += (alpha[slot(k)] - y_[slot(k)].dot(r) / sy_[slot(k)]) * s_[slot(k)];
        return -r;
    }

    void learn(const Loaded& before, const Loaded& after) {
        const Chain s = after.q - before.q, y = after.slope - before.slope;
        const double sy = s.dot(y);
        if (!(sy > 1e-12 * s.norm() * y.norm())) return;
        if (known_ == memory)
            first_ = (first_ + 1) % memory;
        else
            ++known_;
        s_[slot(known_ - 1)] = s;
        y_[slot(known_ - 1)] = y;
        sy_[slot(known_ - 1)] = sy;
    }

    void forget() { known_ = 0; }

private:
    static constexpr int memory = 12;
    [[nodiscard]] std::size_t slot(int k) const { return static_cast<std::size_t>((first_ + k) % memory); }
    int first_ = 0, known_ = 0;
    std::array<Chain, memory> s_, y_;
    std::array<double, memory> sy_{};
};

/// A step no bone takes farther than the tissues' stiffness can be trusted.
void shorten(Chain& step) {
    constexpr double farthest_m = 3e-3, farthest_rad = 0.12;
    double over = 1;
    for (std::size_t i = 0; i < segments; ++i)
        over = std::max({over, part(step, i).head<3>().norm() / farthest_m,
                         part(step, i).tail<3>().norm() / farthest_rad});
    step /= over;
}

/// The first segment that has gone so many times beyond its range; none: `segments`.
std::size_t given_way(const SpineModel& model, const Motions& motions, double far) {
    for (std::size_t i = 0; i < segments; ++i) {
        const Turn turn = turn_of(motions[i]);
        const Range& range = model[i].range;
        if (turn.flexion_deg > far * range.flexion_deg || -turn.flexion_deg > far * range.extension_deg ||
            std::abs(turn.side_bend_deg) > far * range.side_bend_deg ||
            std::abs(turn.rotation_deg) > far * range.rotation_deg)
            return i;
    }
    return segments;
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
    check(loads);
    Pose pose;
    pose.loads = loads;
    if (loads.on_bones.empty()) { // every segment for itself
        for (std::size_t i = 0; i < segments; ++i) {
            const Vector6 pull = generalised(loads.torques[i]);
            const Settled settled = settle(model[i], conditions[i], pull, start.motions[i]);
            pose.balance.passes = std::max(pose.balance.passes, settled.steps + 1);
            leave_over(pose.balance, settled.elastic.gradient - pull);
            if (!settled.found)
                return kept(start, pose.balance, model[i].name + " finds no balance under this load");
            pose.motions[i] = settled.motion;
        }
        return pose;
    }
    constexpr double enough_N = 1e-3, enough_Nm = 1e-5;
    constexpr int most_passes = 200;
    constexpr double known = 1.6,
                     lost = 4; // times its range: so far a segment is known; from there none returns
    Chain q;
    for (std::size_t i = 0; i < segments; ++i) part(q, i) = start.motions[i];
    Loaded now = loaded(model, conditions, loads, q);
    Descent descent;
    for (int pass = 1; pass <= most_passes; ++pass) {
        pose.balance = {.passes = pass};
        for (std::size_t i = 0; i < segments; ++i) leave_over(pose.balance, part(now.slope, i));
        pose.motions = motions_of(now.q);
        const bool balances =
            pose.balance.force_residual_N < enough_N && pose.balance.moment_residual_Nm < enough_Nm;
        if (const auto i = given_way(model, pose.motions, balances ? known : lost); i < segments)
            return kept(start, pose.balance,
                        "the spine gives way at " + model[i].name +
                            " under this load; living ones hold it with muscles, which are not here");
        if (balances) return pose;
        Chain step = descent.way(now);
        if (!(now.slope.dot(step) < 0)) {
            descent.forget();
            step = descent.way(now);
        }
        shorten(step);
        const double slope = now.slope.dot(step);
        bool taken = false;
        for (double share = 1; share > 1e-6 && !taken; share /= 2) {
            Loaded next = loaded(model, conditions, loads, now.q + share * step);
            // Moments that keep their direction in space have no energy: their work is told by its ends.
            double work = 0;
            if (std::ranges::any_of(loads.on_bones,
                                    [](const BoneLoad& l) { return l.moment != glm::dvec3(0); }))
                work = work_of_moments(model, loads, now.q, next.q);
            const double rounding = 1e-13 * (1 + std::abs(now.energy));
            if (next.energy - work <= now.energy + 1e-4 * share * slope + rounding) {
                descent.learn(now, next);
                now = std::move(next);
                taken = true;
            }
        }
        if (!taken) break;
    }
    return kept(start, pose.balance, "no balance was found under this load");
}

} // namespace spinescope::mechanics
