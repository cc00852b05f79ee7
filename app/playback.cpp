#include "app/playback.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace spinescope::app {

using language::say;

namespace {

template <typename... Arguments>
std::string printed(const char* format, Arguments... arguments) {
    char text[96];
    std::snprintf(text, sizeof text, format, arguments...);
    return language::number(std::string(text));
}

} // namespace

void advance(Playback& playback, double elapsed_s) {
    if (!playback.playing) return;
    playback.position += elapsed_s * playback.speed / Playback::whole_ruler_s;
    if (playback.position >= 1) {
        playback.position = 1;
        playback.playing = false;
    }
}

void step(Playback& playback, const timeline::Trace& trace, int direction) {
    std::vector<double> stops{0, 1};
    for (const timeline::Event& event : trace.events)
        stops.push_back(timeline::ruler_position(trace, event.time_s));
    for (const timeline::Chapter& chapter : trace.chapters)
        stops.push_back(timeline::ruler_position(trace, chapter.begin_s));
    std::ranges::sort(stops);
    constexpr double same = 1e-6;
    if (direction > 0) {
        const auto next = std::ranges::find_if(stops, [&](double p) { return p > playback.position + same; });
        playback.position = next == stops.end() ? 1 : *next;
    } else {
        const auto last = std::ranges::find_if(stops.rbegin(), stops.rend(),
                                               [&](double p) { return p < playback.position - same; });
        playback.position = last == stops.rend() ? 0 : *last;
    }
}

double rate(const Playback& playback, const timeline::Trace& trace) {
    constexpr double span = 1e-4;
    const double low = std::max(0.0, playback.position - span),
                 high = std::min(1.0, playback.position + span);
    const double seconds = timeline::ruler_time(trace, high) - timeline::ruler_time(trace, low);
    return seconds / (high - low) * playback.speed / Playback::whole_ruler_s;
}

std::string rate_words(double rate) {
    if (rate <= 0) return "";
    if (rate > 0.77 && rate < 1.3) return say("window.clock.real_time");
    const double factor = rate < 1 ? 1 / rate : rate;
    const double round = factor < 10 ? std::round(factor * 10) / 10
                                     : std::round(factor / std::pow(10, std::floor(std::log10(factor)) - 1)) *
                                           std::pow(10, std::floor(std::log10(factor)) - 1);
    return rate < 1 ? say("window.clock.slow_motion", {{"times", printed("%g", round)}})
                    : say("window.clock.faster", {{"times", printed("%g", round)}});
}

std::string clock_words(double seconds) {
    const double magnitude = std::abs(seconds);
    if (magnitude == 0) return "0 s";
    if (magnitude < 1e-3) return printed("%.0f µs", seconds * 1e6);
    if (magnitude < 0.0995) return printed("%.2f ms", seconds * 1e3);
    if (magnitude < 10) return printed("%.4f s", seconds);
    if (magnitude < 60) return printed("%.1f s", seconds);
    const int whole = int(std::lround(seconds));
    return printed("%d min %02d s", whole / 60, whole % 60);
}

} // namespace spinescope::app
