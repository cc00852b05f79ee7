#include "mechanics/foramen.hpp"

#include <algorithm>
#include <vector>

namespace spinescope::mechanics {

double foramen_area_mm2(const Segment& segment, const Motion& q, bool right) {
    const glm::dvec3 side(1, 1, right ? 1 : -1);
    std::vector<glm::dvec3> outline;
    for (const glm::dvec3& p : segment.foramen.upper) outline.push_back(carried(q, side * p));
    for (const glm::dvec3& p : segment.foramen.lower) outline.push_back(side * p);
    double twice = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const glm::dvec3 &a = outline[i], &b = outline[(i + 1) % outline.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::max(0.0, -0.5e6 * twice); // the outline goes down in front and up behind: clockwise
}

double foramen_room(const Segment& segment, const Motion& q, bool right) {
    const double standing = foramen_area_mm2(segment, Motion::Zero(), right);
    return standing > 0 ? foramen_area_mm2(segment, q, right) / standing : 1;
}

} // namespace spinescope::mechanics
