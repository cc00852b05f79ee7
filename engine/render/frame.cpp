#include "render/frame.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::render {
namespace {

/// The sides of what is seen, as planes whose positive side is inside, unit normals; spine frame.
std::array<glm::vec4, 6> sides(const glm::mat4& to_clip) {
    const glm::mat4 rows = glm::transpose(to_clip);
    std::array<glm::vec4, 6> planes{rows[3] + rows[0], rows[3] - rows[0], rows[3] + rows[1],
                                    rows[3] - rows[1], rows[3] + rows[2], rows[3] - rows[2]};
    for (glm::vec4& plane : planes) plane /= glm::length(glm::vec3(plane));
    return planes;
}

} // namespace

void Frame::prepare(const Picture& for_picture, int for_width, int for_height, int side,
                    std::span<const Drawing> drawings, std::span<const StoredMesh> meshes) {
    picture = &for_picture;
    width = for_width;
    height = for_height;
    const scene::Camera& camera = picture->camera;
    const float aspect = static_cast<float>(picture->width) / static_cast<float>(picture->height);
    view = camera.view();
    to_clip = camera.projection(aspect) * view;
    const float t = std::tan(glm::radians(camera.field_of_view_deg) / 2);
    ray = {-2 * t * aspect / static_cast<float>(width * side), -2 * t / static_cast<float>(height * side),
           t * aspect, t};
    // Finer than a pixel it would only flicker, and while the view moves nobody sees it.
    const float pixel_m = 2 * t * camera.distance_m / static_cast<float>(height * side);
    grain = picture->tier == Tier::software && picture->scale < 1
                ? 0.0f
                : std::clamp(1.5f - 3 * pixel_m / grain_m, 0.0f, 1.0f);

    solid.clear();
    see_through.clear();
    ghosts.clear();
    const std::array<glm::vec4, 6> inside = sides(to_clip);
    for (const Drawing& drawing : drawings) {
        if (drawing.mesh.index >= meshes.size() || drawing.opacity <= 0) continue;
        const StoredMesh& mesh = meshes[drawing.mesh.index];
        if (mesh.count == 0) continue;
        Item item{.drawing = &drawing, .mesh = &mesh};
        const glm::mat3 turn(drawing.place);
        const float stretch = std::max({glm::length(turn[0]), glm::length(turn[1]), glm::length(turn[2])});
        item.stretch = stretch;
        item.centre = glm::vec3(drawing.place * glm::vec4(mesh.centre, 1));
        item.radius = mesh.radius * stretch;
        if (std::any_of(inside.begin(), inside.end(), [&](const glm::vec4& plane) {
                return glm::dot(plane, glm::vec4(item.centre, 1)) < -item.radius;
            }))
            continue;
        if (picture->cut && drawing.cut) {
            const float length = glm::length(glm::vec3(*picture->cut));
            const float beyond =
                length > 0 ? glm::dot(*picture->cut, glm::vec4(item.centre, 1)) / length : -1e9f;
            if (beyond > item.radius) continue;
            item.cut = beyond > -item.radius;
            item.plane = glm::transpose(drawing.place) * *picture->cut;
        }
        item.depth = -(view * glm::vec4(item.centre, 1)).z;
        item.to_clip = to_clip * drawing.place;
        // Places are rigid or evenly scaled, so that normals turn as directions do (the shaders normalise).
        item.to_view = glm::mat3(view) * turn;
        (drawing.ghost ? ghosts : drawing.opacity < 1 ? see_through : solid).push_back(item);
    }
    std::sort(solid.begin(), solid.end(), [](const Item& a, const Item& b) { return a.depth < b.depth; });
}

Area Frame::covered(float margin, std::optional<std::uint32_t> id) const {
    glm::vec2 low{2}, high{-2};
    for (const std::vector<Item>* items : {&solid, &see_through, &ghosts})
        for (const Item& item : *items) {
            if (id && item.drawing->id != *id) continue;
            for (int corner = 0; corner < 8; ++corner) {
                const glm::vec3 off{corner & 1 ? 1 : -1, corner & 2 ? 1 : -1, corner & 4 ? 1 : -1};
                const glm::vec4 clip = to_clip * glm::vec4(item.centre + off * item.radius, 1);
                if (clip.w <= 0) { // partly behind the viewer
                    low = glm::vec2(-1);
                    high = glm::vec2(1);
                    break;
                }
                low = glm::min(low, glm::vec2(clip) / clip.w);
                high = glm::max(high, glm::vec2(clip) / clip.w);
            }
        }
    const glm::vec2 size{width, height};
    low = glm::clamp(glm::floor((low * 0.5f + 0.5f) * size - margin), glm::vec2(0), size);
    high = glm::clamp(glm::ceil((high * 0.5f + 0.5f) * size + margin), glm::vec2(0), size);
    if (!(high.x > low.x && high.y > low.y)) return {};
    return {static_cast<int>(low.x), static_cast<int>(low.y), static_cast<int>(high.x - low.x),
            static_cast<int>(high.y - low.y)};
}

} // namespace spinescope::render
