#include "mechanics/growth.hpp"

#include "mechanics/spine_model.hpp"

#include <algorithm>
#include <glm/geometric.hpp>
#include <map>
#include <string>

namespace spinescope::mechanics {

namespace {

constexpr std::array<const char*, ways> way_names{"flexion", "extension", "side_bend", "rotation"};

/// The most that a way's end may stretch it: of a capsule as measured each way.
double most_strain(const anatomy::Figures& mechanics, std::size_t i, Ligament kind, const std::string& name,
                   std::size_t way) {
    return figure_near(mechanics, i,
                       kind == Ligament::capsule ? name + "_strain_in_" + way_names[way]
                                                 : name + "_strain_in_range");
}

} // namespace

Ends ends_about_centres(const Segment& segment) {
    const auto about = [](const glm::dvec3& centre, const Turn& turn) {
        Motion q = motion_of(turn);
        const glm::dvec3 shift = centre - carried(q, centre);
        for (int k = 0; k < 3; ++k) q[k] = shift[k];
        return q;
    };
    const Range& range = segment.range;
    const Disc& disc = segment.disc;
    return {about(disc.sagittal_centre, {.flexion_deg = range.flexion_deg}),
            about(disc.sagittal_centre, {.flexion_deg = -range.extension_deg}),
            about({}, {.side_bend_deg = range.side_bend_deg}),
            about(disc.lateral_centre, {.rotation_deg = range.rotation_deg})};
}

void grow(Segment& segment, const anatomy::Figures& mechanics, std::size_t i, const Ends& ends) {
    std::map<std::string, int> strands; // of a structure
    for (const Strand& strand : segment.strands) ++strands[strand.structure];
    for (Strand& strand : segment.strands) {
        const std::string name(ligament_names[static_cast<std::size_t>(strand.kind)]);
        const auto of = [&](const char* what) { return figure_near(mechanics, i, name + what); };
        double rest = glm::distance(strand.upper, strand.lower) * (1 + of("_slack"));
        for (std::size_t way = 0; way < ways; ++way) {
            const double most = most_strain(mechanics, i, strand.kind, name, way);
            for (const double side : {1.0, -1.0}) { // the strand's fellow across the midline
                const glm::dvec3 mirror(1, 1, side);
                const double length =
                    glm::distance(carried(ends[way], mirror * strand.upper), mirror * strand.lower);
                rest = std::max(rest, length / (1 + most));
            }
        }
        strand.rest_length = rest;
        strand.stiffness = 1e3 * of("_stiffness") / of("_along") * rest / strands[strand.structure];
        strand.toe = of("_toe");
        strand.failure_strain = of("_failure_strain");
    }
}

} // namespace spinescope::mechanics
