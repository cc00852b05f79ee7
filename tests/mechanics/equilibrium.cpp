#include "mechanics/equilibrium.hpp"

#include "files/failure.hpp"
#include "mechanics/readings.hpp"
#include "mechanics/rotation.hpp"
#include "spine.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <random>

using namespace spinescope;
using namespace spinescope::mechanics;

namespace {

Turn sum(const Motions& motions, const Region& region) {
    Turn all;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        const Turn turn = turn_of(motions[i]);
        all.flexion_deg += turn.flexion_deg;
        all.side_bend_deg += turn.side_bend_deg;
        all.rotation_deg += turn.rotation_deg;
    }
    return all;
}

} // namespace

TEST_CASE("A pose has the angles that were asked for, in balance") {
    for (const Region& region : {whole_spine, cervical, thoracic, lumbar})
        for (const Turn& turn : {Turn{.flexion_deg = 25},
                                 {.flexion_deg = -14, .rotation_deg = 3},
                                 {.flexion_deg = 10, .side_bend_deg = -12, .rotation_deg = 4}}) {
            INFO(region.name << " " << turn.flexion_deg);
            const Pose pose = turned(spine(), {}, region, turn);
            REQUIRE(pose.balance.found);
            CHECK(pose.balance.force_residual_N < 1e-4);
            CHECK(pose.balance.moment_residual_Nm < 1e-6);
            const Turn reached = sum(pose.motions, region);
            CHECK(reached.flexion_deg == Approx(turn.flexion_deg).margin(1e-6));
            CHECK(reached.side_bend_deg == Approx(turn.side_bend_deg).margin(1e-6));
            CHECK(reached.rotation_deg == Approx(turn.rotation_deg).margin(1e-6));
            for (std::size_t i = 0; i < segments; ++i)
                if (!region.holds(i)) CHECK(pose.motions[i].norm() == 0);
            // The loads that it names hold it there.
            const Pose held = balanced(spine(), {}, pose.loads, pose);
            for (std::size_t i = 0; i < segments; ++i)
                CHECK((held.motions[i] - pose.motions[i]).norm() < 1e-6);
        }
    CHECK(turned(spine(), {}, whole_spine, {}).motions == standing());
}

TEST_CASE("Forces and moments balance at every bone") {
    // A push on T2, a weight at the neck and a twist of the head, told in the spine's frame.
    Loads loads;
    loads.on_bones = {{.bone = 9, .at = {-0.06, 0.41, 0.02}, .force = {20, 0, 5}},
                      {.bone = 7, .at = {0, 0.44, 0}, .force = {0, -8, 0}},
                      {.bone = 0, .at = {0, 0.56, 0}, .moment = {0, 0.5, 0.2}}};
    const Pose pose = balanced(spine(), {}, loads);
    REQUIRE(pose.balance.found);
    const anatomy::Posture moved = posture(spine(), pose.motions);
    const auto carry = [&](std::size_t bone, const glm::dvec3& p) {
        return glm::dvec3(glm::dmat4(moved.moved[bone]) * glm::dvec4(p, 1));
    };
    // What each segment's tissues bear, as a force and a moment about the origin of the spine frame.
    std::array<glm::dvec3, segments + 1> force{}, moment{};
    for (std::size_t i = 0; i < segments; ++i) {
        const Segment& s = spine()[i];
        const Motion& q = pose.motions[i];
        const Vector6 g = elastic(s, {}, q).gradient;
        const glm::dmat3 out = glm::dmat3(glm::dmat4(moved.moved[i + 1])) * s.axes;
        const glm::dvec3 own =
            glm::inverse(glm::transpose(spin_of({q[3], q[4], q[5]}))) * glm::dvec3(g[3], g[4], g[5]);
        force[i] = out * glm::dvec3(g[0], g[1], g[2]);
        moment[i] = out * own + glm::cross(carry(i, s.origin), force[i]);
    }
    for (std::size_t bone = 0; bone < segments; ++bone) {
        INFO("bone " << bone);
        glm::dvec3 f = -force[bone], m = -moment[bone];
        if (bone > 0) {
            f += force[bone - 1];
            m += moment[bone - 1];
        }
        for (const BoneLoad& load : loads.on_bones)
            if (load.bone == bone) {
                f += load.force;
                m += load.moment + glm::cross(carry(bone, load.at), load.force);
            }
        CHECK(glm::length(f) < 0.01);
        CHECK(glm::length(m) < 0.001);
    }
}

TEST_CASE("A twist goes where the spine gives") {
    Conditions conditions;
    const std::size_t loose = segment_of("L2-L3"), stiff = segment_of("L4-L5");
    const Pose fresh = turned(spine(), conditions, lumbar, {.rotation_deg = 6});
    conditions[loose].resistance = 0.4;
    conditions[loose].neutral_zone = 2;
    conditions[stiff].resistance = 20;
    const Pose uneven = turned(spine(), conditions, lumbar, {.rotation_deg = 6});
    REQUIRE(uneven.balance.found);
    const auto share = [&](const Pose& pose, std::size_t i) {
        return readings(spine(), conditions, pose.motions).segment[i].share.rotation_deg;
    };
    CHECK(share(uneven, loose) > 1.3 * share(fresh, loose));
    CHECK(share(uneven, stiff) < 0.5 * share(fresh, stiff));
}

