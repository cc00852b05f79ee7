#include "anatomy/bed.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace spinescope::anatomy {

Shape bed_of(std::vector<Shape> parts, float blend) {
    return [parts = std::move(parts), blend](const glm::vec3& p) {
        float d = 1e4F;
        for (const Shape& part : parts) d = smooth_union(d, part(p), blend);
        return d;
    };
}

Shape shape_of(const StandingBone& bone) {
    constexpr float reach = 15; // mm; farther off, any large number does
    return [&bone](const glm::vec3& p) { return bone.near(p, reach) ? bone.distance(p) : 1e4F; };
}

glm::vec3 slope(const Shape& bed, const glm::vec3& p) {
    constexpr float h = 0.15F; // mm
    const glm::vec3 a{1, -1, -1};
    const glm::vec3 b{-1, -1, 1};
    const glm::vec3 c{-1, 1, -1};
    const glm::vec3 d{1, 1, 1};
    const glm::vec3 g = a * bed(p + h * a) + b * bed(p + h * b) + c * bed(p + h * c) + d * bed(p + h * d);
    const float length = glm::length(g);
    return length > 0 ? g / length : glm::vec3(0, 1, 0);
}

glm::vec3 laid(const Shape& bed, glm::vec3 p, float height) {
    for (int step = 0; step < 14; ++step) {
        const float off = bed(p) - height;
        if (std::abs(off) < 0.02F) break;
        p -= std::clamp(off, -2.0F, 2.0F) * slope(bed, p);
    }
    return p;
}

glm::vec3 lifted(const Shape& bed, const glm::vec3& p, float height) {
    return bed(p) < height ? laid(bed, p, height) : p;
}

std::optional<float> met(const Shape& bed, const glm::vec3& from, const glm::vec3& direction, float height,
                         float farthest) {
    float way = 0;
    while (way <= farthest) {
        const float off = bed(from + way * direction) - height;
        if (off < 0.02F) return way;
        way += std::max(off / steepest, 0.04F);
    }
    return std::nullopt;
}

} // namespace spinescope::anatomy
