#include "render/seen.hpp"

#include <catch2/catch.hpp>

using namespace spinescope::render;

TEST_CASE("a label's anchor lies deep inside what shows of a structure") {
    constexpr int width = 40, height = 30;
    std::vector<std::uint32_t> ids(width * height, 0);
    const auto fill = [&](std::uint32_t id, int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x) ids[std::size_t(y * width + x)] = id;
    };
    fill(7, 2, 2, 22, 4);   // a thin handle
    fill(7, 16, 2, 31, 17); // and a broad head
    fill(9, 35, 0, 40, 5);  // at the edge
    const auto seen = seen_regions(ids, width, height);
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].id == 7);
    CHECK(seen[0].pixels == 15 * 15 + 14 * 2);
    CHECK(seen[0].low == glm::ivec2(2, 2));
    CHECK(seen[0].high == glm::ivec2(30, 16));
    CHECK(seen[0].anchor.x == Approx(23).margin(1));
    CHECK(seen[0].anchor.y == Approx(9).margin(1));
    CHECK(seen[1].anchor == glm::ivec2(37, 2));
    CHECK(seen_regions({}, 0, 0).empty());
}
