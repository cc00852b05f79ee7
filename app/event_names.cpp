#include "app/event_names.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace spinescope::app {

std::vector<NamePlace> place_event_names(std::span<const EventName> names, std::size_t first, float begin,
                                         float end, int lanes) {
    std::vector<NamePlace> places(names.size());
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if ((a == first) != (b == first)) return a == first;
        return names[a].importance > names[b].importance;
    });
    std::vector<std::size_t> placed;
    for (const std::size_t i : order) {
        const EventName& name = names[i];
        if (name.x < begin || name.x > end) continue;
        const bool fits_right = name.x + name.width <= end;
        const float left = fits_right ? name.x : std::max(begin, name.x - name.width);
        for (int lane = 0; lane < lanes && places[i].lane < 0; ++lane)
            if (std::ranges::none_of(placed, [&](std::size_t other) {
                    return places[other].lane == lane && left < places[other].left + names[other].width &&
                           places[other].left < left + name.width;
                }))
                places[i] = {lane, left};
        if (places[i].lane >= 0) placed.push_back(i);
    }
    return places;
}

int importance(std::string_view event_id) {
    using namespace std::string_view_literals;
    constexpr std::array known{
        std::pair("nucleation"sv, 10), std::pair("sound"sv, 9),        std::pair("ready"sv, 8),
        std::pair("let-go"sv, 7),      std::pair("thrust"sv, 6),       std::pair("old-gas"sv, 6),
        std::pair("film-yields"sv, 6), std::pair("gas-gone"sv, 5),     std::pair("snap"sv, 4),
        std::pair("cavity"sv, 3),      std::pair("first-touch"sv, 2),  std::pair("bubbles"sv, 1),
        std::pair("rest"sv, 1),        std::pair("hypermobile"sv, 10), std::pair("hurt"sv, 9),
        std::pair("creep"sv, 7),       std::pair("rested"sv, 6),       std::pair("popped"sv, 4),
        std::pair("preload"sv, 0)};
    if (event_id.starts_with("pop.")) return 8; // another joint under the same thrust
    for (const auto& [id, rank] : known)
        if (id == event_id) return rank;
    return 5;
}

} // namespace spinescope::app
