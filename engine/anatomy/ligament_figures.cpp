#include "anatomy/ligament_figures.hpp"

#include "anatomy/chain.hpp"

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

} // namespace spinescope::anatomy
