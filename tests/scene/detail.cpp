#include "scene/detail.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace spinescope::scene;

TEST_CASE("detail grows as one comes nearer, and less of it will do while moving") {
    constexpr std::array<std::size_t, 3> triangles{3300, 1300, 460};
    std::size_t before = triangles.size();
    for (const float distance : {12.0f, 4.0f, 1.5f, 0.7f, 0.3f, 0.1f}) {
        const Camera camera{.distance_m = distance};
        const std::size_t still = level_of_detail(triangles, {0, 0, 0}, 0.045f, {camera, 720, false});
        const std::size_t moving = level_of_detail(triangles, {0, 0, 0}, 0.045f, {camera, 720, true});
        CHECK(still <= before);
        CHECK(moving >= still);
        before = still;
    }
    CHECK(before == 0);
    // Levels that are not there yet are not chosen.
    constexpr std::array<std::size_t, 3> alone{3300, 0, 0};
    CHECK(level_of_detail(alone, {0, 0, 0}, 0.045f, {Camera{.distance_m = 50}, 720, true}) == 0);
}