TEST_CASE("To the left is to the right, mirrored") {
    const Pose right =
        turned(spine(), {}, whole_spine, {.flexion_deg = 20, .side_bend_deg = 10, .rotation_deg = 30});
    const Pose left =
        turned(spine(), {}, whole_spine, {.flexion_deg = 20, .side_bend_deg = -10, .rotation_deg = -30});
    for (std::size_t i = 0; i < segments; ++i)
        CHECK((right.motions[i] - mirrored(left.motions[i])).cwiseAbs().maxCoeff() < 1e-9);
}

TEST_CASE("Loads that no spine bears are refused with what it does") {
    CHECK_THROWS_WITH(turned(spine(), {}, whole_spine, {.flexion_deg = 300}), Catch::Contains("at most"));
    CHECK_THROWS_WITH(turned(spine(), {}, lumbar, {.rotation_deg = 20}), Catch::Contains("at most 9"));
    CHECK_THROWS_WITH(turned(spine(), {}, cervical, {.flexion_deg = -200}), Catch::Contains("extension"));
    CHECK_THROWS_AS(turned(spine(), {}, lumbar, {.side_bend_deg = std::numeric_limits<double>::quiet_NaN()}),
                    Failure);
    CHECK_THROWS_WITH(twisted(lumbar, {.rotation_Nm = 1e6}), Catch::Contains("at most 150 N m"));
    Loads loads;
    loads.on_bones = {{.bone = 99}};
    CHECK_THROWS_WITH(balanced(spine(), {}, loads), Catch::Contains("chain"));
    loads.on_bones = {{.bone = 3, .force = {0, std::numeric_limits<double>::infinity(), 0}}};
    CHECK_THROWS_AS(balanced(spine(), {}, loads), Failure);
    CHECK_THROWS_WITH(region_named("lumbr"), Catch::Contains("lumbar"));
}

TEST_CASE("Where no balance is found the last good pose is kept, and said so") {
    const Pose good = turned(spine(), {}, lumbar, {.flexion_deg = 20});
    Loads loads;
    // A bare spine without muscles buckles under far less (Lucas & Bresler 1961: 20 N on T1).
    loads.on_bones = {{.bone = 0, .at = {0.1, 0.55, 0}, .force = {0, -2000, 700}}};
    const Pose pose = balanced(spine(), {}, loads, good);
    CHECK_FALSE(pose.balance.found);
    CHECK(pose.motions == good.motions);
    CHECK_THAT(pose.balance.why, Catch::Contains("load"));
}

TEST_CASE("Every turn within the range is found, in any condition, from anywhere") {
    std::mt19937 dice(7);
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(dice()) / static_cast<double>(std::mt19937::max());
    };
    Pose last;
    for (const Region& region : {cervical, thoracic, lumbar, whole_spine})
        for (int draw = 0; draw < 40; ++draw) {
            double flexion = 0, extension = 0, side_bend = 0, rotation = 0;
            for (std::size_t i = region.first; i <= region.last; ++i) {
                const Range& range = spine()[i].range;
                flexion += range.flexion_deg;
                extension += range.extension_deg;
                side_bend += range.side_bend_deg;
                rotation += range.rotation_deg;
            }
            Conditions conditions;
            if (draw % 2 == 1)
                for (Condition& condition : conditions) {
                    condition.guarding = between(0, 1);
                    condition.resistance = std::exp(between(-1.5, 3));
                    condition.neutral_zone = between(1, 3);
                    for (const Flank flank : {Flank::left, Flank::right})
                        condition.wear.of(Ligament::capsule, flank) = {between(1, 1.1), between(1, 3)};
                }
            const Turn turn{between(-0.98 * extension, 0.98 * flexion), between(-0.98, 0.98) * side_bend,
                            between(-0.98, 0.98) * rotation};
            INFO(region.name << " " << turn.flexion_deg << " " << turn.side_bend_deg << " "
                             << turn.rotation_deg);
            last = turned(spine(), conditions, region, turn, last);
            CHECK(last.balance.found);
            CHECK(last.balance.passes < 40);
        }
}

TEST_CASE("A spine comes to rest where it stays: it bends under a weight and springs back") {
    Loads loads;
    loads.on_bones = {{.bone = 0, .at = {0.1, 0.55, 0}, .force = {0, -5, 0}}};
    const Pose bent = balanced(spine(), {}, loads);
    REQUIRE(bent.balance.found);
    CHECK(sum(bent.motions, whole_spine).flexion_deg > 10);
    const Pose again = balanced(spine(), {}, {}, bent);
    for (const Motion& q : again.motions) CHECK(q.norm() < 1e-6);
    // The same weight bends one on guard less.
    Conditions braced;
    for (Condition& condition : braced) condition.guarding = 1;
    CHECK(sum(balanced(spine(), braced, loads).motions, whole_spine).flexion_deg <
          0.7 * sum(bent.motions, whole_spine).flexion_deg);
}

TEST_CASE("Too much for a spine without muscles is told as that, and leaves no pose that cannot be") {
    const Pose good = turned(spine(), {}, lumbar, {.flexion_deg = 10});
    for (const double weight : {200.0, 800.0, 4000.0})
        for (const double aside : {0.0, 0.03, -0.15}) {
            Loads loads;
            loads.on_bones = {{.bone = 0, .at = {0.05, 0.56, aside}, .force = {0, -weight, 0}}};
            const Pose pose = balanced(spine(), {}, loads, good);
            INFO(weight << " N, " << aside << " m aside");
            CHECK_FALSE(pose.balance.found);
            CHECK_THAT(pose.balance.why, Catch::Contains("load"));
            CHECK(pose.motions == good.motions);
            CHECK(std::isfinite(pose.balance.force_residual_N));
        }
}
