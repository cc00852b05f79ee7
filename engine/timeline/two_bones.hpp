#pragma once

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace spinescope::timeline {

/// The part of `v` across the unit vector `axis`, of length 1.
[[nodiscard]] inline glm::dvec3 across(const glm::dvec3& v, const glm::dvec3& axis) {
    const glm::dvec3 rest = v - glm::dot(v, axis) * axis;
    const double length = glm::length(rest);
    return length > 1e-9 ? rest / length : glm::dvec3(0);
}

/// The joint between two bones, `upper` and `lower` m long, that span from `from` to `to` and bend towards
/// `bend`. What is out of reach is reached for with a straight limb.
[[nodiscard]] inline glm::dvec3 middle_joint(const glm::dvec3& from, const glm::dvec3& to, double upper,
                                             double lower, const glm::dvec3& bend) {
    const double distance = glm::length(to - from);
    const glm::dvec3 axis = (to - from) / distance;
    const double d = std::clamp(distance, std::abs(upper - lower) + 1e-6, upper + lower - 1e-6);
    const double along = (upper * upper - lower * lower + d * d) / (2 * d);
    const double aside = std::sqrt(std::max(0.0, upper * upper - along * along));
    return from + along * axis + aside * across(bend, axis);
}

/// A limb's frame: from its joint above, -y along it, x forward as `front` says.
[[nodiscard]] inline glm::dmat4 limb_frame(const glm::dvec3& joint, const glm::dvec3& end,
                                           const glm::dvec3& front) {
    const glm::dvec3 y = glm::normalize(joint - end);
    const glm::dvec3 x = across(front, y);
    const glm::dvec3 z = glm::cross(x, y);
    return {glm::dvec4(x, 0), glm::dvec4(y, 0), glm::dvec4(z, 0), glm::dvec4(joint, 1)};
}

} // namespace spinescope::timeline
