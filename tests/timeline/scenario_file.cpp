#include "timeline/scenario.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

using namespace spinescope;
using namespace spinescope::timeline;
using Catch::Contains;

namespace {

const std::string good = R"({"title": "T", "summary": "S.", "joint": "facet.L4-L5.right",
                             "parameters": {"film_um": 2.5}})";

const std::string thrust = R"({"title": "T", "summary": "S.", "joint": "facet.L4-L5.right",
    "parameters": {"film_um": 2.5}, "thrust": {"aim_mm": 10, "spread_mm": 40, "joints":
    {"facet.L3-L4.right": {"film_um": 3}, "facet.L5-S1.right": {}}}})";

Scenario parsed(const std::string& text) {
    return parse_scenario(text, "mine", "scenarios/mine.json");
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

} // namespace

TEST_CASE("A scenario is read from its file") {
    const Scenario scenario = parsed(good);
    CHECK(scenario.name == "mine");
    CHECK(scenario.title == "T");
    CHECK(scenario.joint == "facet.L4-L5.right");
    CHECK(parameters_of(scenario).film == Approx(2.5e-6));
}

TEST_CASE("Every scenario of the installation can be read and solved") {
    const std::vector<std::string> names = scenario_names();
    CHECK(std::ranges::is_sorted(names));
    for (const char* name : {"healthy-pop", "too-soon"}) CHECK(std::ranges::find(names, name) != names.end());
    for (const std::string& name : names) {
        INFO(name);
        const Scenario scenario = load_scenario(name);
        CHECK_FALSE(scenario.summary.empty());
        CHECK_NOTHROW(solve(scenario));
    }
}

TEST_CASE("An unknown scenario is refused with the nearest name") {
    CHECK_THROWS_WITH(load_scenario("helthy-pop"), Contains("healthy-pop"));
    CHECK_THROWS_AS(load_scenario(""), Failure);
    CHECK_THROWS_AS(load_scenario("../../../etc/passwd"), Failure);
    CHECK_THROWS_WITH(load_scenario(std::string(5000, 'x') + "\n"), !Contains("\n"));
}

TEST_CASE("A wrong file is refused with the place and the key") {
    const auto refused = [](const std::string& text, const std::string& says) {
        INFO(text.substr(0, 200));
        CHECK_THROWS_WITH(parsed(text), Contains("scenarios/mine.json") && Contains(says));
    };
    refused("", "JSON");
    refused("[1, 2]", "object");
    refused("null", "object");
    refused(good.substr(0, good.size() / 2), "JSON");
    refused("{\"title\": \"T\",\n\n  oops}", "mine.json:3");
    refused(replaced(good, "\"summary\"", "\"summery\""), "summary");
    refused(replaced(good, "\"T\"", "7"), "title");
    refused(replaced(good, "\"title\": \"T\", ", ""), "title");
    refused(replaced(good, "L4-L5.right", "L4-L5.rihgt"), "facet.L4-L5.right");
    refused(replaced(good, "film_um", "film_nm"), "film_um");
    refused(replaced(good, "2.5", "-1"), "film_um");
    refused(replaced(good, "2.5", "1e999"), "JSON");
    refused(replaced(good, "2.5", "\"2.5\""), "film_um");
    refused(replaced(good, "2.5", "NaN"), "JSON");
    refused(replaced(good, "{\"film_um\": 2.5}", "3"), "parameters");
    refused(std::string(200000, '['), "nested");
    refused(std::string(2 << 20, ' '), "1 MB");
}

