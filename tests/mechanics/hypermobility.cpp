#include "mechanics/hypermobility.hpp"

#include "spine.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace spinescope::mechanics;

TEST_CASE("No segment of a healthy spine counts as hypermobile, on guard or not") {
    for (const double guarding : {0.0, 1.0}) {
        Conditions conditions;
        for (Condition& condition : conditions) condition.guarding = guarding;
        const auto found = hypermobility(spine(), conditions);
        for (std::size_t i = 0; i < segments; ++i) {
            INFO(found[i].why);
            CHECK_FALSE(found[i].beyond);
            const Range& range = spine()[i].range;
            CHECK(found[i].rotation_deg == Approx(range.flexion_deg + range.extension_deg).epsilon(0.15));
        }
    }
}

TEST_CASE("A segment whose disc and ligaments gave way goes beyond the limits and is named, alone") {
    const std::size_t at = segment_of("L4-L5");
    Conditions conditions;
    Condition& hurt = conditions[at];
    hurt.resistance = 0.5;
    hurt.neutral_zone = 3;
    for (const Strand& strand : spine()[at].strands)
        hurt.wear.of(strand.kind, strand.flank) = {.rest_length = 1.12, .toe = 3};
    const auto found = hypermobility(spine(), conditions);
    for (std::size_t i = 0; i < segments; ++i) CHECK(found[i].beyond == (i == at));
    CHECK_THAT(found[at].why, Catch::Contains("L4-L5") && Catch::Contains("beyond"));
    CHECK(found[at].rotation_deg > hypermobility(spine(), {})[at].rotation_deg + 4);
    // Hurt capsules by themselves are not enough.
    Conditions capsules;
    for (const Strand& strand : spine()[at].strands)
        if (strand.kind == Ligament::capsule) capsules[at].wear.of(strand.kind, strand.flank).toe = 3;
    CHECK_FALSE(hypermobility(spine(), capsules)[at].beyond);
}
