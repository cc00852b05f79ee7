#include "scene/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <limits>
#include <utility>

namespace spinescope::scene {
namespace {

/// The camera's own axes in the spine frame. Worked out from the angles, not from a fixed "up", so that the
/// views from straight above and below are as good as any other.
struct Axes {
    glm::vec3 right, up, forward;
};

Axes axes(const Camera& camera) {
    const float a = glm::radians(camera.azimuth_deg);
    const float e = glm::radians(camera.elevation_deg);
    const glm::vec3 forward{-std::cos(e) * std::cos(a), -std::sin(e), std::cos(e) * std::sin(a)};
    const glm::vec3 up{-std::sin(e) * std::cos(a), std::cos(e), std::sin(e) * std::sin(a)};
    const glm::vec3 right = glm::cross(forward, up);
    const float r = glm::radians(camera.roll_deg);
    return {std::cos(r) * right - std::sin(r) * up, std::sin(r) * right + std::cos(r) * up, forward};
}

/// Half the height of what is seen at the target's distance, in metres.
float half_height(const Camera& camera) {
    return camera.distance_m * std::tan(glm::radians(camera.field_of_view_deg) / 2);
}

constexpr float nearest_m = 1e-4f;
constexpr float farthest_m = 1e4f;

/// From -180 to 180.
float wrapped(float degrees) {
    return std::remainder(degrees, 360.0f);
}

} // namespace

glm::vec3 Camera::eye() const {
    return target - axes(*this).forward * distance_m;
}

glm::mat4 Camera::view() const {
    const Axes a = axes(*this);
    const glm::vec3 from = eye();
    glm::mat4 m{1};
    for (int i = 0; i < 3; ++i) {
        m[i][0] = a.right[i];
        m[i][1] = a.up[i];
        m[i][2] = -a.forward[i];
    }
    m[3] = glm::vec4(-glm::dot(a.right, from), -glm::dot(a.up, from), glm::dot(a.forward, from), 1);
    return m;
}

glm::mat4 Camera::projection(float aspect) const {
    // The planes go with the distance, so that a cell and a cathedral are both seen whole; the added metres
    // keep the far end of the spine in the picture when the viewer is inside a joint.
    const float near_m = 0.01f * distance_m;
    const float far_m = 100 * distance_m + 4;
    return glm::perspective(glm::radians(field_of_view_deg), aspect, near_m, far_m);
}

std::optional<StandardView> standard_view(std::string_view word) {
    using enum StandardView;
    static constexpr std::array<std::pair<std::string_view, StandardView>, 8> words{{{"anterior", anterior},
                                                                                     {"posterior", posterior},
                                                                                     {"left", left},
                                                                                     {"right", right},
                                                                                     {"superior", superior},
                                                                                     {"inferior", inferior},
                                                                                     {"oblique", oblique},
                                                                                     {"joint", joint}}};
    const auto* const found =
        std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.first == word; });
    if (found == words.end()) return std::nullopt;
    return found->second;
}

Camera framed(StandardView view, const Bounds& box, float aspect) {
    Camera camera;
    switch (view) {
    case StandardView::anterior:
        break;
    case StandardView::posterior:
        camera.azimuth_deg = 180;
        break;
    case StandardView::left:
        camera.azimuth_deg = 90;
        break;
    case StandardView::right:
        camera.azimuth_deg = -90;
        break;
    // The front of the body is at the top of both, as in an atlas.
    case StandardView::superior:
        camera.azimuth_deg = 180;
        camera.elevation_deg = 90;
        break;
    case StandardView::inferior:
        camera.elevation_deg = -90;
        break;
    case StandardView::oblique:
    case StandardView::joint:
        camera.azimuth_deg = -128; // from the right and behind: facets, spinous processes and discs at once
        camera.elevation_deg = 14;
        break;
    }
    camera.target = (box.low + box.high) / 2.0f;
    const Axes a = axes(camera);
    const float tan_v = std::tan(glm::radians(camera.field_of_view_deg) / 2);
    const float margin = 0.92f;
    float distance = 0;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p{corner & 1 ? box.high.x : box.low.x, corner & 2 ? box.high.y : box.low.y,
                          corner & 4 ? box.high.z : box.low.z};
        const glm::vec3 offset = p - camera.target;
        const float depth = glm::dot(offset, a.forward);
        distance =
            std::max({distance, std::abs(glm::dot(offset, a.right)) / (margin * tan_v * aspect) - depth,
                      std::abs(glm::dot(offset, a.up)) / (margin * tan_v) - depth, -1.02f * depth});
    }
    camera.distance_m = std::clamp(distance, nearest_m, farthest_m);
    return camera;
}

Camera orbited(Camera camera, glm::vec2 degrees) {
    const float r = glm::radians(camera.roll_deg);
    const glm::vec2 level(std::cos(r) * degrees.x - std::sin(r) * degrees.y,
                          std::sin(r) * degrees.x + std::cos(r) * degrees.y);
    camera.azimuth_deg = wrapped(camera.azimuth_deg - level.x);
    camera.elevation_deg = std::clamp(camera.elevation_deg + level.y, -90.0f, 90.0f);
    return camera;
}

Camera panned(Camera camera, glm::vec2 pixels, float height_px) {
    const Axes a = axes(camera);
    const float metres = 2 * half_height(camera) / std::max(height_px, 1.0f);
    camera.target += (a.up * pixels.y - a.right * pixels.x) * metres;
    return camera;
}

Camera zoomed(Camera camera, float factor, glm::vec2 pointer, float aspect) {
    if (!(factor > 0)) return camera;
    const Axes a = axes(camera);
    const float h = half_height(camera);
    const float distance = std::clamp(camera.distance_m / factor, nearest_m, farthest_m);
    const float nearer = 1 - distance / camera.distance_m;
    camera.target += (a.right * pointer.x * aspect + a.up * pointer.y) * (h * nearer);
    camera.distance_m = distance;
    return camera;
}

Camera between(const Camera& from, const Camera& to, float t) {
    t = std::clamp(t, 0.0f, 1.0f);
    if (t == 0) return from;
    if (t == 1) return to;
    Camera camera;
    camera.target = glm::mix(from.target, to.target, t);
    camera.azimuth_deg = wrapped(from.azimuth_deg + wrapped(to.azimuth_deg - from.azimuth_deg) * t);
    camera.elevation_deg = glm::mix(from.elevation_deg, to.elevation_deg, t);
    // Equal ratios in equal times: a flight from the whole spine into a joint looks even.
    camera.distance_m = from.distance_m * std::pow(to.distance_m / from.distance_m, t);
    camera.roll_deg = glm::mix(from.roll_deg, to.roll_deg, t);
    camera.field_of_view_deg = glm::mix(from.field_of_view_deg, to.field_of_view_deg, t);
    return camera;
}

} // namespace spinescope::scene
