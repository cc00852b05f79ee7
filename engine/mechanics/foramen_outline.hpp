#pragma once

#include "anatomy/figures.hpp"
#include "mechanics/segment_motion.hpp"

#include <array>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace spinescope::mechanics {

/// The bony edge of a segment's right foramen, standing; segment frame, m. Both parts together go round: from
/// behind forward under the upper pedicle and down its body; then from the lower body's rear edge over the
/// pedicle and up the superior articular process. Empty above C2.
struct ForamenOutline {
    std::vector<glm::dvec3> upper; ///< rides on the upper bone
    std::vector<glm::dvec3> lower;
};

/// As the tables of anatomy place pedicles, bodies and facets. `origin` and `axes` are the segment's frame.
[[nodiscard]] ForamenOutline foramen_outline(const anatomy::Figures& anatomy,
                                             const anatomy::Figures& mechanics, std::size_t segment,
                                             const glm::dvec3& origin, const glm::dmat3& axes);

} // namespace spinescope::mechanics
