#include "mechanics/segment_motion.hpp"

#include "files/failure.hpp"
#include "mechanics/region.hpp"
#include "spine.hpp"

#include <catch2/catch.hpp>
#include <glm/glm.hpp>
#include <limits>

using namespace spinescope;
using namespace spinescope::mechanics;

namespace {

const anatomy::Figures& figures() {
    static const anatomy::Figures loaded = anatomy::Figures::load(SPINESCOPE_SOURCE "/assets/anatomy");
    return loaded;
}

anatomy::Posture bent(const Turn& whole) {
    return posture(spine(), mechanics::turned(spine(), {}, whole_spine, whole).motions);
}

/// How far the head has turned about an axis of the spine frame, degrees.
double head_turned(const anatomy::Posture& posture, const glm::vec3& arm, const glm::vec3& towards) {
    const glm::vec3 now = glm::mat3(posture.moved[0]) * arm;
    return glm::degrees(std::atan2(glm::dot(now, towards), glm::dot(now, arm)));
}

} // namespace

TEST_CASE("ranges of the regions are those of White & Panjabi") {
    const auto ranges = ranges_of_motion(figures());
    double lumbar = 0, neck_rotation = 0;
    for (std::size_t i = 0; i < segments; ++i) {
        const std::string name = segment_name(i);
        CHECK(ranges[i].flexion_deg > 0);
        CHECK(ranges[i].extension_deg > 0);
        if (name.starts_with("L")) lumbar += ranges[i].flexion_deg + ranges[i].extension_deg;
        if (i < 8) neck_rotation += ranges[i].rotation_deg;
    }
    CHECK(segment_name(0) == "C0-C1");
    CHECK(segment_name(segments - 1) == "L5-S1");
    CHECK(lumbar == Approx(12 + 14 + 15 + 16 + 17));
    CHECK(neck_rotation > 70); // about half of it between atlas and axis
    CHECK(ranges[1].rotation_deg == Approx(40));
}

TEST_CASE("a turn goes the way its name says, and the head gets all of it") {
    const glm::vec3 forward(1, 0, 0), up(0, 1, 0), right(0, 0, 1);
    CHECK(head_turned(bent({.flexion_deg = 60}), up, forward) == Approx(60).margin(0.01));
    CHECK(head_turned(bent({.flexion_deg = -40}), up, forward) == Approx(-40).margin(0.01));
    CHECK(head_turned(bent({.side_bend_deg = 40}), up, right) > 30);
    // The curved spine turns about its own axis at every level, so the head leans a little too.
    CHECK(head_turned(bent({.rotation_deg = 50}), forward, right) > 40);
    CHECK(head_turned(bent({.rotation_deg = -50}), forward, right) < -40);
}

TEST_CASE("bones stay rigid and the sacrum stands still") {
    const anatomy::Posture posture = bent({.flexion_deg = 70, .side_bend_deg = -30, .rotation_deg = 40});
    for (const glm::mat4& moved : posture.moved) {
        const glm::mat3 turn(moved);

        for (int axis = 0; axis < 3; ++axis) CHECK(glm::length(turn[axis]) == Approx(1).margin(1e-4));
        CHECK(glm::determinant(turn) == Approx(1).margin(1e-4));
    }
    CHECK(posture.moved.back() == glm::mat4(1));
    for (const glm::mat4& moved : bent({}).moved) // no turn, no motion
        for (int column = 0; column < 4; ++column)
            CHECK(glm::distance(moved[column], glm::mat4(1)[column]) < 1e-5F);
}

TEST_CASE("each segment turns about the published centre: its own point stays") {
    const auto axes = segment_axes(figures());
    SegmentTurns one{};
    for (std::size_t i = 0; i < segments; ++i) {
        INFO(segment_name(i));
        one.fill({});
        one[i].flexion_deg = 8;
        const anatomy::Posture posture = mechanics::posture(axes, one);
        const glm::vec4 centre(glm::vec3(axes[i].flexion_centre), 1);
        CHECK(glm::distance(posture.moved[i] * centre, centre) < 1e-6f);
        // Bones below stand still, those above go along.
        CHECK(posture.moved[i + 1] == glm::mat4(1));
        if (i > 0) CHECK(posture.moved[i - 1] == posture.moved[i]);
    }
    // A lumbar centre lies in the rear half of the disc, near the lower endplate (Pearcy & Bogduk 1988).
    const glm::dvec3 l4 = axes[anatomy::chain_length - 3].flexion_centre;
    CHECK(std::abs(l4.z) < 1e-9);
    CHECK(std::abs(l4.x) < 0.05);
}

TEST_CASE("what a spine cannot do is refused with the most that it can") {
    CHECK_THROWS_WITH(bent({.flexion_deg = 400}), Catch::Contains("flexion"));
    CHECK_THROWS_WITH(bent({.flexion_deg = -400}), Catch::Contains("extension"));
    CHECK_THROWS_WITH(bent({.side_bend_deg = 1000}), Catch::Contains("at most"));
    CHECK_THROWS_AS(bent({.rotation_deg = std::numeric_limits<double>::quiet_NaN()}), Failure);
}
