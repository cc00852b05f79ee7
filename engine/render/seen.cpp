#include "render/seen.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <map>

namespace spinescope::render {

namespace {

/// How many steps each pixel is from another id or the edge, by rows and columns: two sweeps (Rosenfeld &
/// Pfaltz 1966, "Sequential operations in digital picture processing").
std::vector<std::uint16_t> depths(std::span<const std::uint32_t> ids, int width, int height) {
    std::vector<std::uint16_t> depth(ids.size(), 1);
    const auto at = [=](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    };
    const auto reach = [&](int x, int y, int step) {
        const std::size_t here = at(x, y);
        std::uint16_t least = 0;
        const int beside = x + step, beyond = y + step;
        if (beside >= 0 && beside < width && beyond >= 0 && beyond < height) {
            const std::size_t a = at(beside, y), b = at(x, beyond);
            if (ids[a] == ids[here] && ids[b] == ids[here]) least = std::min(depth[a], depth[b]);
        }
        return static_cast<std::uint16_t>(least + 1);
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) depth[at(x, y)] = reach(x, y, -1);
    for (int y = height; y-- > 0;)
        for (int x = width; x-- > 0;) depth[at(x, y)] = std::min(depth[at(x, y)], reach(x, y, 1));
    return depth;
}

} // namespace

std::vector<SeenRegion> seen_regions(std::span<const std::uint32_t> ids, int width, int height) {
    const std::vector<std::uint16_t> depth = depths(ids, width, height);
    struct Tally {
        std::size_t pixels = 0;
        glm::ivec2 low{1 << 30}, high{-1};
        glm::dvec2 sum{};
        double best = -1;
        glm::ivec2 anchor{};
    };
    std::map<std::uint32_t, Tally> tallies;
    const auto each = [&](auto&& what) {
        Tally* last = nullptr;
        std::uint32_t whose = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const std::size_t i = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                      static_cast<std::size_t>(x);
                if (ids[i] == 0) continue;
                if (last == nullptr || ids[i] != whose) last = &tallies[whose = ids[i]];
                what(*last, x, y, depth[i]);
            }
    };
    each([](Tally& tally, int x, int y, std::uint16_t) {
        ++tally.pixels;
        tally.sum += glm::dvec2(x, y);
        tally.low = glm::min(tally.low, glm::ivec2(x, y));
        tally.high = glm::max(tally.high, glm::ivec2(x, y));
    });
    // Deep inside, and of equally deep pixels the one nearest to the region's middle.
    each([](Tally& tally, int x, int y, std::uint16_t deep) {
        const glm::dvec2 off = glm::dvec2(x, y) - tally.sum / static_cast<double>(tally.pixels);
        const double worth = deep - 1e-7 * (off.x * off.x + off.y * off.y);
        if (worth <= tally.best) return;
        tally.best = worth;
        tally.anchor = {x, y};
    });
    std::vector<SeenRegion> seen;
    seen.reserve(tallies.size());
    for (const auto& [id, tally] : tallies)
        seen.push_back(
            {.id = id, .pixels = tally.pixels, .low = tally.low, .high = tally.high, .anchor = tally.anchor});
    return seen;
}

} // namespace spinescope::render
