#include "render/frame.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::render {
namespace {

/// The sides of what is seen, as planes whose positive side is inside; spine frame.
std::array<glm::vec4, 6> sides(const glm::mat4& to_clip) {
    const glm::mat4 rows = glm::transpose(to_clip);
    return {rows[3] + rows[0], rows[3] - rows[0], rows[3] + rows[1],
            rows[3] - rows[1], rows[3] + rows[2], rows[3] - rows[2]};
}

Motions motions_of(const anatomy::Posture& posture) {
    Motions motions{};
    for (std::size_t bone = 0; bone < anatomy::chain_length; ++bone) {
        const glm::mat4 rows = glm::transpose(posture.moved[bone]);
        for (int k = 0; k < 3; ++k) motions.at(3 * bone + static_cast<std::size_t>(k)) = rows[k];
    }
    return motions;
}

/// Every corner lies between where its two bones would carry it.
Box carried_by(const anatomy::Posture& posture, const glm::mat4& place, const StoredMesh& mesh) {
    std::optional<Box> all;
    for (const StoredMesh::Part& part : mesh.parts)
        for (const std::size_t bone : {part.upper, part.upper + 1}) {
            const Box box = carried(posture.moved.at(bone) * place, part.box);
            all = all ? united(*all, box) : box;
        }
    return all.value_or(Box{});
}

/// How far the box reaches along a direction from its centre.
float reach(const glm::vec3& half, const glm::vec3& along) {
    return glm::dot(half, glm::abs(along));
}

/// Where the box lies in a picture of that size.
void spread(Item& item, const glm::mat4& to_clip, const glm::vec2& size) {
    glm::vec2 low{2}, high{-2};
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 way{corner & 1 ? 1 : -1, corner & 2 ? 1 : -1, corner & 4 ? 1 : -1};
        const glm::vec4 clip = to_clip * glm::vec4(item.centre + way * item.half, 1);
        if (clip.w <= 0) { // partly behind the viewer
            low = glm::vec2(-1);
            high = glm::vec2(1);
            break;
        }
        low = glm::min(low, glm::vec2(clip) / clip.w);
        high = glm::max(high, glm::vec2(clip) / clip.w);
    }
    item.low = (low * 0.5f + 0.5f) * size;
    item.high = (high * 0.5f + 0.5f) * size;
}

} // namespace

