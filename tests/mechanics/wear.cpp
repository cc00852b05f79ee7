#include "files/installation.hpp"
#include "mechanics/creep.hpp"
#include "mechanics/region.hpp"
#include "mechanics/subfailure.hpp"
#include "spine.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace spinescope;
using namespace spinescope::mechanics;

namespace {

const anatomy::Figures& figures() {
    static const auto loaded = anatomy::Figures::load(files::asset("mechanics"));
    return loaded;
}

constexpr double minute = 60, hour = 3600;

} // namespace

TEST_CASE("Creep comes and goes at the published pace") {
    const CreepLaw law = creep_law(figures());
    const double end = law.end_per_strain * 0.2;
    const Creep held = later(law, {}, 0.2, 20 * minute);
    CHECK(held.strain() == Approx(end * (1 - std::exp(-20 / 9.4))).epsilon(0.01)); // McGill & Brown 1992
    CHECK(later(law, held, 0, 2 * minute).strain() == Approx(held.strain() / 2).epsilon(0.05));
    CHECK(later(law, held, 0, 30 * minute).strain() > 0.1 * held.strain());
    CHECK(later(law, held, 0, 7 * hour).strain() > 0.02 * held.strain()); // Solomonow 2003
    CHECK(later(law, held, 0, 48 * hour).strain() < 0.05 * held.strain());
    const Creep once = later(law, held, 0, 5 * minute);
    const Creep twice = later(law, later(law, held, 0, 2 * minute), 0, 3 * minute);
    CHECK(once.strain() == Approx(twice.strain()));
}

TEST_CASE("Twenty minutes of full flexion add five degrees and a half") {
    const CreepLaw law = creep_law(figures());
    double added = 0;
    for (std::size_t i = lumbar.first; i <= lumbar.last; ++i) {
        const Segment& segment = spine()[i];
        const Torque bend{.flexion_Nm = segment.reference_moment};
        Condition condition;
        std::array<Creep, ligaments> creep{};
        const double first = turn_of(under(segment, bend)).flexion_deg;
        for (int now = 0; now < 20; ++now) {
            const Motion q = under(segment, bend, condition);
            std::array<double, ligaments> most{};
            for (const Strand& strand : segment.strands) {
                const auto kind = static_cast<std::size_t>(strand.kind);
                const double length = glm::distance(carried(q, strand.upper), strand.lower);
                most[kind] = std::max(most[kind], strain(strand, length, condition.wear.of(strand)));
            }
            for (std::size_t kind = 0; kind < ligaments; ++kind) {
                creep[kind] = later(law, creep[kind], most[kind], minute);
                for (const Flank flank : {Flank::left, Flank::middle, Flank::right})
                    condition.wear.of(static_cast<Ligament>(kind), flank).rest_length =
                        1 + creep[kind].strain();
            }
        }
        added += turn_of(under(segment, bend, condition)).flexion_deg - first;
    }
    CHECK(added == Approx(5.5).epsilon(0.2)); // McGill & Brown 1992; the law's end is calibrated to it
}

TEST_CASE("A ligament is hurt only past its threshold, and for good") {
    const SubfailureLaw law = subfailure_law(figures());
    for (const Ligament kind : {Ligament::capsule, Ligament::flavum, Ligament::anterior_longitudinal}) {
        CHECK(stretched(law, kind, {}, 0.6).toe == 1);
        const StrandWear hurt = stretched(law, kind, {}, 0.9);
        CHECK(hurt.toe > 1.5);
        CHECK(stretched(law, kind, hurt, 0.3) == hurt);
        StrandWear again;
        for (int time = 0; time < 1000; ++time) again = stretched(law, kind, again, 0.9);
        CHECK(again.rest_length > hurt.rest_length);
        CHECK(again.rest_length < 1.071); // Pollock 2000
    }
    CHECK(stretched(law, Ligament::capsule, {}, 0.65).toe > 1); // yields at 62 % (Quinn & Winkelstein 2007)
    CHECK(stretched(law, Ligament::flavum, {}, 0.74).toe == 1);
    CHECK(stretched(law, Ligament::flavum, {}, 2).toe == Approx(3)); // Leahy 2012
    CHECK(stretched(law, Ligament::anterior_longitudinal, {}, 2).toe == Approx(5));
    // What normal motion does to a capsule is far from it.
    for (const Segment& segment : spine()) {
        const Motion q = under(segment, {.flexion_Nm = segment.reference_moment});
        for (const Strand& strand : segment.strands)
            if (strand.kind == Ligament::capsule) {
                const double now = strain(strand, glm::distance(carried(q, strand.upper), strand.lower));
                CHECK(now / strand.failure_strain < law.onset[static_cast<std::size_t>(strand.kind)]);
            }
    }
}

TEST_CASE("A hurt or crept segment takes more of the next twist") {
    const Segment& segment = spine()[segment_of("C5-C6")];
    Condition hurt;
    hurt.neutral_zone = 1.5;
    for (const Strand& strand : segment.strands)
        hurt.wear.of(strand.kind, strand.flank) = {.rest_length = 1.05, .toe = 3};
    const Torque twist{.rotation_Nm = 0.5 * segment.reference_moment};
    CHECK(turn_of(under(segment, twist, hurt)).rotation_deg >
          1.15 * turn_of(under(segment, twist)).rotation_deg);
}
