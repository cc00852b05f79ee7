#include "anatomy/solid.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace spinescope::anatomy {

namespace {

constexpr float nowhere = 1e4F; ///< mm; the field of a solid with no parts yet

} // namespace

float smooth_union(float a, float b, float blend) {
    const float lower = std::min(a, b);
    const float apart = std::abs(a - b);
    if (apart >= blend) return lower;
    const float h = blend - apart;
    return lower - h * h / (4 * blend);
}

float smooth_difference(float a, float b, float blend) {
    return -smooth_union(-a, b, blend);
}

Solid& Solid::join(Shape part, float blend) {
    steps_.push_back({Way::join, blend, std::move(part)});
    return *this;
}

Solid& Solid::cut(Shape tool, float blend) {
    steps_.push_back({Way::cut, blend, std::move(tool)});
    return *this;
}

Solid& Solid::keep(Shape tool, float blend) {
    steps_.push_back({Way::keep, blend, std::move(tool)});
    return *this;
}

glm::vec3 Solid::folded(glm::vec3 p) const {
    if (symmetry_ == Symmetry::sagittal) p.z = std::abs(p.z);
    return p;
}

float Solid::taken(const Step& step, const glm::vec3& q, float d) {
    const float s = step.shape(q);
    switch (step.way) {
    case Way::join:
        return smooth_union(d, s, step.blend);
    case Way::cut:
        return smooth_difference(d, s, step.blend);
    case Way::keep:
        return smooth_difference(d, -s, step.blend);
    }
    return d;
}

float Solid::operator()(const glm::vec3& p) const {
    const glm::vec3 q = folded(p);
    float d = nowhere;
    for (const Step& step : steps_) d = taken(step, q, d);
    return d;
}

float Solid::evaluate(const glm::vec3& p, std::span<const std::uint16_t> steps) const {
    const glm::vec3 q = folded(p);
    float d = nowhere;
    for (const std::uint16_t i : steps) d = taken(steps_[i], q, d);
    return d;
}

float Solid::steps_near(const glm::vec3& centre, float radius, std::vector<std::uint16_t>& steps) const {
    const glm::vec3 q = folded(centre);
    const float reach = steepest * radius;
    steps.clear();
    float d = nowhere;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const Step& step = steps_[i];
        const float s = step.shape(q);
        const float before = d;
        switch (step.way) {
        case Way::join:
            d = smooth_union(d, s, step.blend);
            if (s - before < 2 * reach + step.blend) steps.push_back(static_cast<std::uint16_t>(i));
            break;
        case Way::cut:
            d = smooth_difference(d, s, step.blend);
            if (-s - before > -2 * reach - step.blend) steps.push_back(static_cast<std::uint16_t>(i));
            break;
        case Way::keep:
            d = smooth_difference(d, -s, step.blend);
            if (s - before > -2 * reach - step.blend) steps.push_back(static_cast<std::uint16_t>(i));
            break;
        }
    }
    return d;
}

glm::vec3 Solid::normal(const glm::vec3& p) const {
    constexpr float h = 0.05F; // mm; well above float rounding at 100 mm, well below any rim's radius
    const glm::vec3 a{1, -1, -1};
    const glm::vec3 b{-1, -1, 1};
    const glm::vec3 c{-1, 1, -1};
    const glm::vec3 d{1, 1, 1};
    const glm::vec3 g =
        a * (*this)(p + h * a) + b * (*this)(p + h * b) + c * (*this)(p + h * c) + d * (*this)(p + h * d);
    const float length = glm::length(g);
    return length > 0 ? g / length : glm::vec3{0, 1, 0};
}

} // namespace spinescope::anatomy
