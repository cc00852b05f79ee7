#include "files/failure.hpp"
#include "timeline/joint_figures.hpp"
#include "timeline/scenario.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace spinescope;
using namespace spinescope::timeline;

namespace {

const Trace& several() {
    static const Trace trace = solve(load_scenario("several-joints"));
    return trace;
}

const JointPull& pull_of(const std::vector<JointPull>& pulls, const std::string& joint) {
    return *std::ranges::find(pulls, joint, &JointPull::joint);
}

} // namespace

TEST_CASE("Every facet joint from C2-C3 to L5-S1 has its own figures") {
    const auto& rows = joint_figures();
    REQUIRE(rows.size() == 46);
    CHECK(rows.front().joint == "facet.C2-C3.left");
    CHECK(rows.back().joint == "facet.L5-S1.right");
    for (const JointFigures& row : rows) {
        INFO(row.joint);
        CHECK(row.area_m2 > 70e-6); // 72-212 mm2 (Panjabi 1993)
        CHECK(row.area_m2 < 225e-6);
        CHECK(std::abs(row.turned_right) <= 1);
        CHECK(std::abs(row.pressed) <= 1);
    }
    CHECK(joint_figures("facet.C5-C6.left").area_m2 < 0.6 * joint_figures("facet.L4-L5.left").area_m2);
    // From the disc of L3-L4 to that of L4-L5 a vertebra and a disc: 35-40 mm along the facets a little less.
    const double level =
        joint_figures("facet.L3-L4.right").height_m - joint_figures("facet.L4-L5.right").height_m;
    CHECK(level > 0.022);
    CHECK(level < 0.045);
    CHECK_THROWS_WITH(joint_figures("facet.L4-L6.right"), Catch::Contains("facet.L4-L5.right"));
}

TEST_CASE("A turn opens one side of the lower back and neck and presses the other; a push opens both of the "
          "chest") {
    for (const char* level : {"C3-C4", "C5-C6", "L2-L3", "L3-L4", "L4-L5", "L5-S1"}) {
        INFO(level);
        const JointFigures& left = joint_figures("facet." + std::string(level) + ".left");
        const JointFigures& right = joint_figures("facet." + std::string(level) + ".right");
        CHECK(opening_part(right, right) > 0.3);
        CHECK(opening_part(right, left) < -0.3);
        CHECK(opening_part(left, left) == Approx(opening_part(right, right)).margin(1e-6));
    }
    for (const char* level : {"T3-T4", "T6-T7", "T9-T10"})
        for (const char* side : {".left", ".right"}) {
            INFO(level << side);
            const JointFigures& joint = joint_figures("facet." + std::string(level) + side);
            CHECK(opening_part(joint_figures("facet.T6-T7.left"), joint) > 0.7);
        }
}

TEST_CASE("A scenario's joint gives its area unless the scenario does") {
    Scenario scenario = load_scenario("healthy-pop");
    std::erase_if(scenario.parameters, [](const auto& setting) { return setting.first == "area_mm2"; });
    CHECK(parameters_of(scenario).area == Approx(joint_figures("facet.L4-L5.right").area_m2));
    scenario.joint = "facet.C5-C6.left";
    CHECK(parameters_of(scenario).area == Approx(joint_figures("facet.C5-C6.left").area_m2));
    set(scenario, "area_mm2", 120);
    CHECK(parameters_of(scenario).area == Approx(120e-6));
}

TEST_CASE("Every joint of the spine can be solved; a smaller one gives way at less pull") {
    Scenario scenario = load_scenario("healthy-pop");
    std::erase_if(scenario.parameters, [](const auto& setting) { return setting.first == "area_mm2"; });
    set(scenario, "end_min", 2);
    std::map<std::string, double> pull_at_pop;
    for (const char* joint :
         {"facet.C2-C3.left", "facet.C6-C7.right", "facet.T6-T7.left", "facet.L4-L5.right"}) {
        scenario.joint = joint;
        const Trace trace = solve(scenario);
        INFO(joint);
        REQUIRE(trace.outcome.popped);
        pull_at_pop[joint] = at(trace, *trace.outcome.time_of_pop_s).pull_N;
    }
    CHECK(pull_at_pop.at("facet.T6-T7.left") < pull_at_pop.at("facet.C2-C3.left"));
    CHECK(pull_at_pop.at("facet.C2-C3.left") < pull_at_pop.at("facet.L4-L5.right"));
}

TEST_CASE("Without a thrust the pull is what opens the joint; with one every joint has its share") {
    CHECK(joint_pulls(load_scenario("healthy-pop")).front().parameters.pull == 40);
    Scenario scenario = load_scenario("several-joints");
    const std::vector<JointPull> pulls = joint_pulls(scenario);
    REQUIRE(pulls.size() == 6);
    CHECK(pulls.front().joint == scenario.joint);
    const double whole = parameters_of(scenario).pull;
    for (const JointPull& pull : pulls) {
        INFO(pull.joint);
        CHECK(pull.parameters.pull == Approx(std::max(1.0, pull.share * whole)));
        CHECK(std::abs(pull.share) <= 1);
        CHECK((pull.share < 0) == pull.joint.ends_with("left"));
    }
    // Landing higher favours L3-L4 over L5-S1.
    const auto share = [&](const char* joint) { return pull_of(joint_pulls(scenario), joint).share; };
    const double before = share("facet.L3-L4.right"), below = share("facet.L5-S1.right");
    set(scenario, "aim_mm", 30);
    CHECK(share("facet.L3-L4.right") > before);
    CHECK(share("facet.L5-S1.right") < below);
    CHECK(share("facet.L4-L5.right") < pulls.front().share);
}

TEST_CASE("One thrust over L3-S1: the upper side pops joint after joint, the lower side is silent") {
    const Trace& trace = several();
    REQUIRE(trace.neighbours.size() == 5);
    const auto heard = pops(trace);
    REQUIRE(heard.size() == 3); // 2-9 pops a thrust at L5-S1 (Mourad 2019)
    for (const auto& [joint, time_s] : heard) {
        CHECK_THAT(joint, Catch::EndsWith(".right"));
        CHECK(time_s >= heard.front().second);
        CHECK(time_s - heard.front().second < 0.1); // within the thrust
    }
    for (const Trace& other : trace.neighbours) {
        INFO(other.joint);
        CHECK(other.outcome.popped == (other.share > 0));
        CHECK_FALSE(why(other).empty());
        CHECK(std::ranges::any_of(trace.events, [&](const Event& event) {
                  return event.id == "pop." + other.joint && event.time_s == other.outcome.time_of_pop_s;
              }) == other.outcome.popped);
    }
    CHECK_THAT(why(trace), Catch::Contains("3 popped") && Catch::Contains("L4-L5 right first"));
}

TEST_CASE("A thrust that lands elsewhere pops elsewhere") {
    Scenario scenario = load_scenario("several-joints");
    set(scenario, "end_min", 2);
    set(scenario, "aim_mm", -60); // below the sacrum's top
    const Trace low = solve(scenario);
    CHECK_FALSE(low.outcome.popped);
    CHECK(low.outcome.reason == Reason::weak);
    CHECK_THAT(why(low), Catch::Contains("of the thrust opens this joint"));
    REQUIRE(pops(low).size() == 1);
    CHECK(pops(low).front().first == "facet.L5-S1.right");
}
