#include "app/take_home/motion.hpp"

#include "app/stage.hpp"
#include "scene/joint_instant.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

namespace {

constexpr int postures_a_second = 25;

template <typename PostureAt>
scene::Motion sampled(double seconds, PostureAt posture_at_share) {
    scene::Motion motion;
    const int count = std::max(1, int(std::lround(seconds * postures_a_second)));
    for (int i = 0; i <= count; ++i) {
        const double share = double(i) / count;
        motion.time_s.push_back(share * seconds);
        motion.postures.push_back(posture_at_share(share));
    }
    return motion;
}

void open_as_at(anatomy::Posture& posture, const timeline::Trace& trace,
                std::span<const anatomy::FacetJoint> joints, double time_s) {
    const auto joint = std::ranges::find(joints, trace.joint, &anatomy::FacetJoint::id);
    if (joint == joints.end()) return;
    open_joint(posture, *joint, scene::drawn_opening_m(timeline::at(trace, time_s).gap_m));
}

} // namespace

scene::Motion motion_of(const mechanics::SpineModel& model, const timeline::Performance& performance) {
    const double cycle_s = timeline::cycle_s(performance.exercise);
    return sampled(cycle_s, [&](double share) {
        return mechanics::posture(model, timeline::motions_at(performance, share * cycle_s));
    });
}

scene::Motion motion_of(const timeline::Trace& trace, std::span<const anatomy::FacetJoint> joints,
                        double seconds) {
    return sampled(
        seconds, [&](double share) { return posture_at(trace, joints, timeline::ruler_time(trace, share)); });
}

anatomy::Posture posture_at(const timeline::Trace& trace, std::span<const anatomy::FacetJoint> joints,
                            double time_s) {
    anatomy::Posture posture;
    open_as_at(posture, trace, joints, time_s);
    for (const timeline::Trace& other : trace.neighbours) open_as_at(posture, other, joints, time_s);
    return posture;
}

} // namespace spinescope::app
