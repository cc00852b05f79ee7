#include "timeline/validate.hpp"

#include "timeline/spectral_peak.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numbers>
#include <set>

using namespace spinescope::timeline;

TEST_CASE("The rows that the model meets stay inside, and every row is computed and sourced") {
    const std::vector<Validation> rows = validate(6); // the rows drawn at random are not held with so few
    std::set<std::string> numbers;
    for (const Validation& row : rows) {
        INFO(row.row << " " << row.observation << ": " << row.simulated);
        CHECK(std::isfinite(row.simulated));
        CHECK(row.low <= row.high);
        CHECK((row.standing == "calibrated" || row.standing == "predicted"));
        CHECK((row.trust == "measured" || row.trust == "recalled" || row.trust == "theory"));
        CHECK_FALSE(row.source.empty());
        numbers.insert(row.row.substr(0, row.row.find_first_of("abcdef")));
    }
    for (int i = 1; i <= 16; ++i) CHECK(numbers.contains(std::to_string(i)));

    for (const char* held : {"1", "2", "3", "4", "5", "6a", "6b", "7", "8", "11a", "11b", "12a", "12b", "12c",
                             "12d", "12e", "13b", "14", "16"}) {
        const auto row = std::ranges::find(rows, held, &Validation::row);
        REQUIRE(row != rows.end());
        INFO(row->row << " " << row->observation << ": " << row->simulated);
        CHECK(row->inside());
    }

    // Of the moving spine's rows all but these, which the model misses.
    const std::set<std::string> missed{"V4a", "V4d", "V5a", "V15e", "V27a", "V27b", "V29a"};
    int of_the_spine = 0;
    for (const Validation& row : rows) {
        if (row.row.front() != 'V') continue;
        ++of_the_spine;
        INFO(row.row << " " << row.observation << ": " << row.simulated);
        CHECK((row.inside() || missed.contains(row.row)));
    }
    CHECK(of_the_spine > 50);

    const auto report = nlohmann::json::parse(validation_json(rows));
    CHECK(report.size() == rows.size());
    const std::string text = validation_csv(rows);
    CHECK(std::ranges::count(text, '\n') == std::ptrdiff_t(rows.size()) + 1);
}

TEST_CASE("A miss is printed as a miss") {
    constexpr double open = std::numeric_limits<double>::infinity();
    const std::vector<Validation> rows{
        {"1", "a, with a comma", 1, 2, 3, "mm", "predicted", "measured", "Somebody 1999"},
        {"2", "b", -open, 2, 1, "mm", "calibrated", "recalled", "Somebody 1999"}};
    CHECK_THAT(validation_table(rows), Catch::Contains("OUTSIDE") && Catch::Contains("1 of 2 inside"));
    CHECK_THAT(validation_csv(rows), Catch::Contains("\"a, with a comma\",1,2,3,mm,no"));
    const auto report = nlohmann::json::parse(validation_json(rows));
    CHECK(report[0]["inside"] == false);
    CHECK(report[1]["low"].is_null());
}

TEST_CASE("The strongest tone of a clip is found") {
    std::vector<float> clip(12000);
    for (std::size_t i = 0; i < clip.size(); ++i) {
        const double t = double(i) / 48000;
        clip[i] = float(0.2 * std::sin(2 * std::numbers::pi * 333 * t) +
                        0.1 * std::sin(2 * std::numbers::pi * 1830 * t));
    }
    CHECK(spectral_peak_Hz(clip, 48000) == Approx(333).margin(3));
    CHECK(spectral_peak_Hz(std::vector<float>(4800, 0.0F), 48000) == 0);
}
