#include "scene/heat_map.hpp"

#include "scene/cividis.hpp"

#include <algorithm>

namespace spinescope::scene {

float heat_level(const std::array<float, heat_steps>& edges, float figure) {
    if (!(figure >= edges.front())) {
        const float width = edges[1] - edges[0];
        return figure < edges.front() ? std::max(-1.0f, (figure - edges.front()) / width) : -1.0f;
    }
    const auto above = std::ranges::upper_bound(edges, figure);
    const auto step = static_cast<std::size_t>(above - edges.begin()) - 1;
    const float width = step + 1 < heat_steps ? edges[step + 1] - edges[step] : edges[step] - edges[step - 1];
    return std::min(static_cast<float>(step) + (figure - edges[step]) / width,
                    static_cast<float>(heat_steps));
}

glm::vec3 heat_colour(std::size_t step) {
    return cividis(static_cast<float>(std::min(step, heat_steps - 1)) / static_cast<float>(heat_steps - 1));
}

std::optional<std::size_t> heat_step(float level) {
    if (!(level >= 0)) return std::nullopt;
    return std::min(static_cast<std::size_t>(level), heat_steps - 1);
}

} // namespace spinescope::scene
