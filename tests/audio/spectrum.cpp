#include "audio/spectrum.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numbers>

using namespace spinescope::audio;

namespace {

Clip tone(double Hz, double amplitude, std::size_t count) {
    Clip clip;
    for (std::size_t i = 0; i < count; ++i)
        clip.samples.push_back(
            float(amplitude * std::sin(2 * std::numbers::pi * Hz * double(i) / clip.rate_Hz)));
    return clip;
}

} // namespace

TEST_CASE("A tone stands at its own frequency and level") {
    for (const double Hz : {187.5, 440.0, 3000.0}) {
        const Spectrum full = spectrum(tone(Hz, 1, 480000)), faint = spectrum(tone(Hz, 0.01, 480000));
        CHECK(*peak_Hz(full) == Approx(Hz).margin(full.step_Hz));
        const float loud = *std::ranges::max_element(full.level_dB);
        CHECK(loud == Approx(0).margin(1.5));
        CHECK(*std::ranges::max_element(faint.level_dB) == Approx(loud - 40).margin(0.1));
    }
}

TEST_CASE("Short, empty and broken clips have a spectrum too") {
    CHECK(spectrum({}).level_dB.empty());
    CHECK_FALSE(peak_Hz(spectrum({})));
    CHECK_FALSE(peak_Hz(spectrum({.rate_Hz = 48000, .samples = std::vector<float>(1000, 0.0F)})));
    const Spectrum brief = spectrum(tone(1000, 1, 200));
    CHECK(*peak_Hz(brief) == Approx(1000).margin(2 * brief.step_Hz));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for (const float level : spectrum({.rate_Hz = 48000, .samples = {0.1F, nan, -0.3F}}).level_dB)
        CHECK(std::isfinite(level));
}
