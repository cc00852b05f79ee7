// What every scenario comes to, how firmly, and the curve of the refractory period.
#include "timeline/scenario.hpp"
#include "timeline/story.hpp"
#include "timeline/sweep.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace spinescope;
using namespace spinescope::timeline;

namespace {

const std::map<std::string, Reason> outcomes{
    {"healthy-pop", Reason::popped},      {"too-soon", Reason::too_soon},
    {"muscle-guarding", Reason::guarded}, {"locked-joint", Reason::locked},
    {"already-mobile", Reason::mobile},   {"nucleated-fluid", Reason::nucleated},
    {"several-joints", Reason::popped}};

/// The settings but for those that tell one scenario from another.
std::map<std::string, double> shared(const Scenario& scenario) {
    std::map<std::string, double> all(scenario.parameters.begin(), scenario.parameters.end());
    for (const char* own : {"rest_min", "guarding_share", "guarding_N_per_mm", "adhesion_N_per_um",
                            "capsule_factor", "film_um", "fold_um", "fluid_uL", "nuclei_um"})
        all.erase(own);
    return all;
}

} // namespace

TEST_CASE("Every scenario comes to its outcome, by parameters only") {
    CHECK(scenario_names().size() == outcomes.size());
    const auto alike = shared(load_scenario("healthy-pop"));
    for (const auto& [name, reason] : outcomes) {
        INFO(name);
        Scenario scenario = load_scenario(name);
        if (!scenario.thrust) CHECK(shared(scenario) == alike);
        scenario.name = scenario.title = "renamed"; // the outcome is read from the numbers, not from the name
        const Outcome outcome = solve(scenario).outcome;
        CHECK(word(outcome.reason) == word(reason));
        CHECK(outcome.popped == (reason == Reason::popped));
        CHECK(outcome.time_of_pop_s.has_value() == outcome.popped);
    }
}

TEST_CASE("Too slow a pull and too weak a one are told apart") {
    Scenario scenario = load_scenario("healthy-pop");
    set(scenario, "end_min", 2);
    set(scenario, "film_um", 6);
    set(scenario, "pull_rate_N_per_s", 20);
    CHECK(solve(scenario).outcome.reason == Reason::slow);
    scenario = load_scenario("healthy-pop");
    set(scenario, "pull_N", 15);
    set(scenario, "hold_N", 15);
    CHECK(solve(scenario).outcome.reason == Reason::weak);
}

TEST_CASE("An outcome stands when any parameter is ten percent off") {
    for (const auto& [name, reason] : outcomes) {
        Scenario scenario = load_scenario(name);
        if (scenario.thrust) continue; // its joints are one of the others each
        set(scenario, "end_min", 2);
        for (const cavitation::ParameterKey& row : cavitation::parameter_keys()) {
            if (row.key == "end_min") continue;
            const double value = cavitation::get(parameters_of(scenario), row.key);
            const SweepAxis axis{.key = std::string(row.key),
                                 .from = std::max(0.9 * value, row.lowest),
                                 .to = std::min(1.1 * value, row.highest),
                                 .count = 2};
            for (const SweepPoint& point : sweep(scenario, std::vector{axis})) {
                INFO(name << ": " << row.key << " = " << point.values.front() << " " << point.fault);
                CHECK(point.fault.empty());
                CHECK(word(point.outcome.reason) == word(reason));
            }
        }
    }
}

TEST_CASE("Several joints pop though the thrust is ten percent off") {
    Scenario scenario = load_scenario("several-joints");
    set(scenario, "end_min", 2);
    for (const SweepAxis& axis :
         {SweepAxis{"pull_N", 49.5, 60.5, 2}, SweepAxis{"spread_mm", 45, 55, 2},
          SweepAxis{"aim_mm", -5, 5, 2}, SweepAxis{"facet.L3-L4.right.film_um", 2.7, 3.3, 2}})
        for (const SweepPoint& point : sweep(scenario, std::vector{axis})) {
            INFO(axis.key << " = " << point.values.front());
            CHECK(point.outcome.popped);
            CHECK(point.pops >= 2);
        }
}

TEST_CASE("The longer the rest, the less gas is left, until it pops again") {
    Scenario scenario = load_scenario("healthy-pop");
    set(scenario, "end_min", 2);
    double gas = 1, tension = 0, film = 1;
    bool popped = false;
    for (const double rest_min : {2, 5, 10, 20, 30, 45, 60, 80, 110, 200}) {
        set(scenario, "rest_min", rest_min);
        const Trace trace = solve(scenario);
        INFO(rest_min << " min");
        CHECK(trace.samples.front().cavity_m3 <= gas);
        CHECK(trace.samples.front().gap_m <= 1.001 * film);
        CHECK(trace.outcome.peak_tension_kPa >= 0.999 * tension);
        CHECK(trace.outcome.popped >= popped);
        gas = trace.samples.front().cavity_m3;
        film = trace.samples.front().gap_m;
        tension = trace.outcome.peak_tension_kPa;
        popped = trace.outcome.popped;
    }
    CHECK(popped);
}

TEST_CASE("Every outcome and every instant is told in a few sentences with numbers and a source") {
    for (const auto& [name, reason] : outcomes) {
        const Trace trace = solve(load_scenario(name));
        INFO(name << ": " << why(trace));
        CHECK(why(trace).find_first_of("0123456789") != std::string::npos);
        CHECK(std::ranges::count(why(trace), '\n') == 0);
        CHECK(why(trace).size() < 500);
        CHECK_THAT(why_source(trace), Catch::Matches(".*(19|20)[0-9][0-9].*"));
        std::set<std::string> titles;
        for (int i = 0; i <= 100; ++i) {
            const Story story = story_at(trace, ruler_time(trace, i / 100.0));
            INFO(story.title << ": " << story.text);
            REQUIRE(story.text.find_first_of("0123456789") != std::string::npos);
            for (const char* nonsense : {"nan", "inf ", "-0 "})
                REQUIRE(story.text.find(nonsense) == std::string::npos);
            REQUIRE(story.text.size() < 700);
            REQUIRE_FALSE(story.source.empty());
            titles.insert(story.title);
        }
        CHECK(titles.size() >= 3);
    }
}

TEST_CASE("The instants that a teacher names are there, in order") {
    const Trace trace = solve(load_scenario("healthy-pop"));
    CHECK(std::ranges::find(trace.events, "preload", &Event::id) != trace.events.end());
    double last = -1;
    for (const char* id : {"film-yields", "nucleation", "sound", "snap", "rest", "gas-gone", "ready"}) {
        const auto event = std::ranges::find(trace.events, id, &Event::id);
        INFO(id);
        REQUIRE(event != trace.events.end());
        CHECK(event->time_s >= last);
        last = event->time_s;
    }
}
