#include "anatomy/measure_body.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace spinescope::anatomy {

namespace {

const glm::vec3 forward(1, 0, 0);
const glm::vec3 cranial(0, 1, 0);
const glm::vec3 right(0, 0, 1);

struct Rims {
    glm::vec3 front{};
    glm::vec3 rear{};
};

/// Summits of an endplate's rim in the midline, felt from outside; `way` is +1 for the upper endplate, -1 for
/// the lower. `front` and `rear` are where the waist ends; the rims stand out from it.
Rims find_rims(const MeshProbe& probe, float middle_y, float front, float rear, float way) {
    constexpr float away = 60;    // mm, clear of the body
    constexpr float lip = 4;      // mm, the most a rim stands out
    constexpr float overhang = 4; // mm, the most a rim rises above the middle
    const auto surface = [&](float x) -> std::optional<float> {
        const auto fall = probe.first_hit({x, middle_y + way * away, 0}, -way * cranial);
        return fall ? std::optional(middle_y + way * (away - *fall)) : std::nullopt;
    };
    const float centre = surface(0.5F * (front + rear)).value_or(middle_y);
    std::vector<glm::vec3> profile;
    for (float x = rear; x < front + lip; x += 0.25F)
        if (const auto y = surface(x); y && std::abs(*y - centre) < overhang) profile.push_back({x, *y, 0});
    Rims rims;
    if (profile.size() < 2) return rims;
    const float depth = profile.back().x - profile.front().x;
    rims.front = profile.back();
    rims.rear = profile.front();
    for (const glm::vec3& at : profile) {
        if (at.x > profile.back().x - 0.2F * depth && way * at.y > way * rims.front.y) rims.front = at;
        if (at.x < profile.front().x + 0.2F * depth && way * at.y > way * rims.rear.y) rims.rear = at;
    }
    // Rims are rounded: their plane, carried on to the margins, is what a calliper's jaws rest on.
    const glm::vec3 slope = (rims.front - rims.rear) / std::max(rims.front.x - rims.rear.x, 1.0F);
    rims.front += slope * (profile.back().x - rims.front.x);
    rims.rear += slope * (profile.front().x - rims.rear.x);
    return rims;
}

/// Half the width of a cervical upper endplate at `x`: from the midline to where the surface leaves the plane
/// of the rim: half way up an uncinate process, or down the side.
float half_plate(const MeshProbe& probe, float x, float rim_y) {
    constexpr float away = 30; // mm, clear of the body
    constexpr float up = 2.2F; // mm
    constexpr float down = 1.6F;
    float z = 0;
    for (; z < 20; z += 0.1F) {
        const auto fall = probe.first_hit({x, rim_y + away, z}, -cranial);
        if (!fall || *fall < away - up || *fall > away + down) break;
    }
    return z;
}

} // namespace

BodyMeasures measure_body(const MeshProbe& probe, std::string_view level) {
    BodyMeasures body;
    const bool sacral = level == "S1";
    const bool uncinate = level.front() == 'C' && level != "C2";
    // How far from the rim its width is looked for: in the neck the transverse processes are near.
    const float band = uncinate ? 1.5F : 2.5F;
    const float middle_y = sacral ? -8.0F : 0.0F;
    const float front = probe.first_hit({0, middle_y, 0}, forward).value_or(0);
    const float rear = -probe.first_hit({0, middle_y, 0}, -forward).value_or(0);
    body.rear = rear;

    const auto end = [&](float way, std::optional<float>& width, std::optional<float>& depth, Rims& rims) {
        rims = find_rims(probe, middle_y, front, rear, way);
        float x_front = front;
        float x_back = rear;
        for (float down = 0.2F; down < 4; down += 0.2F) {
            const float y_front = rims.front.y - way * down;
            const float y_rear = rims.rear.y - way * down;
            if (const auto there = probe.first_hit({0, y_front, 0}, forward))
                x_front = std::max(x_front, *there);
            if (const auto back = probe.first_hit({0, y_rear, 0}, -forward))
                x_back = std::min(x_back, -*back);
            // Ahead of the pedicles and of the costal parts of the transverse processes.
            for (float f = sacral ? 0.6F : 0.42F; f < 0.8F; f += 0.06F) {
                const float x = rear + f * (front - rear);
                const float y = rims.rear.y + f * (rims.front.y - rims.rear.y) - way * down;
                if (down > band || !probe.contains({x, y, 0})) continue;
                if (const auto side = probe.first_hit({x, y, 0}, right))
                    width = std::max(width.value_or(0), 2 * *side);
            }
        }
        if (uncinate && way > 0) { // between its uncinate processes, ahead of the pedicles
            constexpr float f = 0.42F;
            width = 2 * half_plate(probe, rear + f * (front - rear),
                                   rims.rear.y + f * (rims.front.y - rims.rear.y));
        }
        depth = x_front - x_back;
        body.rear = std::min(body.rear, x_back);
    };
    Rims upper;
    Rims lower;
    end(1, body.width_upper, body.depth_upper, upper);
    body.upper_front = upper.front;
    body.upper_rear = upper.rear;
    if (!sacral) {
        end(-1, body.width_lower, body.depth_lower, lower);
        body.lower_front = lower.front;
        body.lower_rear = lower.rear;
    }
    body.height = 0.5F * (upper.front.y + upper.rear.y - lower.front.y - lower.rear.y);
    return body;
}

} // namespace spinescope::anatomy
