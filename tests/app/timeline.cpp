// The timeline's parts that need no window: ruler, curves, names, sliders, newest wish.
#include "app/event_names.hpp"
#include "app/newest_wish.hpp"
#include "app/sliders.hpp"
#include "app/tracks.hpp"
#include "cavitation/parameters.hpp"
#include "language/language.hpp"
#include "timeline/scenario.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <semaphore>
#include <stdexcept>
#include <thread>

using namespace spinescope;

namespace {

const timeline::Trace& healthy_pop() {
    static const timeline::Trace trace = timeline::solve(timeline::load_scenario("healthy-pop"));
    return trace;
}

/// Polls as the window does, until an answer is there.
template <typename Wish, typename Answer>
Answer answer(app::NewestWish<Wish, Answer>& wishes) {
    for (;;) {
        if (auto taken = wishes.take()) return *taken;
        std::this_thread::yield();
    }
}

} // namespace

TEST_CASE("Zooming keeps the place under the pointer and never leaves the ruler") {
    app::RulerView view;
    app::zoom(view, 4, 0.3);
    CHECK(view.end - view.begin == Approx(0.25));
    CHECK(view.on_screen(0.3) == Approx(0.3));
    app::zoom(view, 2, 0.25);
    CHECK(view.on_ruler(view.on_screen(0.25)) == Approx(0.25));
    app::pan(view, 5);
    CHECK(view.end == Approx(1));
    CHECK(view.end - view.begin == Approx(0.125));
    app::bring_into_view(view, 0.5);
    CHECK(view.begin == Approx(0.5));
    app::zoom(view, 1e9, 0.55);
    CHECK(view.end - view.begin == Approx(app::nearest_view));
    app::zoom(view, 1e-9, 0.55);
    CHECK(view.whole());
    app::zoom(view, -1, 0.5);
    CHECK(view.whole());
}

TEST_CASE("A chapter's border moves its two chapters only, and neither vanishes") {
    timeline::Trace trace = healthy_pop();
    REQUIRE(trace.chapters.size() == 5);
    const std::vector<double> before = app::chapter_widths(trace);
    app::move_border(trace, 1, before[0] + before[1] + 0.1);
    std::vector<double> after = app::chapter_widths(trace);
    CHECK(after[1] == Approx(before[1] + 0.1));
    CHECK(after[2] == Approx(before[2] - 0.1));
    CHECK(after[0] == before[0]);
    CHECK(after[3] == before[3]);
    for (const double to : {-3.0, 0.0, 1.0, 7.0}) {
        app::move_border(trace, 1, to);
        after = app::chapter_widths(trace);
        CHECK(std::accumulate(after.begin(), after.end(), 0.0) == Approx(1));
        CHECK(*std::ranges::min_element(after) >= app::least_width - 1e-12);
    }
    // Whatever their widths, a time and its place stay inverse to each other.
    for (const double time_s : {0.3, 1.01, 1.05, 9.0, 3000.0})
        CHECK(timeline::ruler_time(trace, timeline::ruler_position(trace, time_s)) == Approx(time_s));
    app::move_border(trace, 4, 0.5);
    CHECK(app::chapter_widths(trace) == after);
    app::set_chapter_widths(trace, before);
    CHECK(app::chapter_widths(trace) == before);
}

TEST_CASE("Names of events never overlap, and the nearest one always shows") {
    std::vector<app::EventName> names;
    for (int i = 0; i < 12; ++i)
        names.push_back(
            {.x = 10 + 9.0f * float(i), .width = 40.0f + 5.0f * float(i % 4), .importance = i % 5});
    for (std::size_t first = 0; first < names.size(); ++first) {
        const std::vector<app::NamePlace> places = app::place_event_names(names, first, 0, 150, 2);
        CHECK(places[first].lane >= 0);
        for (std::size_t a = 0; a < names.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                if (places[a].lane < 0 || places[a].lane != places[b].lane) continue;
                const bool apart = places[a].left + names[a].width <= places[b].left ||
                                   places[b].left + names[b].width <= places[a].left;
                CHECK(apart);
            }
    }
    // Where there is room for one, the more important one has it; one out of view has none.
    const std::vector<app::EventName> three{{.x = 10, .width = 50, .importance = 1},
                                            {.x = 20, .width = 50, .importance = 9},
                                            {.x = 200, .width = 9}};
    const std::vector<app::NamePlace> places = app::place_event_names(three, 2, 0, 100, 1);
    CHECK(places[0].lane < 0);
    CHECK(places[1].lane == 0);
    CHECK(places[2].lane < 0);
}

