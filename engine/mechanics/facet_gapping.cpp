#include "mechanics/facet_gapping.hpp"

#include "files/failure.hpp"

#include <cmath>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>
#include <string>

namespace spinescope::mechanics {

namespace {

/// How far in front of the facets the middle of the disc lies, about, m.
constexpr double disc_ahead = 0.03;
/// The least share of the lever that must lie across the normal.
constexpr double least_lever = 0.5;

} // namespace

glm::mat4 facet_gapping(const anatomy::FacetJoint& joint, double gap_m) {
    if (!std::isfinite(gap_m)) throw Failure(joint.id, "the gap is not a finite number", "give metres");
    if (gap_m <= 0) return glm::mat4(1);
    const glm::dvec3 centre(joint.centre), n = glm::normalize(glm::dvec3(joint.normal));
    glm::dvec3 pivot(centre.x + disc_ahead, centre.y, 0);
    if (glm::length(glm::cross(centre - pivot, n)) < least_lever * glm::length(centre - pivot))
        pivot = glm::dvec3(centre.x, centre.y, -centre.z);
    const glm::dvec3 lever = centre - pivot;
    const glm::dvec3 axis = glm::cross(lever, n);
    // In the plane of lever and normal: r_n cos + r_t sin - r_n = gap, solved for the angle.
    const double r_n = glm::dot(lever, n), r_t = glm::length(axis), r = glm::length(lever);
    if (r_n + gap_m >= r || !(r_t > 0))
        throw Failure(joint.id, "a gap of " + std::to_string(gap_m * 1e3) + " mm is too wide",
                      "give a few millimetres");
    const double angle = std::asin((r_n + gap_m) / r) - std::atan2(r_n, r_t);
    glm::dmat4 motion = glm::translate(glm::dmat4(1), pivot);
    motion = glm::rotate(motion, angle, glm::normalize(axis));
    return glm::mat4(glm::translate(motion, -pivot));
}

} // namespace spinescope::mechanics
