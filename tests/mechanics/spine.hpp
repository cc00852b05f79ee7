#pragma once

#include "mechanics/equilibrium.hpp"
#include "mechanics/settle.hpp"

namespace spinescope::mechanics {

/// The installed spine, built once for all tests.
inline const SpineModel& spine() {
    static const SpineModel model = installed_spine_model();
    return model;
}

inline std::size_t segment_of(std::string_view name) {
    std::size_t i = 0;
    while (i < segments && segment_name(i) != name) ++i;
    return i;
}

/// One segment turned by a torque about its own axes.
inline Motion under(const Segment& segment, const Torque& torque, const Condition& condition = {}) {
    Vector6 pull = Vector6::Zero();
    pull[3] = torque.side_bend_Nm;
    pull[4] = -torque.rotation_Nm;
    pull[5] = -torque.flexion_Nm;
    return settle(segment, condition, pull, Motion::Zero()).motion;
}

/// The same motion to the other side.
inline Motion mirrored(const Motion& q) {
    Motion other = q;
    for (const int i : {2, 3, 4}) other[i] = -q[i];
    return other;
}

} // namespace spinescope::mechanics
