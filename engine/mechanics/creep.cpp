#include "mechanics/creep.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace spinescope::mechanics {

CreepLaw creep_law(const anatomy::Figures& mechanics) {
    const auto of = [&](const std::string& quantity) { return mechanics.value("spine", quantity); };
    CreepLaw law{.end_per_strain = of("creep_end"), .onset_s = of("creep_time")};
    constexpr std::array names{"quick", "hour", "overnight"};
    for (std::size_t i = 0; i < names.size(); ++i)
        law.parts[i] = {of(std::string("recovery_share_") + names[i]),
                        of(std::string("recovery_time_") + names[i])};
    return law;
}

Creep later(const CreepLaw& law, Creep creep, double strain, double seconds) {
    for (std::size_t i = 0; i < creep.parts.size(); ++i) {
        const double end = law.parts[i].share * law.end_per_strain * std::max(0.0, strain);
        const double time = creep.parts[i] < end ? law.onset_s : law.parts[i].recovery_s;
        creep.parts[i] = end + (creep.parts[i] - end) * std::exp(-seconds / time);
    }
    return creep;
}

} // namespace spinescope::mechanics
