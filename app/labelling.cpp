#include "app/labelling.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::app {

namespace {

/// Where a point shows, px from the top left; nothing behind the viewer.
std::optional<glm::vec2> on_picture(const scene::Camera& camera, const glm::vec3& point, glm::vec2 size_px) {
    const glm::vec4 clip = camera.projection(size_px.x / size_px.y) * camera.view() * glm::vec4(point, 1);
    if (clip.w <= 0) return std::nullopt;
    return glm::vec2((clip.x / clip.w + 1) / 2, (1 - clip.y / clip.w) / 2) * size_px;
}

/// What shows at the point's place is something before or, where the point was cut away, behind it: by more
/// than the roughness of surfaces.
bool covered(const render::Renderer& renderer, render::Renderer::Canvas canvas, const scene::Camera& camera,
             const glm::vec3& point, glm::vec2 size_px) {
    const auto at = on_picture(camera, point, size_px);
    if (!at) return true;
    const render::Renderer::Hit hit = renderer.pick(canvas, int(at->x), int(at->y));
    constexpr float rough_m = 0.004f;
    return hit.id == 0 ||
           std::abs(glm::distance(hit.point, camera.eye()) - glm::distance(point, camera.eye())) > rough_m;
}

} // namespace

void name_what_shows(Labelling& labelling, const scene::Model& model, const render::Renderer& renderer,
                     render::Renderer::Canvas canvas, std::optional<std::size_t> selected,
                     const std::vector<std::string>& wanted) {
    std::vector<scene::Sight> sights;
    bool first = true;
    bool selected_shows = !selected.has_value();
    for (const render::Renderer::Seen& seen : renderer.seen(canvas)) {
        if (seen.id == 0 || seen.id > model.structures.size()) continue;
        sights.push_back({.structure = seen.id - 1, .pixels = seen.pixels, .point = seen.anchor.point});
        labelling.left_px = first ? seen.left_px : std::min(labelling.left_px, seen.left_px);
        labelling.right_px = first ? seen.right_px : std::max(labelling.right_px, seen.right_px);
        first = false;
        selected_shows = selected_shows || seen.id - 1 == selected;
    }
    if (!selected_shows) { // named all the same, with a dashed leader
        const scene::Bounds box = scene::bounds(model, std::span(&*selected, 1));
        sights.push_back({.structure = *selected, .pixels = 0, .point = (box.low + box.high) / 2.0f});
    }
    std::vector<Labelling::Name> names;
    for (scene::Caption& caption : wanted.empty() ? scene::captions(model, sights, selected)
                                                  : scene::captions_of(model, sights, wanted)) {
        const auto known = std::ranges::find_if(
            labelling.names, [&](const auto& name) { return name.caption.id == caption.id; });
        if (known != labelling.names.end() && !known->hidden) caption.point = known->caption.point;
        names.push_back({.caption = std::move(caption)});
        names.back().hidden = names.back().caption.pixels == 0;
    }
    labelling.names = std::move(names);
}

void look_after_names(Labelling& labelling, const render::Renderer& renderer, render::Renderer::Canvas canvas,
                      const scene::Camera& camera, glm::vec2 size_px) {
    for (Labelling::Name& name : labelling.names) {
        name.hidden = covered(renderer, canvas, camera, name.caption.point, size_px);
        const float wanted = name.hidden ? 0.3f : 1.0f;
        name.strength += (wanted - name.strength) * 0.35f;
    }
}

void place_names(Labelling& labelling, const scene::Camera& camera, glm::vec2 size_px, float widest,
                 float row) {
    std::vector<scene::Anchor> anchors;
    float low = labelling.left_px, high = labelling.right_px;
    for (const Labelling::Name& name : labelling.names) {
        const auto at = on_picture(camera, name.caption.point, size_px);
        if (!at || at->y < 0 || at->y > size_px.y) continue;
        anchors.push_back({name.caption.id, *at});
        low = std::min(low, at->x);
        high = std::max(high, at->x);
    }
    // Beside what is shown, but never off the picture.
    const float clear = 0.9f * row, edge = widest + 0.4f * row;
    labelling.columns = {.left_x = std::max(low - clear, edge),
                         .right_x = std::min(high + clear, size_px.x - edge),
                         .top = 0.5f * row,
                         .bottom = size_px.y - 0.5f * row,
                         .row = row};
    std::erase_if(anchors, [&](const scene::Anchor& anchor) {
        return anchor.at.x <= labelling.columns.left_x || anchor.at.x >= labelling.columns.right_x;
    });
    labelling.placed = scene::placed_labels(anchors, labelling.columns, labelling.placed);
}

} // namespace spinescope::app