TEST_CASE("A thrust over several joints is read, and refused with the place and the key") {
    Scenario scenario = parsed(thrust);
    REQUIRE(scenario.thrust);
    CHECK(scenario.thrust->aim_m == Approx(0.01));
    REQUIRE(scenario.thrust->joints.size() == 2);
    const auto films = [&] {
        std::vector<double> all;
        for (const JointPull& pull : joint_pulls(scenario))
            all.push_back(std::round(pull.parameters.film * 1e8) / 100);
        return all;
    };
    CHECK(films() == std::vector<double>{2.5, 3, 2.5}); // what a joint does not say itself it shares
    set(scenario, "film_um", 4);
    set(scenario, "facet.L5-S1.right.film_um", 5);
    CHECK(films() == std::vector<double>{4, 3, 5});
    set(scenario, "aim_mm", -20);
    CHECK(scenario.thrust->aim_m == Approx(-0.02));
    CHECK_THROWS_WITH(set(scenario, "aim_mm", 900), Contains("aim_mm") && Contains("250"));
    CHECK_THROWS_WITH(set(scenario, "facet.L5-S1.rihgt.film_um", 5), Contains("facet.L5-S1.right"));
    CHECK_THROWS_WITH(set(scenario, "facet.L5-S1.right.flm_um", 5), Contains("film_um"));

    const auto refused = [](const std::string& what, const std::string& by, const std::string& says) {
        INFO(what << " -> " << by);
        CHECK_THROWS_WITH(parsed(replaced(thrust, what, by)),
                          Contains("scenarios/mine.json") && Contains(says));
    };
    refused("\"aim_mm\"", "\"aim\"", "aim_mm");
    refused("\"aim_mm\": 10", "\"aim_mm\": \"10\"", "aim_mm");
    refused("\"aim_mm\": 10", "\"aim_mm\": 1000", "250");
    refused("L3-L4.right\": {\"film_um\"", "L3-L4.right\": {\"fim_um\"", "film_um");
    refused("L3-L4.right\": {\"film_um\": 3}", "L3-L4.right\": 3", "L3-L4");
    refused("facet.L3-L4.right", "facet.L3-L4.rigth", "facet.L3-L4.right");
    refused("facet.L3-L4.right", "facet.L4-L5.right", "is the joint that is meant");
}

TEST_CASE("A scenario of one's own is read from its file") {
    const auto path = std::filesystem::temp_directory_path() / "spinescope-own.json";
    files::write_whole(path, thrust);
    const Scenario scenario = load_scenario(path.string());
    CHECK(scenario.name == "spinescope-own");
    CHECK(scenario.thrust.has_value());
    std::filesystem::remove(path);
    CHECK_THROWS_WITH(load_scenario(path.string()), Contains("spinescope-own.json"));
}

TEST_CASE("Setting a parameter replaces it, or says why not") {
    Scenario scenario = parsed(good);
    set(scenario, "film_um", 4);
    set(scenario, "pull_N", 30);
    CHECK(parameters_of(scenario).film == Approx(4e-6));
    CHECK(parameters_of(scenario).pull == Approx(30));
    CHECK(scenario.parameters.size() == 2);
    CHECK_THROWS_WITH(set(scenario, "pul_N", 3), Contains("pull_N"));
    CHECK_THROWS_WITH(set(scenario, "area_mm2", -1), Contains("area_mm2") && Contains("400"));
    CHECK_THROWS_AS(set(scenario, "area_mm2", std::numeric_limits<double>::quiet_NaN()), Failure);
    set(scenario, "preload_N", 35); // in range, but more than the pull
    CHECK_THROWS_WITH(solve(scenario), Contains("preload_N"));
}

TEST_CASE("Damaged scenario files are refused or read, never worse") {
    std::mt19937 random(2024);
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    const std::string pieces[] = {"{",    "}",     "[", "]",       "\"",   ",",      ":",
                                  "null", "1e308", "-", "\\u0000", "\xff", "film_um"};
    int read = 0, refused = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = i % 2 == 0 ? good : thrust;
        for (std::size_t edits = 1 + below(4); edits > 0 && !text.empty(); --edits) switch (below(4)) {
            case 0:
                text.erase(below(text.size()), 1 + below(6));
                break;
            case 1:
                text[below(text.size())] = static_cast<char>(below(256));
                break;
            case 2:
                text.insert(below(text.size()), pieces[below(std::size(pieces))]);
                break;
            default:
                text.insert(below(text.size()), text.substr(below(text.size()), below(20)));
                break;
            }
        try {
            (void)joint_pulls(parsed(text));
            ++read;
        } catch (const Failure& failure) {
            REQUIRE(std::string(failure.what()).find('\n') == std::string::npos);
            ++refused;
        }
    }
    CHECK(read > 0);
    CHECK(refused > 1000);
}

TEST_CASE("The scenarios' README tells every parameter, its default and its range") {
    const std::string readme = files::read_whole(SPINESCOPE_SOURCE "/assets/scenarios/README.md");
    for (const cavitation::ParameterKey& row : cavitation::parameter_keys()) {
        char line[256];
        std::snprintf(line, sizeof line, "| `%s` | %g | %g - %g |", std::string(row.key).c_str(),
                      cavitation::get({}, row.key), row.lowest, row.highest);
        CHECK_THAT(readme, Contains(line));
    }
}
