#include "app/grab.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat2x2.hpp>
#include <glm/matrix.hpp>

namespace spinescope::app {

namespace {

using mechanics::Turn;

/// The angles that a drag changes. One that moves bones almost towards or away from the viewer stays: nobody
/// could see what it does.
std::vector<double Turn::*> free_angles(const scene::Camera& camera, bool turning) {
    constexpr float least = 0.35f; // of a motion's length on the picture: 20 degrees
    if (turning) return {&Turn::rotation_deg};
    const glm::mat3 view(camera.view());
    const auto seen = [&](const glm::vec3& way) { return glm::length(glm::vec2(view * way)) > least; };
    std::vector<double Turn::*> angles;
    if (seen({1, 0, 0})) angles.push_back(&Turn::flexion_deg);
    if (seen({0, 0, 1})) angles.push_back(&Turn::side_bend_deg);
    return angles;
}

/// The step of the free angles that mends `wrong` (px), by damped least squares: an angle that hardly moves
/// the point on the picture is hardly used. `effect` is px a degree.
std::vector<double> mending(const std::vector<glm::dvec2>& effect, glm::dvec2 wrong) {
    glm::dmat2 normal(0);
    glm::dvec2 right(0);
    double trace = 0;
    const int n = int(effect.size());
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j) normal[j][i] = glm::dot(effect[std::size_t(i)], effect[std::size_t(j)]);
        right[i] = glm::dot(effect[std::size_t(i)], wrong);
        trace += normal[i][i];
    }
    constexpr double damping = 0.02, least = 1e-4; // px^2 a degree^2
    for (int i = 0; i < 2; ++i) normal[i][i] += damping * trace + least;
    const glm::dvec2 step = glm::inverse(normal) * right;
    return {step.x, step.y};
}

} // namespace

std::optional<glm::vec2> place_of(const Grab& grab, const anatomy::Posture& posture,
                                  const scene::Camera& camera, glm::vec2 size_px) {
    const glm::vec4 there = anatomy::motion_at(posture, grab.ride) * glm::vec4(grab.standing, 1);
    const glm::vec4 clip = camera.projection(size_px.x / size_px.y) * camera.view() * there;
    if (!(clip.w > 0)) return std::nullopt;
    return glm::vec2((clip.x / clip.w + 1) / 2, (1 - clip.y / clip.w) / 2) * size_px;
}

bool moved_by(const Grab& grab, const mechanics::Region& region) {
    return grab.ride < float(region.last) + 0.5f;
}

Bend followed(const mechanics::SpineModel& model, Bend bend, mechanics::Pose& pose, const Grab& grab,
              const scene::Camera& camera, glm::vec2 size_px, glm::vec2 target_px, bool turning) {
    constexpr int most_steps = 4;
    constexpr double look_deg = 0.25, farthest_deg = 12, near_enough_px = 0.5;
    if (!std::isfinite(target_px.x) || !std::isfinite(target_px.y) || !moved_by(grab, bend.region))
        return bend;
    const mechanics::Range range = range_of(model, bend.region);
    const auto place = [&](const mechanics::Pose& at) {
        return place_of(grab, mechanics::posture(model, at.motions), camera, size_px);
    };
    const std::vector<double Turn::*> angles = free_angles(camera, turning);
    for (int step = 0; step < most_steps; ++step) {
        const auto here = place(pose);
        if (!here) return bend;
        const glm::dvec2 wrong(target_px - *here);
        if (glm::length(wrong) < near_enough_px) return bend;
        std::vector<glm::dvec2> effect;
        for (double Turn::*angle : angles) {
            Bend tried = bend; // towards standing, where there always is a balance
            const double look = tried.turn.*angle > 0 ? -look_deg : look_deg;
            tried.turn.*angle += look;
            const mechanics::Pose there = bent(model, tried, pose);
            const auto seen = there.balance.found ? place(there) : std::nullopt;
            if (!seen) return bend;
            effect.push_back(glm::dvec2(*seen - *here) / look);
        }
        const std::vector<double> change = mending(effect, wrong);
        Bend next = bend;
        for (std::size_t i = 0; i < angles.size(); ++i)
            next.turn.*angles[i] += std::clamp(change[i], -farthest_deg, farthest_deg);
        next.turn = held_within(range, next.turn);
        if (next == bend) return bend;
        const mechanics::Pose there = bent(model, next, pose);
        const auto seen = there.balance.found ? place(there) : std::nullopt;
        // Past the reach of the spine a step may lead away again.
        if (!seen || glm::length(glm::dvec2(target_px - *seen)) >= glm::length(wrong)) return bend;
        bend = next;
        pose = there;
    }
    return bend;
}

} // namespace spinescope::app
