#include "render/section.hpp"

#include "render/portions.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::render {
namespace {

constexpr GLuint counted = 0x7f;

} // namespace

void draw_caps(const Frame& frame, const std::vector<Item>& items, LazyProgram& mark, LazyProgram& cap,
               const gl::VertexArray& nothing, bool write_depth,
               const std::function<void(const ShaderProgram&, const Item&)>& dress) {
    if (std::none_of(items.begin(), items.end(), [](const Item& item) { return item.cut; })) return;
    const glm::vec4 plane = *frame.picture->cut / glm::length(glm::vec3(*frame.picture->cut));
    const glm::vec3 normal(plane);
    const glm::vec3 across =
        glm::normalize(std::abs(normal.y) < 0.9f ? glm::cross(normal, glm::vec3(0, 1, 0))
                                                 : glm::cross(normal, glm::vec3(1, 0, 0)));
    const glm::vec3 along = glm::cross(normal, across);

    Portions portions(frame.picture->tier);
    glEnable(GL_STENCIL_TEST);
    // All caps lie in one plane: where structures overlap, the one asked for
    // later is pulled in front of the earlier, in whatever order they are drawn.
    glEnable(GL_POLYGON_OFFSET_FILL);
    const Drawing* first = items.front().drawing;
    for (const Item& item : items) first = std::min(first, item.drawing);
    for (const Item& item : items) {
        if (!item.cut) continue;
        constexpr float units = 8; // of the depth buffer's resolution
        glPolygonOffset(0, -units * static_cast<float>(item.drawing - first));
        const ShaderProgram& marker = mark.use();
        marker.set("to_clip", item.to_clip);
        marker.set("plane", item.plane);
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

        const float off = glm::dot(plane, glm::vec4(item.centre, 1));
        const float half = std::sqrt(std::max(0.0f, item.radius * item.radius - off * off)) * 1.01f;
        const ShaderProgram& filler = cap.use();
        filler.set("to_clip", frame.to_clip);
        filler.set("centre", item.centre - normal * off);
        filler.set("across", across * half);
        filler.set("along", along * half);
        filler.set("facing", glm::mat3(frame.view) * normal);
        dress(filler, item);
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        glDepthMask(write_depth ? GL_TRUE : GL_FALSE);
        glEnable(GL_DEPTH_TEST);
        glDisable(GL_CLIP_DISTANCE0);
        glStencilFunc(GL_NOTEQUAL, 0, counted);
        glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
        glBindVertexArray(nothing.get());
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        portions.add(*item.mesh);
    }
    glPolygonOffset(0, 0);
    glDisable(GL_POLYGON_OFFSET_FILL);
    glDisable(GL_STENCIL_TEST);
    glStencilMask(0xff);
    glEnable(GL_CULL_FACE);
}

} // namespace spinescope::render