TEST_CASE("A curve keeps its peak however narrow, and its scale has round ends that hold it") {
    const timeline::Trace& trace = healthy_pop();
    for (const app::Track& track : app::tracks()) {
        INFO(track.name);
        const app::Scale scale = app::scale_of(track, trace);
        double low = 1e300, high = -1e300;
        for (const cavitation::Sample& sample : trace.samples) {
            low = std::min(low, track.value(sample));
            high = std::max(high, track.value(sample));
        }
        CHECK(scale.low <= low + 1e-9);
        CHECK(scale.high >= high - 1e-9);
        const std::vector<app::LinePoint> line = app::line_of(track, scale, trace, trace, {}, 100);
        REQUIRE(line.size() >= 100);
        CHECK(std::ranges::is_sorted(line, {}, &app::LinePoint::screen));
        const auto [least, most] = std::ranges::minmax(line, {}, &app::LinePoint::height);
        CHECK(most.height == Approx(scale.height(high)).margin(0.01));
        CHECK(least.height == Approx(scale.height(low)).margin(0.01));
    }
}

TEST_CASE("A slider's place and value are inverse, and its ends are values the model knows") {
    for (const app::Slider& slider : app::sliders()) {
        INFO(slider.key);
        const cavitation::ParameterKey& row = cavitation::parameter_key(slider.key);
        CHECK(slider.low >= row.lowest);
        CHECK(slider.high <= row.highest);
        for (const double place : {0.0, 0.25, 0.5, 1.0})
            CHECK(app::place_of(slider, app::value_at(slider, place)) == Approx(place).margin(1e-12));
        CHECK(app::value_at(slider, -1) == Approx(slider.low));
        CHECK(app::value_at(slider, 2) == Approx(slider.high));
    }
    CHECK(app::value_words(app::sliders()[0], 1440) == "a day or more");
    CHECK(app::value_words(app::sliders()[0], 10) == "10 min");
    CHECK(app::value_words(app::sliders()[1], 0.7) == "70 %");
    for (const auto table : {app::sliders(), app::regimen_sliders()})
        for (const app::Slider& slider : table)
            CHECK(language::has("parameters." + std::string(slider.key) + ".meaning"));
}

TEST_CASE("Of many wishes the first and the newest are worked on, and nobody waits") {
    std::counting_semaphore<100> may_go(0);
    std::atomic<int> worked = 0;
    app::NewestWish<int, int> wishes([&](const int& wish) {
        may_go.acquire();
        ++worked;
        return wish;
    });
    for (int wish = 0; wish < 50; ++wish) {
        wishes.wish(wish);
        CHECK_FALSE(wishes.take().has_value()); // the first one is still being worked on
    }
    may_go.release(2);
    CHECK(answer(wishes) == 0);
    CHECK(wishes.busy());
    CHECK(answer(wishes) == 49);
    CHECK_FALSE(wishes.busy());
    CHECK(worked == 2);
}

TEST_CASE("A wish that fails says so, and the next one is granted") {
    app::NewestWish<int, int> wishes([](const int& wish) {
        if (wish < 0) throw std::runtime_error("negative");
        return wish;
    });
    wishes.wish(-1);
    wishes.wish(7);
    CHECK_THROWS_WITH(answer(wishes), "negative");
    CHECK(answer(wishes) == 7);
}
