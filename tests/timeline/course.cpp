#include "timeline/course.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace spinescope;
using namespace spinescope::mechanics;
using namespace spinescope::timeline;

namespace {

const SpineModel& spine() {
    static const SpineModel model = installed_spine_model();
    return model;
}

std::size_t place(std::string_view name) {
    std::size_t i = 0;
    while (i < segments && segment_name(i) != name) ++i;
    return i;
}

Regimen with(Regimen regimen, std::string_view key, double value) {
    set(regimen, key, value);
    return regimen;
}

/// Laxity of a segment at the moment nearest after a time.
double laxity(const Course& course, std::size_t segment, double time_s) {
    return at(course, time_s).segment[segment].laxity;
}

int pops(const Course& course, std::size_t segment) {
    return int(std::ranges::count_if(course.moments, [&](const Moment& moment) {
        return moment.segment[segment].popped_left || moment.segment[segment].popped_right;
    }));
}

constexpr double hour = 3600, day = 86400;

} // namespace

TEST_CASE("A twist goes where the spine is loosest: that joint pops, the stiff one does not") {
    const Course course = lived(spine(), load_regimen("self-twist"));
    CHECK(course.repetitions == 600);
    const std::size_t loose = place("L4-L5"), stiff = place("L3-L4");
    for (const Moment& moment : course.moments) {
        if (!moment.loaded) continue;
        for (std::size_t i = lumbar.first; i <= lumbar.last; ++i)
            if (i != loose) CHECK(moment.segment[i].share < moment.segment[loose].share);
        double whole = 0;
        for (const SegmentState& state : moment.segment) whole += double(state.share);
        CHECK(whole == Approx(1));
    }
    CHECK(pops(course, loose) > 100);
    CHECK(pops(course, stiff) == 0);
}

TEST_CASE(
    "The cycle: a loose segment hurt day after day takes more of the same twist, and rest does not undo it") {
    const Course course = lived(spine(), with(load_regimen("self-twist"), "rest_days", 2));
    const std::size_t loose = place("L4-L5");
    const Moment& last = course.moments.back();
    CHECK(std::ranges::any_of(course.happenings, [&](const Happening& happening) {
        return happening.id == "hurt" && happening.segment == loose;
    }));
    CHECK(last.segment[loose].laxity > 0.01);
    CHECK(last.segment[loose].share > course.moments.front().segment[loose].share);
    CHECK(last.segment[loose].neutral_zone_deg > course.moments.front().segment[loose].neutral_zone_deg);
}

TEST_CASE("Without a threshold crossed everything heals: some slack is left after seven hours, none after "
          "two days") {
    // Twenty minutes of full flexion, then rest (McGill & Brown 1992; Solomonow 2003).
    Regimen held = with(load_regimen("stretch"), "rotation_percent", 0);
    set(held, "flexion_percent", 100);
    set(held, "hold_s", 600);
    set(held, "repetitions", 2);
    set(held, "every_min", 10.01);
    set(held, "days", 1);
    set(held, "rest_days", 3);
    held.makeup.clear();
    const Course course = lived(spine(), held);
    for (const Happening& happening : course.happenings) CHECK(happening.id != "hurt");
    const double end = course.moments[1].time_s + 600;
    for (std::size_t i = lumbar.first; i <= lumbar.last; ++i) {
        INFO(segment_name(i));
        const double at_first = laxity(course, i, end + 125);
        CHECK(at_first > 0.01);
        CHECK(laxity(course, i, end + 7.1 * hour) > 0);
        CHECK(laxity(course, i, end + 2 * day + hour) < 0.05 * at_first);
    }
}

TEST_CASE("Slow and within range: nothing pops, nothing is hurt, nothing stays slack") {
    const Course course = lived(spine(), with(load_regimen("stretch"), "rest_days", 2));
    for (const Happening& happening : course.happenings) {
        CHECK(happening.id != "popped");
        CHECK(happening.id != "hurt");
    }
    for (const SegmentState& state : course.moments.back().segment) CHECK(std::abs(state.laxity) < 1e-3);
}

TEST_CASE("A twist to the left mirrors the twist to the right") {
    const Regimen right = with(load_regimen("self-twist"), "days", 3);
    const Course a = lived(spine(), right),
                 b = lived(spine(), with(right, "rotation_percent", -value_of(right, "rotation_percent")));
    REQUIRE(a.moments.size() == b.moments.size());
    for (std::size_t m = 0; m < a.moments.size(); ++m)
        for (std::size_t i = lumbar.first; i <= lumbar.last; ++i) {
            const SegmentState &x = a.moments[m].segment[i], &y = b.moments[m].segment[i];
            CHECK(x.turn_deg == Approx(y.turn_deg).epsilon(1e-4));
            CHECK(x.laxity == Approx(y.laxity).margin(1e-4));
            CHECK(x.popped_left == y.popped_right);
            CHECK(x.popped_right == y.popped_left);
        }
}

TEST_CASE("A joint pops again only after its refractory period") {
    const Regimen hasty = with(with(load_regimen("self-twist"), "days", 1), "every_min", 5);
    const Course course = lived(spine(), hasty);
    double last = -1e9;
    for (const Moment& moment : course.moments)
        if (moment.segment[place("L4-L5")].popped_right) {
            CHECK(moment.time_s - last >= 40 * 60); // Bereznick 2008: 40 to 95 min
            last = moment.time_s;
        }
    CHECK(last >= 0);
}

TEST_CASE("A professional's thrust reaches the stiff segment more than an unguided twist does") {
    Regimen meant = load_regimen("targeted"), unguided = meant;
    unguided.phases.front().manoeuvre.target.reset();
    const std::size_t stiff = place("L3-L4");
    const Course a = lived(spine(), meant), b = lived(spine(), unguided);
    double best = 0, mean = 0;
    int thrusts = 0;
    for (const Moment& moment : a.moments)
        if (moment.loaded) {
            best = std::max(best, double(moment.segment[stiff].share));
            mean += double(moment.segment[stiff].share);
            ++thrusts;
        }
    CHECK(best > 1.2 * double(b.moments.front().segment[stiff].share));
    CHECK(mean / thrusts > double(b.moments.front().segment[stiff].share));
}

TEST_CASE("The ruler of days is its own inverse") {
    const Course course = lived(spine(), with(with(load_regimen("self-twist"), "days", 4), "rest_days", 2));
    double last = -1;
    for (const Moment& moment : course.moments) {
        const double place = ruler_position(course, moment.time_s);
        CHECK(place > last);
        last = place;
        CHECK(ruler_time(course, place) == Approx(moment.time_s).margin(1e-3));
        CHECK(at(course, moment.time_s).time_s == moment.time_s);
    }
}

TEST_CASE("What cannot be done to a spine is refused") {
    Regimen idle = load_regimen("self-twist");
    idle.phases.clear();
    CHECK_THROWS_AS(lived(spine(), idle), Failure);
}
