#include "render/shadow.hpp"

#include "render/gl_state.hpp"
#include "render/surfaces.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::render {
namespace {

constexpr int side = 2048;

void need(Shadow& shadow) {
    if (shadow.depths) return;
    shadow.depths = gl::make_texture();
    glBindTexture(GL_TEXTURE_2D, shadow.depths.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, side, side, 0, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT,
                 nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
    shadow.frame = gl::make_framebuffer();
    glBindFramebuffer(GL_FRAMEBUFFER, shadow.frame.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, shadow.depths.get(), 0);
    glDrawBuffer(GL_NONE);
    glReadBuffer(GL_NONE);
}

} // namespace

void cast_shadow(Shadow& shadow, const Frame& frame, Programs& programs) {
    need(shadow);
    // As in shaders/light.glsl: the key light goes with the viewer.
    const glm::mat4 turned =
        glm::lookAt(glm::vec3(-0.4575f, 0.5843f, 0.6703f), glm::vec3(0), glm::vec3(0, 1, 0));
    const glm::mat4 from_spine = turned * frame.view;
    const Box all = carried(from_spine, frame.whole);
    // No more than what can be seen, and what may throw its shadow there.
    const scene::Camera& camera = frame.picture->camera;
    const glm::vec3 middle(from_spine * glm::vec4(camera.target, 1));
    const float aspect = static_cast<float>(frame.width) / static_cast<float>(frame.height);
    const float around = 1.6f * camera.distance_m * glm::tan(glm::radians(camera.field_of_view_deg) / 2) *
                         std::max(1.0f, aspect);
    const glm::vec2 low = glm::max(glm::vec2(all.low), glm::vec2(middle) - around);
    const glm::vec2 high = glm::max(glm::min(glm::vec2(all.high), glm::vec2(middle) + around), low + 1e-4f);
    const glm::mat4 to_light =
        glm::ortho(low.x, high.x, low.y, high.y, -all.high.z - 1e-3f, -all.low.z + 1e-3f) * turned;
    shadow.to_shadow =
        glm::translate(glm::mat4(1), glm::vec3(0.5f)) * glm::scale(glm::mat4(1), glm::vec3(0.5f)) * to_light;
    const glm::vec2 size = high - low;
    // Soft as under a lamp as large as a window, and never finer than the picture of depths.
    const glm::vec2 soft = glm::max(glm::vec2(0.0025f) / size, glm::vec2(2.0f / side));
    shadow.softness = {soft, std::max(0.0006f, 2.5f * std::max(size.x, size.y) / side)};

    start_pass(shadow.frame.get(), side, side);
    glClear(GL_DEPTH_BUFFER_BIT);
    glEnable(GL_DEPTH_CLAMP);
    const glm::mat4 spine_to_light = to_light * frame.view;
    for (const std::vector<Item>* items : {&frame.solid, &frame.data})
        draw_items(
            frame, *items, programs.id, place_kind, [](const ShaderProgram&) {},
            [&](const ShaderProgram& program, const Item& item) {
                program.set("to_clip", item.follows ? spine_to_light : spine_to_light * item.place);
            });
    glDisable(GL_DEPTH_CLAMP);
}

} // namespace spinescope::render
