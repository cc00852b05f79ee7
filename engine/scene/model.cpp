#include "scene/model.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <limits>

namespace spinescope::scene {

std::optional<std::size_t> Model::find(std::string_view id) const {
    const auto found = std::find_if(structures.begin(), structures.end(),
                                    [&](const Structure& structure) { return structure.id == id; });
    if (found == structures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - structures.begin());
}

Bounds bounds(const Model& model, std::span<const std::size_t> indices) {
    Bounds box{glm::vec3(std::numeric_limits<float>::max()), glm::vec3(std::numeric_limits<float>::lowest())};
    const auto add = [&](const Structure& structure) {
        for (const glm::vec3& position : structure.mesh.positions) {
            const glm::vec3 p{structure.place * glm::vec4(position, 1)};
            box.low = glm::min(box.low, p);
            box.high = glm::max(box.high, p);
        }
    };
    if (indices.empty())
        for (const Structure& structure : model.structures) add(structure);
    for (const std::size_t index : indices) add(model.structures.at(index));
    if (box.low.x > box.high.x) return {};
    return box;
}

} // namespace spinescope::scene
