#include "render/section.hpp"

#include "anatomy/chain.hpp"
#include "render/portions.hpp"
#include "render/surfaces.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace spinescope::render {
namespace {

// What the stencil's bits say.
constexpr GLuint counted = 0x3f; // how often the mesh turns its back more than its front
constexpr GLuint section = 0x40; // the pixel lies on the face that is being drawn
constexpr GLuint taken = 0x80;   // something opaque is there; see passes.cpp

/// The section plane with a unit normal, and two directions along it.
struct Plane {
    glm::vec4 equation;
    glm::vec3 normal, across, along;

    explicit Plane(const glm::vec4& cut)
        : equation(cut / glm::length(glm::vec3(cut))), normal(equation),
          across(glm::normalize(std::abs(normal.y) < 0.9f ? glm::cross(normal, glm::vec3(0, 1, 0))
                                                          : glm::cross(normal, glm::vec3(1, 0, 0)))),
          along(glm::cross(normal, across)) {}
};

/// Where the structure's own frame has gone: of what bends, as its middle goes.
glm::mat4 own_place(const Frame& frame, const Item& item) {
    if (!item.follows) return item.drawing->place;
    const auto& parts = item.mesh->parts;
    const float middle = 0.5f * static_cast<float>(parts.front().upper + parts.back().upper + 1);
    return anatomy::motion_at(frame.picture->posture, middle) * item.drawing->place;
}

void count(const Frame& frame, const Item& item, Pass& mark, float shrunk_mm) {
    const unsigned kind = place_kind(item) | (shrunk_mm > 0 ? Pass::shrunken : 0U);
    const ShaderProgram& program = use(mark, kind, frame);
    place(program, item, kind);
    if (shrunk_mm > 0)
        program.set("inward", glm::vec3(1e-3f * shrunk_mm) / (item.mesh->box.high - item.mesh->box.low));
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glDepthMask(GL_FALSE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_CLIP_DISTANCE0);
    glStencilMask(counted);
    glStencilFunc(GL_ALWAYS, 0, counted);
    glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
    glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
    item.mesh->draw();
    glDisable(GL_CLIP_DISTANCE0);
}

/// The part of the section plane that covers everything: one square for all, so that where faces overlap
/// their depths are the same to the last bit and the later one wins.
void square(const Frame& frame, const Item& item, const Plane& plane, const ShaderProgram& program) {
    const glm::vec3 centre = (frame.whole.low + frame.whole.high) / 2.0f;
    const float half = 0.5f * glm::length(frame.whole.high - frame.whole.low);
    program.set("to_clip", frame.to_clip);
    program.set("centre", centre - plane.normal * glm::dot(plane.equation, glm::vec4(centre, 1)));
    program.set("across", plane.across * half);
    program.set("along", plane.along * half);
    program.set("facing", glm::mat3(frame.view) * plane.normal);
    program.set("to_own", glm::inverse(own_place(frame, item)));
}

/// Only where the item may be.
void narrow(const Frame& frame, const Item& item) {
    const auto side = static_cast<float>(frame.side);
    const glm::vec2 corner{frame.stage.left, frame.stage.bottom};
    const glm::vec2 size = side * glm::vec2(frame.stage.width, frame.stage.height);
    const glm::vec2 low = glm::clamp(side * (item.low - corner) - 1.0f, glm::vec2(0), size);
    const glm::vec2 high = glm::clamp(side * (item.high - corner) + 2.0f, low, size);
    glScissor(static_cast<int>(low.x), static_cast<int>(low.y), static_cast<int>(high.x - low.x),
              static_cast<int>(high.y - low.y));
}

void show(bool colour, bool depth) {
    const GLboolean c = colour ? GL_TRUE : GL_FALSE;
    glColorMask(c, c, c, c);
    glDepthMask(depth ? GL_TRUE : GL_FALSE);
    if (colour)
        glEnable(GL_DEPTH_TEST);
    else
        glDisable(GL_DEPTH_TEST);
}

} // namespace

void draw_caps(const Frame& frame, const std::vector<Item>& items, Pass& mark, Pass& cap,
               const gl::VertexArray& nothing, bool write_depth,
               const std::function<float(const Item&)>& rind_mm,
               const std::function<void(const ShaderProgram&, const Item&, Face)>& dress) {
    const auto wanted = [&](const Item& item) { return item.cut && frame.on_stage(item); };
    if (std::none_of(items.begin(), items.end(), wanted)) return;
    const Plane plane(*frame.picture->cut);

    Portions portions(frame.picture->tier);
    glEnable(GL_STENCIL_TEST);
    glEnable(GL_SCISSOR_TEST);
    std::vector<const Item*> in_order; // all faces lie in one plane: of two that overlap the later one shows
    for (const Item& item : items)
        if (wanted(item)) in_order.push_back(&item);
    std::ranges::sort(in_order, {}, &Item::number);
    for (const Item* each : in_order) {
        const Item& item = *each;
        narrow(frame, item);
        const float rind = rind_mm(item);
        const auto fill = [&](Face face) {
            const ShaderProgram& program = cap.use_cap();
            square(frame, item, plane, program);
            dress(program, item, face);
            show(true, write_depth);
            glStencilMask(section | taken);
            glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
            if (face == Face::core)
                glStencilFunc(GL_EQUAL, taken | section | 1, section | counted);
            else
                glStencilFunc(GL_NOTEQUAL, taken | section, counted);
            glBindVertexArray(nothing.get());
            glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        };
        const auto wipe = [&](GLuint bits) {
            show(false, false);
            glStencilMask(bits);
            glStencilFunc(GL_ALWAYS, 0, 0);
            glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
            glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        };
        count(frame, item, mark, 0);
        fill(rind > 0 ? Face::rind : Face::all);
        if (rind > 0) {
            wipe(counted);
            count(frame, item, mark, rind);
            fill(Face::core);
        }
        wipe(counted | section);
        portions.add(*item.mesh);
    }
    show(true, write_depth);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glStencilMask(0xff);
    glEnable(GL_CULL_FACE);
}

} // namespace spinescope::render
