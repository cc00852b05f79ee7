#include "anatomy/facet_joint.hpp"

#include "anatomy/levels.hpp"
#include "anatomy/standing_curve.hpp"
#include "anatomy/vertebra_plan.hpp"

namespace spinescope::anatomy {

std::vector<FacetJoint> facet_joints(const Figures& figures) {
    const std::vector<Pose> stand = standing_curve(figures);
    std::vector<FacetJoint> joints;
    for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        const FacetSurface facet = superior_facet(figures, levels[i + 1]);
        const float space_mm = joint_space(levels[i]);
        for (const Side side : {Side::left, Side::right}) {
            const glm::vec3 mirror(1, 1, side == Side::right ? 1 : -1);
            FacetJoint joint;
            joint.upper = levels[i];
            joint.lower = levels[i + 1];
            joint.side = side;
            joint.id =
                "facet." + joint.upper + "-" + joint.lower + (side == Side::right ? ".right" : ".left");
            joint.centre = 0.001F * stand[i + 1].out_of(mirror * facet.at(0, 0, space_mm / 2));
            joint.normal = stand[i + 1].turned(mirror * facet.out());
            joint.up = stand[i + 1].turned(mirror * facet.up());
            joint.width_m = 0.001 * facet.width;
            joint.height_m = 0.001 * facet.height;
            joint.area_m2 = 0.5e-6 * (figures.value(joint.lower, "superior_facet_area") +
                                      figures.value(joint.upper, "inferior_facet_area"));
            joint.joint_space_m = 0.001 * space_mm;
            joints.push_back(joint);
        }
    }
    return joints;
}

} // namespace spinescope::anatomy
