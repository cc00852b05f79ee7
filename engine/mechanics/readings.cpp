#include "mechanics/readings.hpp"

#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::mechanics {

namespace {

void read_ligaments(Readings& all, std::size_t i, const Segment& segment, const Condition& condition,
                    const Motion& q) {
    const auto first = static_cast<std::ptrdiff_t>(all.ligament.size());
    for (const Strand& strand : segment.strands) {
        const StrandWear& wear = condition.wear.of(strand);
        const double length = glm::distance(carried(q, strand.upper), strand.lower);
        const double now = strain(strand, length, wear);
        const double stood = strain(strand, glm::distance(strand.upper, strand.lower), wear);
        LigamentReading* reading = nullptr;
        for (auto at = all.ligament.begin() + first; at != all.ligament.end(); ++at)
            if (at->structure == strand.structure) reading = &*at;
        if (!reading) {
            all.ligament.push_back({.kind = strand.kind, .structure = strand.structure, .segment = i});
            reading = &all.ligament.back();
            reading->strain = -1;
        }
        reading->tension_N += pulled(strand, length, wear).force;
        if (now > reading->strain) {
            reading->strain = now;
            reading->standing_strain = stood;
            reading->share_of_failure = now / strand.failure_strain;
        }
    }
}

double share(double part, double whole) {
    return std::abs(whole) < 1e-9 ? 0 : part / whole;
}

} // namespace

Readings readings(const SpineModel& model, const Conditions& conditions, const Motions& motions) {
    Readings all;
    Turn whole;
    for (std::size_t i = 0; i < segments; ++i) {
        const Segment& segment = model[i];
        const Motion& q = motions[i];
        SegmentReading& reading = all.segment[i];
        reading.name = segment.name;
        reading.turn = turn_of(q);
        reading.shift_mm = 1e3 * glm::dvec3(q[0], q[1], q[2]);
        whole.flexion_deg += reading.turn.flexion_deg;
        whole.side_bend_deg += reading.turn.side_bend_deg;
        whole.rotation_deg += reading.turn.rotation_deg;
        const Vector6 disc = elastic_of_disc(segment, conditions[i], q).gradient;
        reading.disc_moment = {-disc[5], disc[3], -disc[4]};
        reading.disc_compression_N = -disc[1] + conditions[i].guarding * segment.guard_compression;
        for (const FacetPatch& facet : segment.facets)
            (facet.right ? reading.facet_right_N : reading.facet_left_N) +=
                pressed(facet, -glm::dot(carried(q, facet.at) - facet.at, facet.normal)).force;
        read_ligaments(all, i, segment, conditions[i], q);
    }
    for (SegmentReading& reading : all.segment)
        reading.share = {share(reading.turn.flexion_deg, whole.flexion_deg),
                         share(reading.turn.side_bend_deg, whole.side_bend_deg),
                         share(reading.turn.rotation_deg, whole.rotation_deg)};
    return all;
}

const LigamentReading* most_stretched(const Readings& readings, std::size_t segment, Ligament kind) {
    const LigamentReading* most = nullptr;
    for (const LigamentReading& reading : readings.ligament)
        if (reading.segment == segment && reading.kind == kind && (!most || reading.strain > most->strain))
            most = &reading;
    return most;
}

} // namespace spinescope::mechanics
