#include "scene/cutting_plane.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <utility>

namespace spinescope::scene {

namespace {

struct Direction {
    std::string_view word;
    glm::vec3 normal;
};
constexpr std::array<Direction, 3> directions{
    {{"sagittal", {0, 0, 1}}, {"frontal", {1, 0, 0}}, {"transverse", {0, 1, 0}}}};

constexpr const char* how = "write sagittal, frontal or transverse, then :mm or :structure if it is not the "
                            "middle, then :other for the other side; or x,y,z:mm";

std::optional<float> number(std::string_view words) {
    float value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::vector<std::string_view> parts_of(std::string_view words, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(separator, at), words.size());
        parts.push_back(words.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

Failure wrong(std::string_view words, const std::string& what) {
    return {"plane " + files::shown(std::string(words)), what, how};
}

std::optional<glm::vec3> own_normal(std::string_view words) {
    const std::vector<std::string_view> parts = parts_of(words, ',');
    if (parts.size() != 3) return std::nullopt;
    glm::vec3 normal{};
    for (int i = 0; i < 3; ++i) {
        const std::optional<float> value = number(parts[static_cast<std::size_t>(i)]);
        if (!value) return std::nullopt;
        normal[i] = *value;
    }
    const float length = glm::length(normal);
    if (!(length > 1e-6f) || !std::isfinite(length)) return std::nullopt;
    return normal / length;
}

} // namespace

CuttingPlane cutting_plane(std::string_view words, const Model& model) {
    std::vector<std::string_view> parts = parts_of(words, ':');
    CuttingPlane plane;
    const bool other = parts.size() > 1 && parts.back() == "other";
    if (other) parts.pop_back();
    if (parts.size() > 2) throw wrong(words, "has too many parts");

    const auto named = std::ranges::find(directions, parts.front(), &Direction::word);
    if (named != directions.end())
        plane.normal = named->normal;
    else if (const std::optional<glm::vec3> normal = own_normal(parts.front()))
        plane.normal = *normal;
    else
        throw wrong(words, "is no plane");

    if (parts.size() == 2) {
        if (const std::optional<float> mm = number(parts[1])) {
            plane.offset_m = *mm * 1e-3f;
        } else {
            const std::optional<std::size_t> index = model.find(parts[1]);
            if (!index) {
                std::vector<std::string> ids;
                for (const Structure& structure : model.structures) ids.push_back(structure.id);
                throw Failure("plane " + files::shown(std::string(words)),
                              "there is no structure " + files::shown(std::string(parts[1])),
                              files::suggestion(std::string(parts[1]), ids));
            }
            const Structure& structure = model.structures[*index];
            const Bounds box = bounds(model, std::span(&*index, 1));
            if (named != directions.end() && named->word == "transverse")
                plane.normal = glm::normalize(glm::vec3(structure.place[1]));
            // A vertebra's frame stands in the middle of its body, which is what a cut "through L4" means.
            const bool framed = structure.place != glm::mat4(1);
            const glm::vec3 middle = framed ? glm::vec3(structure.place[3]) : (box.low + box.high) * 0.5f;
            plane.offset_m = glm::dot(plane.normal, middle);
        }
    }
    if (other) {
        plane.normal = -plane.normal;
        plane.offset_m = -plane.offset_m;
    }
    return plane;
}

} // namespace spinescope::scene
