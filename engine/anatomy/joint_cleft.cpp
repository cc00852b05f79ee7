#include "anatomy/joint_cleft.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"

#include <algorithm>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

glm::vec3 JointCleft::across_at(float a) const {
    return glm::normalize(face.out() - face.bend * a * face.across());
}

float JointCleft::to_bone(float a, float u, float way) const {
    const StandingBone& bone = way > 0 ? *upper : *lower;
    return met([&](const glm::vec3& p) { return bone.distance(p); }, middle(a, u), way * across_at(a), 0,
               space)
        .value_or(space);
}

std::vector<JointCleft> joint_clefts(const Figures& figures, const StandingBones& bones) {
    std::vector<JointCleft> clefts;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        JointCleft cleft;
        cleft.segment = segment_under(levels[i]);
        cleft.upper = &bones.bones[i];
        cleft.lower = &bones.bones[i + 1];
        cleft.upper_ride = ride_of(levels[i]);
        cleft.lower_ride = ride_of(levels[i + 1]);
        cleft.space = joint_space(levels[i]);
        cleft.face = superior_facet(figures, levels[i + 1]);
        const auto of = [&](const char* quantity, float otherwise) {
            const Figure* figure = figures.find(levels[i], quantity);
            return figure ? static_cast<float>(figure->value) : otherwise;
        };
        cleft.half_width = 0.5F * std::min(cleft.face.width, of("inferior_facet_width", cleft.face.width));
        cleft.half_height =
            0.5F * std::min(cleft.face.height, of("inferior_facet_height", cleft.face.height));
        cleft.face.centre = cleft.lower->pose.out_of(cleft.face.centre);
        for (int column = 0; column < 3; ++column)
            cleft.face.axes[column] = cleft.lower->pose.turned(cleft.face.axes[column]);
        clefts.push_back(std::move(cleft));
    }
    return clefts;
}

} // namespace spinescope::anatomy
