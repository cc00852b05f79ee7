#include "anatomy/ligament_figures.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/sheet.hpp"

#include <algorithm>
#include <glm/common.hpp>

namespace spinescope::anatomy {

float along_the_spine(const Figures& figures, float ride, std::string_view quantity) {
    const auto of = [&](const char* region) { return static_cast<float>(figures.value(region, quantity)); };
    const float neck = ride_of("C5");
    const float chest = ride_of("T6");
    const float loin = ride_of("L3");
    return ride < chest ? glm::mix(of("cervical"), of("thoracic"),
                                   std::clamp((ride - neck) / (chest - neck), 0.0F, 1.0F))
                        : glm::mix(of("thoracic"), of("lumbar"),
                                   std::clamp((ride - chest) / (loin - chest), 0.0F, 1.0F));
}

void for_both_sides(std::vector<TissuePlan>& plans, const std::string& name, const Pose& frame,
                    const std::function<Mesh()>& make, const std::vector<Hold>& holds) {
    plans.push_back({.id = name + ".right", .make = make, .frame = frame, .holds = holds});
    plans.push_back(
        {.id = name + ".left", .make = [make] { return mirrored(make()); }, .frame = frame, .holds = holds});
}

} // namespace spinescope::anatomy
