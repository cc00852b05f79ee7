#include "scene/heat_map.hpp"
#include "scene/cividis.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/common.hpp>
#include <limits>

using namespace spinescope::scene;

namespace {

/// What is left on a black-and-white print (ITU-R BT.709, of linear light).
double luminance(const glm::vec3& display) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(display.r) + 0.7152 * linear(display.g) + 0.0722 * linear(display.b);
}

} // namespace

TEST_CASE("cividis is the published one") {
    // Nunez, Anderton & Renslow 2018: entries of their table of 256.
    struct Entry {
        int at;
        glm::vec3 colour;
    };
    constexpr std::array<Entry, 9> table{{{0, {0, 34, 78}},
                                          {32, {26, 56, 111}},
                                          {64, {67, 78, 108}},
                                          {96, {97, 101, 111}},
                                          {128, {125, 124, 120}},
                                          {160, {155, 148, 118}},
                                          {192, {188, 174, 108}},
                                          {224, {222, 201, 88}},
                                          {255, {254, 232, 56}}}};
    for (const Entry& entry : table) {
        const glm::vec3 off = glm::abs(255.0f * cividis(float(entry.at) / 255) - entry.colour);
        CAPTURE(entry.at, off.r, off.g, off.b);
        CHECK(std::max({off.r, off.g, off.b}) < 1.5f);
    }
    CHECK(cividis(-1) == cividis(0));
    CHECK(cividis(2) == cividis(1));
    CHECK(cividis(std::numeric_limits<float>::quiet_NaN()) == cividis(0));
}

TEST_CASE("every step of the heat map is clearly brighter than the one before") {
    for (std::size_t step = 1; step < heat_steps; ++step)
        // Weber: a tenth is seen at once, even of large dark areas beside each other.
        CHECK(luminance(heat_colour(step)) > 1.25 * luminance(heat_colour(step - 1)));
}

TEST_CASE("a strain stands in its step") {
    CHECK(heat_level(strain_edges, 0) == 0);
    CHECK(heat_level(strain_edges, 0.125f) == Approx(2.5));
    CHECK(heat_level(strain_edges, 0.25f) == Approx(4.5));
    CHECK(heat_level(strain_edges, 0.50f) == Approx(7));
    CHECK(heat_level(strain_edges, 9) == heat_steps);
    CHECK(heat_level(strain_edges, -0.01f) < 0);
    CHECK(heat_level(strain_edges, -0.9f) == -1);
    CHECK(heat_level(strain_edges, std::numeric_limits<float>::quiet_NaN()) == -1);
    for (float strain = -0.2f, before = -2; strain < 0.8f; strain += 0.01f) {
        CHECK(heat_level(strain_edges, strain) >= before);
        before = heat_level(strain_edges, strain);
    }
    CHECK_FALSE(heat_step(heat_level(strain_edges, -0.01f)));
    CHECK(heat_step(heat_level(strain_edges, 0.12f)) == 2);
    CHECK(heat_step(heat_steps) == heat_steps - 1);
}

TEST_CASE("a quarter less far is stiff, a quarter more is loose") {
    CHECK(mobility(0.7) == Mobility::stiff);
    CHECK(mobility(0.8) == Mobility::usual);
    CHECK(mobility(1.2) == Mobility::usual);
    CHECK(mobility(1.3) == Mobility::loose);
}
