#include "app/ghost_body.hpp"

#include "anatomy/body.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/ext/matrix_transform.hpp>

namespace spinescope::app {

namespace {

using timeline::Position;

/// A block of one metre about the origin.
anatomy::Mesh block() {
    anatomy::Mesh mesh;
    for (int axis = 0; axis < 3; ++axis)
        for (const float side : {1.0f, -1.0f}) {
            glm::vec3 out(0), u(0), v(0);
            out[axis] = side;
            u[(axis + 1) % 3] = 1;
            v[(axis + 2) % 3] = side;
            const auto first = std::uint32_t(mesh.positions.size());
            for (const glm::vec2 c : {glm::vec2(-1, -1), {1, -1}, {1, 1}, {-1, 1}}) {
                mesh.positions.push_back(0.5f * (out + c.x * u + c.y * v));
                mesh.normals.push_back(out);
            }
            for (const std::uint32_t corner : {0u, 1u, 2u, 0u, 2u, 3u})
                mesh.indices.push_back(first + corner);
        }
    return mesh;
}

scene::Bounds around(const timeline::BodyPose& body) {
    scene::Bounds box{.low = glm::vec3(1e3f), .high = glm::vec3(-1e3f)};
    const auto take = [&](glm::vec3 p, float margin) {
        box.low = glm::min(box.low, p - margin);
        box.high = glm::max(box.high, p + margin);
    };
    using anatomy::Body;
    take(glm::vec3(body.parts[0] * glm::vec4(glm::vec3(Body::back_of_head.at), 1)), 0.10f);
    for (std::size_t i = 1; i < body.parts.size(); ++i) take(glm::vec3(body.parts[i][3]), 0.05f);
    for (std::size_t i = 5; i < body.parts.size(); ++i) // hands' and feet's ends
        take(glm::vec3(body.parts[i] * glm::vec4(i < 7 ? 0.17f : 0, i < 7 ? -0.04f : -0.15f, 0, 1)), 0.02f);
    return box;
}

scene::Bounds around(const timeline::Performance& performance) {
    scene::Bounds box = around(performance.body.front());
    for (const timeline::BodyPose& body : performance.body) {
        const scene::Bounds own = around(body);
        box.low = glm::min(box.low, own.low);
        box.high = glm::max(box.high, own.high);
    }
    box.low.y = std::min(box.low.y, 0.0f);
    return box;
}

glm::mat4 block_between(const glm::vec3& low, const glm::vec3& high) {
    return glm::scale(glm::translate(glm::mat4(1), (low + high) / 2.0f), high - low);
}

} // namespace

GhostBody ghost_body(render::Renderer& renderer, const timeline::Performance& performance,
                     const GhostBody* dressed) {
    GhostBody body{.position = performance.exercise.position, .warm_pack = performance.exercise.warm_pack};
    if (dressed != nullptr) {
        body.parts = dressed->parts;
        body.block = dressed->block;
    } else {
        for (std::size_t i = 0; i < anatomy::body_parts; ++i)
            body.parts[i] = renderer.upload(anatomy::body_part_mesh(static_cast<anatomy::BodyPart>(i)));
        body.block = renderer.upload(block());
    }
    const scene::Bounds box = around(performance);
    body.mat_low = {box.low.x - 0.10f, -0.012f, std::min(box.low.z, -0.30f) - 0.06f};
    body.mat_high = {box.high.x + 0.10f, 0, std::max(box.high.z, 0.30f) + 0.06f};
    body.pose = performance.body.front();
    return body;
}

void add_drawings(const GhostBody& body, render::Theme theme, std::vector<render::Drawing>& drawn) {
    const bool dark = theme == render::Theme::dark;
    const glm::vec3 cloth = dark ? glm::vec3(0.165f, 0.195f, 0.245f) : glm::vec3(0.86f, 0.87f, 0.885f);
    const glm::vec3 warm = dark ? glm::vec3(0.86f, 0.42f, 0.22f) : glm::vec3(0.88f, 0.45f, 0.25f);
    const auto add_block = [&](const glm::vec3& low, const glm::vec3& high, const glm::vec3& colour) {
        drawn.push_back(
            {.mesh = body.block, .place = block_between(low, high), .data_colour = colour, .cut = false});
    };
    add_block(body.mat_low, body.mat_high, cloth);
    const glm::mat4& pelvis = body.pose.posture.moved.back();
    if (body.position == Position::sitting) {
        const auto top = float(timeline::seat_height);
        const glm::vec3 at(pelvis * glm::vec4(0, -0.15f, 0, 1));
        add_block({at.x - 0.16f, 0, -0.20f}, {at.x + 0.22f, top, 0.20f}, cloth);
    }
    if (body.warm_pack) { // fills the hollow of the lower back
        const glm::vec3 at(anatomy::motion_at(body.pose.posture, anatomy::ride_of("L3")) *
                           glm::vec4(-0.06f, 0.09f, 0, 1));
        add_block({at.x - 0.10f, 0, -0.15f}, {at.x + 0.10f, std::max(0.012f, at.y - 0.004f), 0.15f}, warm);
    }
    for (std::size_t i = 0; i < body.parts.size(); ++i)
        show_through(drawn.emplace_back(
                         render::Drawing{.mesh = body.parts[i], .place = body.pose.parts[i], .cut = false}),
                     theme);
}

void show_through(render::Drawing& drawing, render::Theme theme) {
    const bool dark = theme == render::Theme::dark; // pale glass on dark, dark glass on light
    drawing.tissue = dark ? scene::Tissue::dura : scene::Tissue::cavity;
    drawing.opacity = dark ? 0.26f : 0.17f;
    drawing.ghost = false;
}

scene::Camera camera_for(const timeline::Performance& performance, float aspect) {
    /// From the right and somewhat from the front; whoever turns is seen from farther above.
    struct From {
        float azimuth_deg, elevation_deg, nearer;
    };
    const From from = [&]() -> From {
        switch (performance.exercise.position) {
        case Position::all_fours:
            return {-70, 10, 0.94f};
        case Position::lying:
            return {-66, 15, 0.88f};
        case Position::sitting:
            return {-42, 20, 1.04f};
        case Position::standing:
            return {-62, 6, 0.96f};
        }
        return {};
    }();
    scene::Camera camera = scene::framed(scene::StandardView::right, around(performance), aspect);
    camera.azimuth_deg = from.azimuth_deg;
    camera.elevation_deg = from.elevation_deg;
    camera.distance_m *= from.nearer;
    return camera;
}

} // namespace spinescope::app
