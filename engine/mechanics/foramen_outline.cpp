#include "mechanics/foramen_outline.hpp"

#include "anatomy/levels.hpp"
#include "anatomy/vertebra_plan.hpp"
#include "mechanics/spine_model.hpp"

#include <glm/matrix.hpp>

namespace spinescope::mechanics {

namespace {

using anatomy::Figures;

/// A bone's pedicle and the edges of its body, in its own frame, mm.
struct Behind {
    float lower_rear_x = 0;
    float lower_y = 0;
    float upper_rear_x = 0;
    float upper_y = 0;
    float pedicle_top = 0;
    float pedicle_bottom = 0;
    float z = 0; ///< of the pedicle's middle
};

Behind behind(const Figures& figures, std::string_view level) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value(level, quantity)); };
    const anatomy::EndplatePose ends = anatomy::endplates(figures, level);
    Behind b;
    if (level == "S1") { // the top of the ala takes the pedicle's place
        b.upper_rear_x = ends.upper.origin.x - 0.5F * of("body_depth_upper");
        b.upper_y = ends.upper.origin.y;
        b.pedicle_top = b.upper_y - 1;
        return b;
    }
    b.lower_rear_x = ends.lower.origin.x - 0.5F * of("body_depth_lower");
    b.lower_y = ends.lower.origin.y;
    if (level == "C2") { // its pedicle stands above the lower endplate as that of C3 does
        const Behind third = behind(figures, "C3");
        b.pedicle_bottom = b.lower_y + third.pedicle_bottom - third.lower_y;
        b.z = third.z;
        return b;
    }
    const anatomy::VertebraPlan plan = anatomy::plan_vertebra(figures, level);
    b.upper_rear_x = ends.upper.origin.x - 0.5F * of("body_depth_upper");
    b.upper_y = ends.upper.origin.y;
    const float middle = anatomy::region_of(level) == anatomy::Region::cervical
                             ? 0.8F
                             : 0.5F * (plan.height - plan.pedicle_height) - 0.3F;
    b.pedicle_top = middle + 0.5F * plan.pedicle_height;
    b.pedicle_bottom = middle - 0.5F * plan.pedicle_height;
    b.z = 0.5F * (plan.canal_width + plan.pedicle_width);
    return b;
}

} // namespace

ForamenOutline foramen_outline(const Figures& anatomy, const Figures& mechanics, std::size_t segment,
                               const glm::dvec3& origin, const glm::dmat3& axes) {
    constexpr std::size_t below_the_axis = 2;
    if (segment < below_the_axis) return {};
    const auto of = [&](const char* quantity) {
        return static_cast<float>(figure_near(mechanics, segment, quantity));
    };
    const std::vector<anatomy::Pose> stand = anatomy::standing_curve(anatomy);
    const std::size_t upper = segment - 1, lower = segment; // among anatomy::levels, which begin at C1
    const Behind u = behind(anatomy, anatomy::levels[upper]), l = behind(anatomy, anatomy::levels[lower]);
    const anatomy::FacetSurface facet = anatomy::superior_facet(anatomy, anatomy::levels[lower]);
    const glm::vec3 process = facet.centre - of("articular_thickness") * facet.out();
    const glm::vec3 tip = process + 0.5F * facet.height * facet.up();
    const float front = of("foramen_front"), z = u.z;
    const auto own = [&](const anatomy::Pose& pose, float x, float y) {
        return glm::transpose(axes) * (1e-3 * glm::dvec3(pose.out_of({x, y, z})) - origin);
    };
    return {.upper = {own(stand[upper], u.lower_rear_x - of("foramen_roof"), u.pedicle_bottom),
                      own(stand[upper], u.lower_rear_x + front, u.pedicle_bottom),
                      own(stand[upper], u.lower_rear_x + front, u.lower_y)},
            .lower = {own(stand[lower], l.upper_rear_x + front, l.upper_y),
                      own(stand[lower], l.upper_rear_x + front, l.pedicle_top),
                      own(stand[lower], process.x, l.pedicle_top), own(stand[lower], tip.x, tip.y)}};
}

} // namespace spinescope::mechanics
