#include "mechanics/disc_fit.hpp"

#include "files/failure.hpp"
#include "mechanics/settle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

/// Which entry of the motion a way turns, and to which side.
struct Entry {
    int index;
    double sign;
};
constexpr std::array<Entry, ways> entries{{{5, -1}, {5, 1}, {3, 1}, {4, 1}}};

} // namespace

Ends fit_disc(Segment& segment, std::optional<double> rotation_per_side_bend) {
    constexpr double least = 0.002, most = 4; // of the scale; and of its growth in a sweep
    constexpr double steepest = 1.0;          // of the tilt, rad
    constexpr double close_scale = 1e-4, close_ratio = 1e-3;
    constexpr int most_sweeps = 40; // what one way needs depends on the others
    const Range& range = segment.range;
    const std::array<double, ways> angles{range.flexion_deg, range.extension_deg, range.side_bend_deg,
                                          range.rotation_deg};
    const Condition fresh;
    Ends at;
    for (std::size_t way = 0; way < ways; ++way) {
        if (!(angles[way] > 0))
            throw Failure(segment.name, "has no range", "repair assets/anatomy/motion.csv");
        at[way] = Motion::Zero();
        at[way][entries[way].index] = entries[way].sign * glm::radians(angles[way]);
    }
    Disc& disc = segment.disc;
    std::array<double, ways> ribs{};
    for (std::size_t way = 0; way < ways; ++way) {
        DiscMoment unit = disc.moment[way];
        unit.scale = 1;
        ribs[way] = (1 - 1 / segment.rib_cage[way]) * segment.reference_moment /
                    disc_moment(unit, glm::radians(angles[way])).force;
    }
    Segment alone;
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double change = 0;
        for (std::size_t way = 0; way < ways; ++way) {
            const auto [index, sign] = entries[way];
            const Settled there = settle(segment, fresh, Vector6::Zero(), at[way], index);
            at[way] = there.motion;
            DiscMoment& moment = disc.moment[way];
            const auto borne = [&](double scale) { // by the disc
                alone.disc = disc;
                alone.disc.moment[way].scale = scale;
                return sign * elastic_of_disc(alone, fresh, there.motion).gradient[index];
            };
            const double by_scale = borne(1) - borne(0);
            const double before = moment.scale + disc.ribs[way];
            const double others = sign * there.elastic.gradient[index] - before * by_scale;
            const double scale =
                std::clamp((segment.reference_moment - others) / by_scale, least, most * before);
            change = std::max(change, std::abs(scale / before - 1));
            disc.ribs[way] = std::min(ribs[way], scale - least);
            moment.scale = scale - disc.ribs[way];
        }
        const Motion& bent = at[static_cast<std::size_t>(Way::side_bend)];
        const double miss = rotation_per_side_bend ? *rotation_per_side_bend + bent[4] / bent[3] : 0;
        disc.tilt = std::clamp(disc.tilt - 0.7 * miss, -steepest, steepest);
        if (change < close_scale && std::abs(miss) < close_ratio) break;
    }
    return at;
}

} // namespace spinescope::mechanics
