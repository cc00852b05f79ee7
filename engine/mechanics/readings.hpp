#pragma once

#include "mechanics/equilibrium.hpp"

#include <vector>

namespace spinescope::mechanics {

/// One ligament where it crosses one segment.
struct LigamentReading {
    Ligament kind = Ligament::flavum;
    std::string structure; ///< "capsule.L4-L5.right"
    std::size_t segment = 0;
    double strain = 0;           ///< over its length at rest, of its most stretched strand; below 0 slack
    double standing_strain = 0;  ///< the same strand's in standing
    double tension_N = 0;        ///< of all its strands
    double share_of_failure = 0; ///< strain over failure strain
};

/// What a segment's tissues bear in a pose.
struct SegmentReading {
    std::string name;
    Turn turn;
    glm::dvec3 shift_mm{}; ///< of the upper bone's point in the disc's middle: forward, up, right
    Torque disc_moment;
    double disc_compression_N =
        0; ///< beyond the weight borne in standing; ligaments and muscles on guard press too
    double facet_left_N = 0;
    double facet_right_N = 0;
    Turn share; ///< part of the whole motion in each plane, 0 to 1; 0 where there is none
};

struct Readings {
    std::array<SegmentReading, segments> segment;
    std::vector<LigamentReading> ligament; ///< from above downward
};
[[nodiscard]] Readings readings(const SpineModel& model, const Conditions& conditions,
                                const Motions& motions);

/// The most stretched of a kind in a segment; null where there is none.
[[nodiscard]] const LigamentReading* most_stretched(const Readings& readings, std::size_t segment,
                                                    Ligament kind);

} // namespace spinescope::mechanics