void Frame::prepare(const Picture& for_picture, int for_width, int for_height, int for_side,
                    std::span<const Drawing> drawings, std::span<const StoredMesh> meshes) {
    picture = &for_picture;
    width = for_width;
    height = for_height;
    side = for_side;
    const scene::Camera& camera = picture->camera;
    const float aspect = static_cast<float>(picture->width) / static_cast<float>(picture->height);
    view = camera.view();
    to_clip = camera.projection(aspect) * view;
    const float t = std::tan(glm::radians(camera.field_of_view_deg) / 2);
    pixel_mm = 1e3f * 2 * t * camera.distance_m / static_cast<float>(height * side);
    bent = picture->posture != anatomy::Posture();
    if (bent) motions = motions_of(picture->posture);
    cover({0, 0, width, height});

    for (std::vector<Item>* items : {&solid, &data, &see_through, &ghosts}) items->clear();
    const std::array<glm::vec4, 6> inside = sides(to_clip);
    unsigned number = 0, number_seen = 0;
    whole = {};
    float nearest = 1e9f, farthest = 0;
    for (const Drawing& drawing : drawings) {
        ++number;
        if (drawing.mesh.index >= meshes.size() || drawing.opacity <= 0) continue;
        const StoredMesh& mesh = meshes[drawing.mesh.index];
        if (mesh.count == 0) continue;
        Item item{.drawing = &drawing, .mesh = &mesh, .number = number};
        item.follows = bent && drawing.bends && mesh.rides;
        const Box box = item.follows ? carried_by(picture->posture, drawing.place, mesh)
                                     : carried(drawing.place, mesh.box);
        item.centre = (box.low + box.high) / 2.0f;
        item.half = (box.high - box.low) / 2.0f;
        if (std::any_of(inside.begin(), inside.end(), [&](const glm::vec4& plane) {
                return glm::dot(plane, glm::vec4(item.centre, 1)) < -reach(item.half, glm::vec3(plane));
            }))
            continue;
        item.place = drawing.place * mesh.unpacked();
        if (picture->cut && drawing.cut) {
            const glm::vec3 normal(*picture->cut);
            const float beyond =
                normal == glm::vec3(0) ? -1e9f : glm::dot(*picture->cut, glm::vec4(item.centre, 1));
            if (beyond > reach(item.half, normal)) continue;
            item.cut = beyond > -reach(item.half, normal);
            item.plane = item.follows ? *picture->cut : glm::transpose(item.place) * *picture->cut;
        }
        whole = number_seen++ == 0 ? box : united(whole, box);
        const float depth = -(view * glm::vec4(item.centre, 1)).z;
        const float thick = reach(item.half, glm::vec3(view[0][2], view[1][2], view[2][2]));
        nearest = std::min(nearest, depth - thick);
        farthest = std::max(farthest, depth + thick);
        item.depth = depth;
        // Places are rigid or evenly scaled, so that normals turn as directions do (the shaders normalise).
        item.turn = glm::mat3(drawing.place);
        item.to_view = item.follows ? glm::mat3(view) : glm::mat3(view) * item.turn;
        item.to_clip = item.follows ? to_clip : to_clip * item.place;
        spread(item, to_clip, {width, height});
        (drawing.ghost         ? ghosts
         : drawing.opacity < 1 ? see_through
         : drawing.data_colour ? data
                               : solid)
            .push_back(item);
    }
    for (std::vector<Item>* items : {&solid, &data})
        std::sort(items->begin(), items->end(),
                  [](const Item& a, const Item& b) { return a.depth < b.depth; });
    // What is so close to the viewer that it fills the picture must not take all the steps.
    nearest = std::max(nearest, 0.25f * camera.distance_m);
    farthest = std::max(farthest, 1.01f * nearest);
    nearness = {1 / farthest, 1 / (1 / nearest - 1 / farthest)};
}

void Frame::cover(const Area& area) {
    stage = area;
    const scene::Camera& camera = picture->camera;
    const float aspect = static_cast<float>(picture->width) / static_cast<float>(picture->height);
    const float t = std::tan(glm::radians(camera.field_of_view_deg) / 2);
    ray = {-2 * t * aspect / static_cast<float>(width * side), -2 * t / static_cast<float>(height * side),
           t * aspect, t};
    ray.z += ray.x * static_cast<float>(side * area.left);
    ray.w += ray.y * static_cast<float>(side * area.bottom);
}

bool Frame::on_stage(const Item& item) const {
    // A pixel more on each side: what touches the border may still tint it.
    return item.low.x <= static_cast<float>(stage.left + stage.width + 1) &&
           item.high.x >= static_cast<float>(stage.left - 1) &&
           item.low.y <= static_cast<float>(stage.bottom + stage.height + 1) &&
           item.high.y >= static_cast<float>(stage.bottom - 1);
}

Area Frame::covered(float margin, std::optional<std::uint32_t> id) const {
    const glm::vec2 size{width, height};
    glm::vec2 low = size, high{0};
    for (const std::vector<Item>* items : {&solid, &data, &see_through, &ghosts})
        for (const Item& item : *items) {
            if (id && item.drawing->id != *id) continue;
            low = glm::min(low, item.low);
            high = glm::max(high, item.high);
        }
    low = glm::clamp(glm::floor(low - margin), glm::vec2(0), size);
    high = glm::clamp(glm::ceil(high + margin), glm::vec2(0), size);
    if (!(high.x > low.x && high.y > low.y)) return {};
    return {static_cast<int>(low.x), static_cast<int>(low.y), static_cast<int>(high.x - low.x),
            static_cast<int>(high.y - low.y)};
}

} // namespace spinescope::render
