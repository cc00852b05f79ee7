#include "audio/player.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace spinescope::audio;

namespace {

unsigned number(const std::string& bytes, std::size_t at, int size) {
    unsigned value = 0;
    for (int i = 0; i < size; ++i) value |= unsigned(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

} // namespace

TEST_CASE("A WAV file says what it holds") {
    Clip clip{.rate_Hz = 48000, .samples = {0, 0.5F, 1, -1, 3, std::numeric_limits<float>::quiet_NaN()}};
    const std::string bytes = wav(clip);
    REQUIRE(bytes.size() == 44 + 2 * clip.samples.size());
    CHECK(bytes.substr(0, 4) == "RIFF");
    CHECK(number(bytes, 4, 4) == bytes.size() - 8);
    CHECK(bytes.substr(8, 8) == "WAVEfmt ");
    CHECK(number(bytes, 20, 2) == 1); // PCM
    CHECK(number(bytes, 22, 2) == 1); // mono
    CHECK(number(bytes, 24, 4) == 48000);
    CHECK(number(bytes, 28, 4) == 96000);
    CHECK(number(bytes, 34, 2) == 16);
    CHECK(bytes.substr(36, 4) == "data");
    CHECK(number(bytes, 40, 4) == 2 * clip.samples.size());
    const auto sample = [&](int i) { return std::int16_t(number(bytes, 44 + 2 * i, 2)); };
    CHECK(sample(0) == 0);
    CHECK(sample(1) == 16384);
    CHECK(sample(2) == 32767);
    CHECK(sample(3) == -32767);
    CHECK(sample(4) == 32767); // too loud is clipped, not wrapped
    CHECK(sample(5) == 0);     // and what is no number is silence
}

TEST_CASE("An empty clip is a valid file") {
    CHECK(wav({}).size() == 44);
}

TEST_CASE("Playing never fails, with or without a device") {
    setenv("ALSOFT_DRIVERS", "null", 1);
    Player player;
    CHECK(player.silence() == Silence::none); // nothing was asked of it yet
    Clip clip{.rate_Hz = 48000, .samples = std::vector<float>(480, 0.1F)};
    CHECK_NOTHROW(player.play(clip));
    CHECK_NOTHROW(player.play(clip));
    CHECK_NOTHROW(player.play({}));
    CHECK_NOTHROW(player.play({.rate_Hz = 0, .samples = {0.5F}}));
}
