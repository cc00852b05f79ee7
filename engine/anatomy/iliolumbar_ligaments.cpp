#include "anatomy/iliolumbar_ligaments.hpp"

#include "anatomy/band.hpp"
#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/hip_bone.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/vertebral_landmarks.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

std::vector<TissuePlan> iliolumbar_ligaments(const Figures& figures, const StandingBones& bones) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("L5", quantity)); };
    const StandingBone& lowest = bones.at("L5");
    const Solid hip = hip_solid(bones);
    const Shape pelvis = [hip](const glm::vec3& p) { return hip(p); };
    const HipLandmarks crest;
    const Process process = transverse_process(figures, bones, "L5");
    const glm::vec3 tip = process.tip;
    // The nearest of the crest's inner lip that lies behind the process.
    const glm::vec3 towards = glm::mix(crest.crest_rear, crest.crest_top, 0.3F) - glm::vec3(0, 8, 4);
    const glm::vec3 way = glm::normalize(towards - tip);
    const glm::vec3 end = laid(pelvis, tip + met(pelvis, tip, way, 0, 80).value_or(30) * way, 0);
    const glm::vec3 up = glm::normalize(glm::vec3(0.2F, 1, 0));
    const float half = 0.5F * of("iliolumbar_width");
    const float thick = of("iliolumbar_thickness");
    const float sacral = sacrum_ride;
    const std::vector<BandStation> stations{{tip + 0.3F * way, up, 0.7F * half, thick, ride_of("L5")},
                                            {glm::mix(tip, end, 0.5F) + glm::vec3(0, -0.8F, 0), up,
                                             0.85F * half, thick, 0.5F * (ride_of("L5") + sacral)},
                                            {end - 0.3F * way, up, 1.4F * half, 0.7F * thick, sacral}};
    const Sheet blank(5, 9);
    std::vector<TissuePlan> plans;
    plan_pair(plans, "ligament.iliolumbar",
              [stations, pelvis, &lowest] {
                  return closed(band(stations, 5, 4, bed_of({shape_of(lowest), pelvis}, 0.3F)));
              },
              {}, {{"L5", blank.deep_vertex(2, 0)}, {"hip.right", blank.deep_vertex(2, blank.rows - 1)}});
    return plans;
}

} // namespace spinescope::anatomy
