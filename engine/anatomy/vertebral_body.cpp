#include "anatomy/vertebral_body.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

namespace {

Outline between(const Outline& a, const Outline& b, float t) {
    return {.width = glm::mix(a.width, b.width, t),
            .depth = glm::mix(a.depth, b.depth, t),
            .widest_at = glm::mix(a.widest_at, b.widest_at, t),
            .front_power = glm::mix(a.front_power, b.front_power, t),
            .back_power = glm::mix(a.back_power, b.back_power, t),
            .dent = glm::mix(a.dent, b.dent, t)};
}

/// How far below the rim plane the endplate lies, mm, at `x` from its centre and `side` from its outline
/// `rim`. The dish is flat-bottomed and leaves the ring apophysis, the outer fifth, as a rim.
float dish_at(const Endplate& endplate, const Outline& rim, float x, float side) {
    const float inward = -side / (0.5F * std::min(rim.width, rim.depth));
    const float t = std::clamp((inward - 0.12F) / endplate.ramp, 0.0F, 1.0F);
    const float profile = t * t * (3 - 2 * t);
    return endplate.dish * profile * (1 + endplate.lean * 2 * x / rim.depth);
}

} // namespace

float to_outline(const glm::vec2& p, const Outline& o) {
    const float half = o.depth / 2;
    const float middle = o.widest_at * half;
    const float a_front = half - middle;
    const float a_back = half + middle + o.dent;
    const float b = o.width / 2;
    float x = p.x - middle;
    if (x < 0 && o.dent > 0) {
        const float s = p.y / (0.55F * b);
        x -= o.dent * std::exp(-s * s) * std::min(-x / a_back, 1.0F);
    }
    const float a = x > 0 ? a_front : a_back;
    const float n = x > 0 ? o.front_power : o.back_power;
    const float u = std::abs(x) / a;
    const float v = std::abs(p.y) / b;
    const float sum = std::pow(u, n) + std::pow(v, n);
    if (sum < 1e-6F) return -std::min(std::min(a, b), half);
    const float gauge = std::pow(sum, 1 / n);
    const glm::vec2 slope(std::pow(u / gauge, n - 1) / a, std::pow(v / gauge, n - 1) / b);
    return (gauge - 1) / glm::length(slope);
}

Shape shaft(const Outline& outline, float centre_x) {
    return [=](const glm::vec3& p) { return to_outline({p.x - centre_x, p.z}, outline); };
}

Shape vertebral_body(const Endplate& upper, const Endplate& lower, float waist, float edge, float behind) {
    const float pitch_up = glm::radians(upper.pitch_deg);
    const float pitch_low = glm::radians(lower.pitch_deg);
    const glm::vec2 normal_up(-std::sin(pitch_up), std::cos(pitch_up));
    const glm::vec2 normal_low(std::sin(pitch_low), -std::cos(pitch_low));
    const glm::vec2 at_up(upper.centre.x, upper.centre.y);
    const glm::vec2 at_low(lower.centre.x, lower.centre.y);
    const float tall = glm::distance(at_up, at_low);
    return [=](const glm::vec3& p) {
        const glm::vec2 q(p.x, p.y);
        const float above = glm::dot(q - at_up, normal_up);
        const float below = glm::dot(q - at_low, normal_low);
        const float t = std::clamp(below / std::min(above + below, -1e-3F), 0.0F, 1.0F); // 0 lower, 1 upper
        const Outline rim = between(lower.rim, upper.rim, t);
        const float x = p.x - glm::mix(lower.centre.x, upper.centre.x, t);
        // The rims keep the published size for half a millimetre.
        const float e = std::clamp((std::min(-above, -below) - 0.5F) / (0.42F * tall), 0.0F, 1.0F);
        const float rearward = std::clamp(0.5F - 2 * x / rim.depth, 0.0F, 1.0F);
        const float pinch = e * e * (3 - 2 * e) * (1 - (1 - behind) * rearward);
        const float side = to_outline({x, p.z}, rim) + waist * rim.width * 0.5F * pinch;
        const float top = above + dish_at(upper, rim, x, side);
        const float bottom = below + dish_at(lower, rim, x, side);
        const float ends = std::max(top, bottom);
        return smooth_difference(ends, -side, edge);
    };
}

Shape room_beyond(const Endplate& endplate, float way) {
    const float pitch = glm::radians(endplate.pitch_deg);
    const glm::vec2 normal = way * glm::vec2(-std::sin(pitch), std::cos(pitch));
    const glm::vec2 at(endplate.centre.x, endplate.centre.y);
    return [=](const glm::vec3& p) {
        const float beyond = glm::dot(glm::vec2(p.x, p.y) - at, normal);
        const float side = to_outline({p.x - at.x, p.z}, endplate.rim);
        return std::max(-beyond - dish_at(endplate, endplate.rim, p.x - at.x, side), side - 0.8F);
    };
}

} // namespace spinescope::anatomy
