#include "app/playback.hpp"

#include "timeline/scenario.hpp"

#include <catch2/catch.hpp>

using namespace spinescope;

TEST_CASE("The clock has as many digits as its scale needs") {
    REQUIRE(app::clock_words(0) == "0 s");
    REQUIRE(app::clock_words(35e-6) == "35 µs");
    REQUIRE(app::clock_words(0.0124) == "12.40 ms");
    REQUIRE(app::clock_words(1.25) == "1.2500 s");
    REQUIRE(app::clock_words(12.3) == "12.3 s");
    REQUIRE(app::clock_words(1025) == "17 min 05 s");
    REQUIRE(app::clock_words(5700) == "95 min 00 s");
}

TEST_CASE("How much time is slowed or hurried is told in plain words") {
    REQUIRE(app::rate_words(1) == "real time");
    REQUIRE(app::rate_words(0.0025) == "1 : 400 slow motion");
    REQUIRE(app::rate_words(170) == "170 times faster");
    REQUIRE(app::rate_words(0.5) == "1 : 2 slow motion");
}

TEST_CASE("Playing runs the whole ruler at a steady pace and stops at its end") {
    app::Playback playback{.playing = true};
    for (int frame = 0; frame < 60 * 12; ++frame) app::advance(playback, 1.0 / 60);
    REQUIRE(playback.position == Approx(12 / app::Playback::whole_ruler_s));
    REQUIRE(playback.playing);
    for (int frame = 0; frame < 60 * 20; ++frame) app::advance(playback, 1.0 / 60);
    REQUIRE(playback.position == 1);
    REQUIRE_FALSE(playback.playing);
}

TEST_CASE("Stepping goes from event to event and back over the whole trace") {
    const timeline::Trace trace = timeline::solve(timeline::load_scenario("healthy-pop"));
    app::Playback playback;
    std::vector<double> stops{0};
    while (playback.position < 1) {
        const double before = playback.position;
        app::step(playback, trace, 1);
        REQUIRE(playback.position > before);
        stops.push_back(playback.position);
        REQUIRE(stops.size() < 100);
    }
    for (const timeline::Event& event : trace.events) {
        const double at = timeline::ruler_position(trace, event.time_s);
        REQUIRE(std::ranges::any_of(stops, [&](double stop) { return std::abs(stop - at) < 1e-6; }));
    }
    for (std::size_t i = stops.size() - 1; i-- > 0;) {
        app::step(playback, trace, -1);
        REQUIRE(playback.position == Approx(stops[i]).margin(1e-9));
    }
}

TEST_CASE("Time is slowed in the cavitation and hurried in the refractory period") {
    const timeline::Trace trace = timeline::solve(timeline::load_scenario("healthy-pop"));
    const auto rate_in = [&](const char* chapter) {
        const auto found = std::ranges::find(trace.chapters, chapter, &timeline::Chapter::id);
        REQUIRE(found != trace.chapters.end());
        const double middle = (timeline::ruler_position(trace, found->begin_s) +
                               timeline::ruler_position(trace, found->end_s)) /
                              2;
        return app::rate({.position = middle}, trace);
    };
    REQUIRE(rate_in("cavitation") < 0.05);
    REQUIRE(rate_in("refractory") > 20);
}
