#include "timeline/sweep.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

using namespace spinescope;
using namespace spinescope::timeline;

namespace {

Scenario quick() {
    Scenario scenario = load_scenario("healthy-pop");
    set(scenario, "end_min", 2);
    return scenario;
}

bool same_bits(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

} // namespace

TEST_CASE("A sweep's values are even steps or even ratios, both ends exact") {
    CHECK(values({"film_um", 1, 3, 3}) == std::vector<double>{1, 2, 3});
    CHECK(values({"film_um", 5, 9, 1}) == std::vector<double>{5});
    CHECK(values({"film_um", 3, 1, 3}) == std::vector<double>{3, 2, 1});
    const std::vector<double> ratios = values({"film_um", 1, 100, 3, true});
    CHECK(ratios.front() == 1);
    CHECK(ratios[1] == Approx(10));
    CHECK(ratios.back() == 100);
    CHECK_THROWS_AS(values({"film_um", 1, 3, 0}), Failure);
    CHECK_THROWS_AS(values({"film_um", 0, 3, 3, true}), Failure);
    CHECK_THROWS_AS(values({"film_um", 1, std::numeric_limits<double>::quiet_NaN(), 3}), Failure);
}

TEST_CASE("A grid is what solving its points one by one gives, bit for bit") {
    const std::vector<SweepAxis> axes{{"film_um", 1, 16, 3, true}, {"pull_N", 35, 45, 2}};
    const std::vector<SweepPoint> points = sweep(quick(), axes);
    REQUIRE(points.size() == 6);
    std::size_t i = 0;
    for (const double film : values(axes[0]))
        for (const double pull : values(axes[1])) {
            Scenario alone = quick();
            set(alone, "film_um", film);
            set(alone, "pull_N", pull);
            const Outcome expected = solve(alone).outcome;
            const SweepPoint& point = points[i++];
            CHECK(point.values == std::vector{film, pull});
            CHECK(point.outcome.reason == expected.reason);
            CHECK(same_bits(point.outcome.peak_tension_kPa, expected.peak_tension_kPa));
            CHECK(same_bits(point.outcome.peak_cavity_mm3, expected.peak_cavity_mm3));
            CHECK(same_bits(point.outcome.gap_after_mm, expected.gap_after_mm));
            CHECK(point.outcome.time_of_pop_s == expected.time_of_pop_s);
        }
    CHECK(points.front().outcome.popped);
    CHECK_FALSE(points.back().outcome.popped);
}

TEST_CASE("A sweep that cannot be is refused; a point that describes no pull stays in its place") {
    CHECK_THROWS_WITH(sweep(quick(), std::vector<SweepAxis>{{"flm_um", 1, 2, 2}}),
                      Catch::Contains("film_um"));
    CHECK_THROWS_WITH(sweep(quick(), std::vector<SweepAxis>{{"film_um", 0.1, 2, 2}}), Catch::Contains("0.5"));
    CHECK_THROWS_WITH(sweep(quick(), std::vector<SweepAxis>{{"aim_mm", 0, 2, 2}}), Catch::Contains("thrust"));
    const std::vector<SweepAxis> axes{{"pull_N", 30, 40, 2}}; // the hold of 32 N is more than 30
    const std::vector<SweepPoint> points = sweep(quick(), axes);
    CHECK_THAT(points[0].fault, Catch::Contains("hold_N"));
    CHECK(points[1].fault.empty());

    const std::string table = sweep_table(axes, points), text = sweep_csv(axes, points);
    CHECK_THAT(table, Catch::Contains("unsolved") && Catch::Contains("hold_N"));
    CHECK(std::ranges::count(table, '\n') == 3);
    CHECK(std::ranges::count(text, '\n') == 3);
    CHECK(std::ranges::count(text, ',') % 3 == 0); // every line has the same columns
    const auto report = nlohmann::json::parse(sweep_json(axes, points));
    REQUIRE(report.size() == 2);
    CHECK(report[0].contains("fault"));
    CHECK(report[1]["popped"] == true);
    CHECK(report[1]["pull_N"] == 40);
}
