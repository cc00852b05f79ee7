#include "scene/model.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <iterator>
#include <limits>

namespace spinescope::scene {

std::optional<std::size_t> Model::find(std::string_view id) const {
    const auto found = std::find_if(structures.begin(), structures.end(),
                                    [&](const Structure& structure) { return structure.id == id; });
    if (found == structures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - structures.begin());
}

void append(Model& model, Model&& more) {
    std::ranges::move(more.structures, std::back_inserter(model.structures));
}

Bounds bounds(const Model& model, std::span<const std::size_t> indices, const anatomy::Posture& posture) {
    Bounds box{glm::vec3(std::numeric_limits<float>::max()), glm::vec3(std::numeric_limits<float>::lowest())};
    const bool moved = posture != anatomy::Posture();
    const auto add = [&](const Structure& structure) {
        const anatomy::Mesh& mesh = structure.mesh;
        const bool bends = moved && !mesh.ride.empty();
        const glm::mat4 place = moved && structure.ride
                                    ? anatomy::motion_at(posture, *structure.ride) * structure.place
                                    : structure.place;
        for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
            glm::vec4 p = place * glm::vec4(mesh.positions[i], 1);
            if (bends) p = anatomy::motion_at(posture, mesh.ride[i]) * p;
            box.low = glm::min(box.low, glm::vec3(p));
            box.high = glm::max(box.high, glm::vec3(p));
        }
    };
    if (indices.empty())
        for (const Structure& structure : model.structures) add(structure);
    for (const std::size_t index : indices) add(model.structures.at(index));
    if (box.low.x > box.high.x) return {};
    return box;
}

} // namespace spinescope::scene
