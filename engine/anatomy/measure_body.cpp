#include "anatomy/measure_body.hpp"

#include <algorithm>

namespace spinescope::anatomy {

namespace {

const glm::vec3 forward(1, 0, 0);
const glm::vec3 cranial(0, 1, 0);
const glm::vec3 right(0, 0, 1);

struct Rims {
    glm::vec3 front{};
    glm::vec3 rear{};
};

/// Summits of an endplate's rim in the midline; `way` is +1 for the upper endplate, -1 for the lower.
Rims find_rims(const MeshProbe& probe, float inside_y, float front, float rear, float way) {
    Rims rims{{0, -1e9F * way, 0}, {0, -1e9F * way, 0}};
    const float depth = front - rear;
    for (float x = rear + 0.4F; x < front - 0.3F; x += 0.25F) {
        const auto reach = probe.first_hit({x, inside_y, 0}, way * cranial);
        if (!reach) continue;
        const glm::vec3 at(x, inside_y + way * *reach, 0);
        if (x > front - 0.2F * depth && way * at.y > way * rims.front.y) rims.front = at;
        if (x < rear + 0.2F * depth && way * at.y > way * rims.rear.y) rims.rear = at;
    }
    return rims;
}

} // namespace

BodyMeasures measure_body(const MeshProbe& probe, std::string_view level) {
    BodyMeasures body;
    const bool sacral = level == "S1";
    const float middle_y = sacral ? -8.0F : 0.0F;
    const float front = probe.first_hit({0, middle_y, 0}, forward).value_or(0);
    const float rear = -probe.first_hit({0, middle_y, 0}, -forward).value_or(0);
    body.rear = rear;

    const auto end = [&](float way, std::optional<float>& width, std::optional<float>& depth, Rims& rims) {
        rims = find_rims(probe, middle_y, front + (sacral ? 1.0F : 0.3F), rear - 0.3F, way);
        float x_front = front;
        float x_back = rear;
        for (float down = 0.2F; down < 4; down += 0.2F) {
            const float y_front = rims.front.y - way * down;
            const float y_rear = rims.rear.y - way * down;
            if (const auto there = probe.first_hit({0, y_front, 0}, forward)) x_front = std::max(x_front, *there);
            if (const auto back = probe.first_hit({0, y_rear, 0}, -forward)) x_back = std::min(x_back, -*back);
            // Ahead of the pedicles and of the costal parts of the transverse processes.
            for (float f = 0.32F; f < 0.75F; f += 0.06F) {
                const float x = rear + f * (front - rear);
                const float y = rims.rear.y + f * (rims.front.y - rims.rear.y) - way * down;
                if (const auto side = probe.first_hit({x, y, 0}, right); side && down < 2.5F)
                    width = std::max(width.value_or(0), 2 * *side);
            }
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
