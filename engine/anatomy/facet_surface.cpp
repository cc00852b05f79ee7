#include "anatomy/facet_surface.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

glm::vec3 FacetSurface::at(float a, float u, float above) const {
    return centre + axes * glm::vec3(a, u, above + 0.5F * bend * a * a);
}

glm::vec3 superior_facet_normal(float transverse_deg, float sagittal_deg) {
    const float ta = glm::radians(transverse_deg);
    const float sa = glm::radians(sagittal_deg);
    return {-std::sin(ta) * std::sin(sa), std::cos(ta), std::sin(ta) * std::cos(sa)};
}

glm::mat3 facet_axes(const glm::vec3& normal) {
    const glm::vec3 cranial(0, 1, 0);
    const glm::vec3 up = glm::normalize(cranial - glm::dot(cranial, normal) * normal);
    return {glm::cross(up, normal), up, normal};
}

FacetSurface opposite(const FacetSurface& facet, float space, float width, float height) {
    return {.centre = facet.at(0, 0, space),
            .axes = {-facet.across(), facet.up(), -facet.out()},
            .width = width,
            .height = height,
            .bend = -facet.bend};
}

Shape room_before(const FacetSurface& facet, float margin, float depth) {
    return [=, into = glm::transpose(facet.axes)](const glm::vec3& p) {
        const glm::vec3 q = into * (p - facet.centre);
        const float a = std::clamp(q.x, -0.8F * facet.width, 0.8F * facet.width);
        const float before = 0.5F * facet.bend * a * a - q.z; // below zero in front of the face
        const float behind = q.z - depth;
        const float ra = facet.width / 2 + margin;
        const float ru = facet.height / 2 + margin;
        const float k0 = std::hypot(q.x / ra, q.y / ru);
        const float k1 = std::max(std::hypot(q.x / (ra * ra), q.y / (ru * ru)), 1e-4F);
        const float rim = k0 < 1e-3F ? -std::min(ra, ru) : k0 * (k0 - 1) / k1;
        return std::max({before, behind, rim});
    };
}

} // namespace spinescope::anatomy
