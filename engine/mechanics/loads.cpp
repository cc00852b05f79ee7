#include "mechanics/loads.hpp"

#include "files/failure.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <string>

namespace spinescope::mechanics {

namespace {

constexpr double most_Nm = 150, most_N = 5000;

void within(const std::string& what, double size, double most, const char* unit) {
    if (!std::isfinite(size)) throw Failure(what, "is not a number", std::string("give ") + unit);
    if (std::abs(size) > most)
        throw Failure(what, std::to_string(std::lround(size)) + " " + unit + " are more than a spine bears",
                      "give at most " + std::to_string(std::lround(most)) + " " + unit);
}

} // namespace

void check(const Loads& loads) {
    for (std::size_t i = 0; i < segments; ++i) {
        const std::string name = segment_name(i);
        within("flexion moment on " + name, loads.torques[i].flexion_Nm, most_Nm, "N m");
        within("side bend moment on " + name, loads.torques[i].side_bend_Nm, most_Nm, "N m");
        within("rotation moment on " + name, loads.torques[i].rotation_Nm, most_Nm, "N m");
    }
    for (const BoneLoad& load : loads.on_bones) {
        if (load.bone >= anatomy::chain_length)
            throw Failure("bone " + std::to_string(load.bone), "is not on the chain",
                          "give 0, the occiput, to " + std::to_string(segments) + ", the sacrum");
        const std::string name = "load on bone " + std::to_string(load.bone);
        within(name, glm::length(load.force), most_N, "N");
        within(name, glm::length(load.moment), most_Nm, "N m");
        within(name, glm::length(load.at), 2, "m");
    }
}

Loads twisted(const Region& region, const Torque& torque) {
    Loads loads;
    for (std::size_t i = region.first; i <= region.last; ++i) loads.torques[i] = torque;
    check(loads);
    return loads;
}

} // namespace spinescope::mechanics
