#include "mechanics/foramen.hpp"

#include "spine.hpp"

#include <catch2/catch.hpp>

using namespace spinescope::mechanics;

TEST_CASE("Bending forward and away gives a nerve root room, bending backward and towards it takes some") {
    for (std::size_t i = 2; i < segments; ++i) {
        const Segment& s = spine()[i];
        const double m = s.reference_moment;
        INFO(s.name);
        CHECK(foramen_room(s, Motion::Zero(), true) == 1);
        const Motion bent = under(s, {.side_bend_Nm = m});
        for (const bool right : {false, true}) {
            CHECK(foramen_room(s, under(s, {.flexion_Nm = m}), right) > 1.03);
            CHECK(foramen_room(s, under(s, {.flexion_Nm = -m}), right) < 0.97);
            CHECK((foramen_room(s, bent, right) < 1) == right);
            CHECK(foramen_room(s, bent, right) > 0.2);
        }
        CHECK(foramen_room(s, bent, true) == Approx(foramen_room(s, mirrored(bent), false)));
    }
}

TEST_CASE("Lumbar foramina are as wide as measured and change as seen in healthy people") {
    for (std::size_t i = segment_of("L1-L2"); i < segments; ++i) {
        const Segment& s = spine()[i];
        INFO(s.name);
        const double area = foramen_area_mm2(s, Motion::Zero(), true);
        CHECK(area > 90);
        CHECK(area < 190);
        const double wide = foramen_room(s, under(s, {.flexion_Nm = s.reference_moment}), true);
        const double tight = foramen_room(s, under(s, {.flexion_Nm = -s.reference_moment}), true);
        CHECK(1 - tight / wide < 0.55); // Schmid and colleagues 1999: up to 44 % between positions
    }
}

TEST_CASE("Above the axis roots leave between no pedicles") {
    CHECK(foramen_area_mm2(spine()[1], Motion::Zero(), true) == 0);
    CHECK(foramen_room(spine()[1], motion_of({.flexion_deg = 5}), false) == 1);
}
