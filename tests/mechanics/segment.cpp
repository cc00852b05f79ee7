#include "mechanics/segment.hpp"

#include "spine.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace spinescope;
using namespace spinescope::mechanics;

namespace {

/// A motion as large as a joint's, the same for everyone.
Motion somewhere(double phase) {
    Motion q;
    for (int i = 0; i < 6; ++i) q[i] = std::sin(phase + 1.7 * i) * (i < 3 ? 1.2e-3 : 0.12);
    return q;
}

} // namespace

TEST_CASE("What holds a segment is the slope of its energy, its stiffness is symmetric") {
    Condition guarded;
    guarded.guarding = 0.6;
    for (const char* name : {"C1-C2", "C4-C5", "T6-T7", "L4-L5"}) {
        const Segment& segment = spine()[segment_of(name)];
        const Motion q = somewhere(0.4);
        const Elastic at = elastic(segment, guarded, q);
        CHECK((at.hessian - at.hessian.transpose()).norm() == 0);
        for (int i = 0; i < 6; ++i) {
            INFO(name << " entry " << i);
            const double h = i < 3 ? 1e-8 : 1e-6;
            Motion below = q, above = q;
            below[i] -= h;
            above[i] += h;
            const Elastic a = elastic(segment, guarded, below), b = elastic(segment, guarded, above);
            CHECK((b.energy - a.energy) / (2 * h) == Approx(at.gradient[i]).epsilon(1e-5).margin(1e-4));
            const Vector6 row = (b.gradient - a.gradient) / (2 * h);
            CHECK((row - at.hessian.col(i)).norm() < 1e-4 * at.hessian.col(i).norm());
        }
    }
}

TEST_CASE("No energy is won on a closed way") {
    const Segment& segment = spine()[segment_of("L3-L4")];
    constexpr int steps = 4000;
    double work = 0, spent = 0;
    const auto on_the_way = [](int step) {
        const double t = 2 * 3.14159265358979 * step / steps;
        Motion q;
        for (int i = 0; i < 6; ++i) q[i] = std::sin((1 + i % 3) * t + 0.3 * i) * (i < 3 ? 6e-4 : 0.08);
        return q;
    };
    for (int step = 0; step < steps; ++step) {
        const Motion a = on_the_way(step), b = on_the_way(step + 1);
        const double dw =
            (0.5 * (elastic(segment, {}, a).gradient + elastic(segment, {}, b).gradient)).dot(b - a);
        work += dw;
        spent += std::abs(dw);
    }
    CHECK(spent > 1);
    CHECK(std::abs(work) < 1e-4 * spent);
}

TEST_CASE("A twist to the left mirrors the twist to the right") {
    for (const Segment& segment : spine()) {
        INFO(segment.name);
        const double m = 0.7 * segment.reference_moment;
        const Motion right =
            under(segment, {.flexion_Nm = 0.3 * m, .side_bend_Nm = 0.4 * m, .rotation_Nm = m});
        const Motion left =
            under(segment, {.flexion_Nm = 0.3 * m, .side_bend_Nm = -0.4 * m, .rotation_Nm = -m});
        CHECK((right - mirrored(left)).cwiseAbs().maxCoeff() < 1e-9);
        CHECK(std::abs(turn_of(right).rotation_deg) > 0.2);
    }
}

TEST_CASE("Standing needs no load") {
    for (const Segment& segment : spine()) {
        const Elastic still = elastic(segment, {}, Motion::Zero());
        CHECK(still.gradient.norm() < 1e-9);
    }
    // Yet ligaments are taut then, and the disc bears their pull.
    const Segment& l4 = spine()[segment_of("L4-L5")];
    CHECK(elastic_of_ligament(l4, {}, Motion::Zero(), Ligament::flavum).gradient[1] > 0);
    CHECK(elastic_of_disc(l4, {}, Motion::Zero()).gradient[1] < 0);
}
