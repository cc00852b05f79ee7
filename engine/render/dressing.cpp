#include "render/dressing.hpp"

#include "render/look.hpp"
#include "render/surfaces.hpp"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

namespace spinescope::render {
namespace {

/// What any program over surfaces or caps asks of an item.
void identify(const ShaderProgram& program, const Item& item) {
    const Drawing& drawing = *item.drawing;
    program.set("number", item.number);
    program.set("opacity", drawing.opacity);
    program.set("backward", drawing.backward);
    if (drawing.opacity < 1)
        program.set("data_colour", drawing.data_colour ? glm::vec4(*drawing.data_colour, 1) : glm::vec4(0));
    else if (drawing.data_colour)
        program.set("data_colour", *drawing.data_colour);
}

} // namespace

float grain_seen(const Frame& frame) {
    constexpr float grain_mm = 0.5f;
    // Finer than a pixel it would only flicker, and while the view moves nobody sees it.
    if (frame.side == 1) return 0;
    return std::clamp(1.5f - 3 * frame.pixel_mm / grain_mm, 0.0f, 1.0f);
}

void illuminate(const ShaderProgram& program, const Frame& frame) {
    const Room& around = room(frame.picture->theme);
    // The sky is above the patient and a little behind the viewer: looking from below is not looking into
    // night.
    const glm::vec3 up = glm::mat3(frame.view) * glm::vec3(0, 1, 0);
    program.set("ray", frame.ray);
    program.set("nearness", frame.nearness);
    program.set("pixel_mm", frame.pixel_mm);
    program.set("above", glm::normalize(up + glm::vec3(0, 0.35f, 0.55f)));
    program.set("sky_light", around.sky);
    program.set("floor_light", around.floor);
    program.set("key_light", around.key);
    program.set("rim_light", around.back);
    program.set("ground", around.middle);
}

void warm(const ShaderProgram& program, const Frame& frame) {
    std::array<glm::vec3, scene::heat_steps> steps{};
    for (std::size_t i = 0; i < steps.size(); ++i) steps.at(i) = scene::heat_colour(i);
    program.set("steps", std::span<const glm::vec3>(steps));
    // Stripes are as broad in a large picture as in a small one, seen from where the whole of it is seen.
    constexpr float stripes_in_height = 100;
    program.set("stripes",
                stripes_in_height / std::abs(frame.ray.y) / static_cast<float>(frame.height * frame.side));
}

namespace {

using Middles = std::array<glm::vec3, std::tuple_size_v<scene::AlongSpine>>;
using Figures = std::array<glm::vec2, std::tuple_size_v<scene::AlongSpine>>;

glm::vec2 figure_of(const Item& item, std::size_t segment) {
    return {item.drawing->heat->level.at(segment), item.drawing->heat->part_of_hurt.at(segment)};
}

/// What all of a tissue shows that is heated in one segment.
void warm_as_one(const ShaderProgram& program, const Item& item) {
    const std::optional<std::size_t> segment = only_heated_segment(item);
    program.set("parts", segment ? 1 : 0);
    if (!segment) return;
    const std::array figure{figure_of(item, *segment)};
    program.set("figures", std::span<const glm::vec2>(figure));
}

/// Where each part of a heated tissue lies, and what it shows on a cut.
void warm_face(const ShaderProgram& program, const Frame& frame, const Item& item) {
    const auto& parts = item.mesh->parts;
    if (!item.drawing->heat || parts.empty() || only_heated_segment(item)) return warm_as_one(program, item);
    Middles middles{};
    Figures figures{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const glm::vec4 standing =
            item.drawing->place * glm::vec4((parts[i].box.low + parts[i].box.high) / 2.0f, 1);
        const float ride = static_cast<float>(parts[i].upper) + 0.5f;
        middles.at(i) =
            glm::vec3(item.follows ? anatomy::motion_at(frame.picture->posture, ride) * standing : standing);
        figures.at(i) = figure_of(item, std::min(parts[i].upper, figures.size() - 1));
    }
    program.set("parts", static_cast<int>(parts.size()));
    program.set("middles", std::span<const glm::vec3>(middles));
    program.set("figures", std::span<const glm::vec2>(figures));
}

} // namespace

void dye(const ShaderProgram& program, const Item& item, float grain) {
    const Appearance& t = appearance(item.drawing->tissue);
    identify(program, item);
    if (item.drawing->data_colour) warm_as_one(program, item);
    program.set("albedo", t.albedo);
    program.set("crevice", t.crevice);
    program.set("gloss", glm::vec4(t.highlight, t.wrap, t.through, t.sheen));
    program.set("strength", grain * t.pores);
    program.set("low_mm", 1e3f * item.mesh->box.low);
    program.set("size_mm", 1e3f * (item.mesh->box.high - item.mesh->box.low));
    program.set("fibrous", glm::vec3(t.fibre_contrast, t.bundle_mm, t.fibre_sheen));
}

void dye_face(const ShaderProgram& program, const Frame& frame, const Item& item, Face face) {
    const Appearance& t = appearance(item.drawing->tissue);
    const bool rind = face == Face::rind;
    identify(program, item);
    warm_face(program, frame, item);
    if (rind && item.drawing->data_rind) program.set("data_colour", *item.drawing->data_rind);
    program.set("albedo", rind ? t.rind : t.cut);
    program.set("crevice", glm::vec3(1));
    program.set("gloss", glm::vec4(0, t.wrap, 0, 0));
    program.set("cells", glm::vec4(rind ? 0 : t.cells, t.cell_mm, t.porous ? 1 : 0, 0));
    program.set("lamellae", t.rings);
    if (t.rings > 0) program.set("reach_mm", std::span<const float>(item.mesh->outline()));
}

float rind_mm(const Frame& frame, const Item& item) {
    const float thickness = appearance(item.drawing->tissue).rind_mm;
    const bool plain = item.drawing->data_colour && !item.drawing->data_rind;
    return plain || thickness < 0.8f * frame.pixel_mm ? 0 : thickness;
}

} // namespace spinescope::render
