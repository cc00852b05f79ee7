#include "timeline/trace.hpp"

#include "timeline/scenario.hpp"
#include "timeline/sound.hpp"
#include "timeline/story.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

using namespace spinescope::timeline;
using spinescope::cavitation::Sample;

namespace {

const Trace& trace(const std::string& name) {
    static const Trace healthy = solve(load_scenario("healthy-pop")), soon = solve(load_scenario("too-soon"));
    return name == "too-soon" ? soon : healthy;
}

bool finite(const Sample& s) {
    double sum = s.time_s + s.pull_N + s.gap_m + s.pressure_Pa + s.cavity_m3 + s.cavity_Pa + s.sound_Pa;
    for (int g = 0; g < 3; ++g) sum += s.dissolved_mol[g] + s.cavity_mol[g];
    return std::isfinite(sum);
}

} // namespace

TEST_CASE("healthy-pop pops and too-soon does not, by the same equations") {
    const Outcome& healthy = trace("healthy-pop").outcome;
    CHECK(healthy.popped);
    REQUIRE(healthy.time_of_pop_s);
    CHECK(healthy.peak_tension_kPa > 100);
    CHECK(healthy.peak_tension_kPa < 400);
    CHECK(healthy.peak_cavity_mm3 > 80);
    CHECK(healthy.peak_cavity_mm3 < 160);
    CHECK(healthy.gap_before_mm < 0.006);
    CHECK(healthy.gap_after_mm > 0.1); // 0.8 +- 0.7 mm
    CHECK(healthy.gap_after_mm < 1.5);
    CHECK(healthy.peak_sound_dB > 40);
    CHECK(healthy.peak_sound_dB < 80);
    CHECK_THAT(why(trace("healthy-pop")), Catch::Contains("tension passed"));

    const Outcome& soon = trace("too-soon").outcome;
    CHECK_FALSE(soon.popped);
    CHECK_FALSE(soon.time_of_pop_s);
    CHECK(soon.peak_tension_kPa < 50);
    CHECK(soon.peak_sound_dB < healthy.peak_sound_dB - 15);
    CHECK_THAT(why(trace("too-soon")), Catch::Contains("10 min ago"));
}

TEST_CASE("The two scenarios differ in the rest before the pull and in nothing else") {
    Scenario a = load_scenario("healthy-pop"), b = load_scenario("too-soon");
    CHECK(a.joint == b.joint);
    std::map<std::string, double> first(a.parameters.begin(), a.parameters.end()),
        second(b.parameters.begin(), b.parameters.end());
    CHECK(second.at("rest_min") == 10);
    first.erase("rest_min");
    second.erase("rest_min");
    CHECK(first == second);
}

TEST_CASE("Any instant is a look-up") {
    std::mt19937 random(7);
    for (const char* name : {"healthy-pop", "too-soon"}) {
        const Trace& t = trace(name);
        const double end = t.samples.back().time_s;
        for (int i = 0; i < 2000; ++i) {
            const double time = ruler_time(t, std::uniform_real_distribution(0.0, 1.0)(random));
            const Sample sample = at(t, time);
            REQUIRE(finite(sample));
            REQUIRE(sample.time_s == time);
            REQUIRE(sample.gap_m > 0);
        }
        CHECK(at(t, -1).time_s == t.samples.front().time_s);
        CHECK(at(t, end + 1e9).time_s == end);
        CHECK(finite(at(t, std::numeric_limits<double>::quiet_NaN())));
        for (std::size_t i = 0; i < t.samples.size(); i += 97) {
            CHECK(at(t, t.samples[i].time_s).gap_m == Approx(t.samples[i].gap_m));
        }
    }
}

TEST_CASE("The chapters adjoin from the first sample to the last") {
    for (const char* name : {"healthy-pop", "too-soon"}) {
        const Trace& t = trace(name);
        REQUIRE_FALSE(t.chapters.empty());
        CHECK(t.chapters.front().begin_s == t.samples.front().time_s);
        CHECK(t.chapters.back().end_s == t.samples.back().time_s);
        double total = 0;
        for (std::size_t i = 0; i < t.chapters.size(); ++i) {
            CHECK(t.chapters[i].end_s > t.chapters[i].begin_s);
            CHECK(t.chapters[i].width > 0.05); // wide enough to grab
            if (i > 0) CHECK(t.chapters[i].begin_s == t.chapters[i - 1].end_s);
            total += t.chapters[i].width;
        }
        CHECK(total == Approx(1));
    }
    std::vector<std::string> ids;
    for (const Chapter& chapter : trace("healthy-pop").chapters) ids.push_back(chapter.id);
    CHECK(ids == std::vector<std::string>{"preload", "thrust", "cavitation", "settling", "refractory"});
}

