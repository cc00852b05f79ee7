#include "render/surfaces.hpp"

#include "render/look.hpp"
#include "render/portions.hpp"

namespace spinescope::render {

static_assert(anatomy::chain_length == 26, "shaders/surface.vert knows how many bones there are");

unsigned place_kind(const Item& item) {
    return (item.follows ? Pass::follows : 0U) | (item.cut ? Pass::cut : 0U);
}

unsigned tissue_kind(const Item& item) {
    const Appearance& look = appearance(item.drawing->tissue);
    if (!item.mesh->has_fibres || look.fibre_contrast == 0) return place_kind(item);
    return place_kind(item) | Pass::fibrous | (look.lamellar ? Pass::lamellar : 0U);
}

unsigned data_kind(const Item& item) {
    const bool along = item.drawing->heat && item.mesh->rides && !only_heated_segment(item);
    return place_kind(item) | (along ? Pass::heated : 0U);
}

std::optional<std::size_t> only_heated_segment(const Item& item) {
    if (!item.drawing->heat || item.mesh->parts.size() > 2) return std::nullopt;
    std::optional<std::size_t> only;
    const scene::AlongSpine& level = item.drawing->heat->level;
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (level[i] <= scene::not_measured) continue;
        if (only) return std::nullopt;
        only = i;
    }
    return only;
}

const ShaderProgram& use(Pass& pass, unsigned kind, const Frame& frame) {
    const ShaderProgram& program = pass.use(kind);
    if ((kind & Pass::follows) != 0) program.set("motions", std::span<const glm::vec4>(frame.motions));
    return program;
}

void place(const ShaderProgram& program, const Item& item, unsigned kind) {
    program.set("to_clip", item.to_clip);
    program.set("to_view", item.to_view);
    if ((kind & Pass::follows) != 0) {
        program.set("place", item.place);
        program.set("turn", item.turn);
    }
    if ((kind & Pass::cut) != 0) program.set("plane", item.plane);
    if ((kind & Pass::heated) != 0) {
        program.set("levels", std::span<const float>(item.drawing->heat->level));
        program.set("parts_of_hurt", std::span<const float>(item.drawing->heat->part_of_hurt));
    }
    if ((kind & Pass::fibrous) != 0)
        program.set("across_mm", glm::vec2(item.mesh->across_low_mm, item.mesh->across_span_mm));
}

void draw_items(const Frame& frame, const std::vector<Item>& items, Pass& pass,
                unsigned (*kind_of)(const Item&), const std::function<void(const ShaderProgram&)>& begin,
                const std::function<void(const ShaderProgram&, const Item&)>& dress) {
    Portions portions(frame.picture->tier);
    unsigned long wanted = 0; // kinds, as bits
    for (const Item& item : items)
        if (frame.on_stage(item)) wanted |= 1UL << kind_of(item);
    for (unsigned kind = 0; wanted >> kind != 0; ++kind) {
        if ((wanted >> kind & 1) == 0) continue;
        const ShaderProgram& program = use(pass, kind, frame);
        begin(program);
        if ((kind & Pass::cut) != 0) glEnable(GL_CLIP_DISTANCE0);
        for (const Item& item : items) {
            if (kind_of(item) != kind || !frame.on_stage(item)) continue;
            place(program, item, kind);
            dress(program, item);
            item.mesh->draw();
            portions.add(*item.mesh);
        }
        if ((kind & Pass::cut) != 0) glDisable(GL_CLIP_DISTANCE0);
    }
}

} // namespace spinescope::render
