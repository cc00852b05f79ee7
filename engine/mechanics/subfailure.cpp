#include "mechanics/subfailure.hpp"

#include <string>

namespace spinescope::mechanics {

SubfailureLaw subfailure_law(const anatomy::Figures& mechanics) {
    SubfailureLaw law{.lasting_elongation = mechanics.value("spine", "lasting_elongation"),
                      .lasting_cycles = mechanics.value("spine", "lasting_cycles")};
    for (std::size_t i = 0; i < ligaments; ++i) {
        const auto of = [&](const std::string& quantity) {
            const anatomy::Figure* own =
                mechanics.find("spine", std::string(ligament_names[i]) + "_" + quantity);
            return own ? own->value : mechanics.value("spine", quantity);
        };
        law.onset[i] = of("damage_onset");
        law.toe_at_failure[i] = of("damage_toe");
    }
    return law;
}

} // namespace spinescope::mechanics