TEST_CASE("The ruler only goes forward, and back again") {
    std::mt19937 random(11);
    for (const char* name : {"healthy-pop", "too-soon"}) {
        const Trace& t = trace(name);
        double last = -1;
        for (int i = 0; i <= 3000; ++i) {
            const double time = ruler_time(t, i / 3000.0);
            REQUIRE(time > last);
            last = time;
        }
        for (int i = 0; i < 2000; ++i) {
            const double position = std::uniform_real_distribution(0.0, 1.0)(random);
            REQUIRE(ruler_position(t, ruler_time(t, position)) == Approx(position).margin(1e-7));
        }
        CHECK(ruler_time(t, 0) == 0);
        CHECK(ruler_time(t, 1) == t.samples.back().time_s);
        CHECK(ruler_time(t, -3) == 0);
        CHECK(ruler_time(t, 7) == t.samples.back().time_s);
        CHECK(ruler_position(t, -5) == 0);
        CHECK(ruler_position(t, 1e9) == 1);
        CHECK(std::isfinite(ruler_time(t, std::numeric_limits<double>::quiet_NaN())));
    }
}

TEST_CASE("Five milliseconds of cavitation are as easy to grab as an hour") {
    const Trace& t = trace("healthy-pop");
    const double pop = *t.outcome.time_of_pop_s;
    CHECK(ruler_position(t, pop + 5e-3) - ruler_position(t, pop) > 0.15);
    CHECK(ruler_position(t, pop + 50e-6) - ruler_position(t, pop) > 0.05);
}

TEST_CASE("Events have names, stand in order of time and lie on the trace") {
    for (const char* name : {"healthy-pop", "too-soon"}) {
        const Trace& t = trace(name);
        std::set<std::string> ids;
        double last = 0;
        for (const Event& event : t.events) {
            CHECK(event.time_s >= last);
            CHECK(event.time_s <= t.samples.back().time_s);
            CHECK_FALSE(told(event).empty());
            last = event.time_s;
            ids.insert(event.id);
        }
        CHECK(ids.contains("nucleation") == t.outcome.popped);
    }
}

TEST_CASE("Every instant has a story with numbers") {
    for (const char* name : {"healthy-pop", "too-soon"}) {
        std::set<std::string> titles;
        for (int i = 0; i <= 200; ++i) {
            const Story story = story_at(trace(name), ruler_time(trace(name), i / 200.0));
            REQUIRE_FALSE(story.title.empty());
            REQUIRE(story.text.find_first_of("0123456789") != std::string::npos);
            REQUIRE(story.text.find("nan") == std::string::npos);
            REQUIRE_FALSE(story.source.empty());
            titles.insert(story.title);
        }
        CHECK(titles.size() >= 4);
    }
}

TEST_CASE("The pop can be heard, the quiet joint hardly") {
    const Sound pop = sound_of(trace("healthy-pop")), quiet = sound_of(trace("too-soon"));
    CHECK(pop.rate_Hz == 48000);
    CHECK(pop.samples.size() == 12000);
    const auto peak = [](const Sound& sound) {
        float most = 0;
        for (const float sample : sound.samples) {
            REQUIRE(std::isfinite(sample));
            most = std::max(most, std::abs(sample));
        }
        return most;
    };
    CHECK(peak(pop) > 0.2F);
    CHECK(peak(pop) <= 1.0F);
    CHECK(peak(quiet) < 0.1F * peak(pop));
}

TEST_CASE("The report and the table of a trace") {
    const auto report = nlohmann::json::parse(json(trace("healthy-pop")));
    for (const char* key : {"scenario", "joint", "popped", "why", "time_of_pop_s", "peak_tension_kPa",
                            "peak_cavity_mm3", "gap_before_mm", "gap_after_mm"})
        CHECK(report.contains(key));
    CHECK(report["popped"] == true);
    CHECK(nlohmann::json::parse(json(trace("too-soon")))["time_of_pop_s"].is_null());

    const std::string table = csv(trace("healthy-pop"));
    CHECK(table.rfind("time_s,", 0) == 0);
    const std::string header = table.substr(0, table.find('\n'));
    const auto commas = std::ranges::count(header, ',');
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin < table.size(); ++lines) {
        const std::size_t end = table.find('\n', begin);
        REQUIRE(std::count(table.begin() + begin, table.begin() + end, ',') == commas);
        begin = end + 1;
    }
    CHECK(lines == trace("healthy-pop").samples.size() + 1);
}
