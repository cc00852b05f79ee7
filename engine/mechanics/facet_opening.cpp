#include "mechanics/facet_opening.hpp"

#include <glm/geometric.hpp>

namespace spinescope::mechanics {

double facet_opening(const Segment& segment, const Motion& q, bool right) {
    double sum = 0;
    int patches = 0;
    for (const FacetPatch& patch : segment.facets) {
        if (patch.right != right) continue;
        sum += glm::dot(carried(q, patch.at) - patch.at, patch.normal);
        ++patches;
    }
    return patches > 0 ? sum / patches : 0;
}

} // namespace spinescope::mechanics
