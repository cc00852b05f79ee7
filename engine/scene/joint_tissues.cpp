#include "scene/joint_tissues.hpp"

#include "scene/joint_cavity.hpp"
#include "scene/slab.hpp"

#include <cmath>

namespace spinescope::scene {

float sheet_reach(const JointSpace& space, float angle) {
    constexpr float most = 1.17f;
    return std::min(space.reach_at(angle), most);
}

JointTissues joint_tissues(const JointSpace& space, const JointInstant& instant) {
    const JointFrame frame(space.joint);
    const JointFilm film(space, instant.gap_m);
    const auto between = [&](auto low, auto high) {
        Slab slab;
        slab.low = low;
        slab.high = high;
        return slab;
    };
    const auto floor = [&](glm::vec2 uv) { return film.floor(uv); };
    const auto ceiling = [&](glm::vec2 uv) { return film.ceiling(uv); };
    // Cartilage reaches a little into its bone so that no light shows between them.
    constexpr float rooted = 0.25e-3f;
    const auto under = [&](glm::vec2 uv) { return film.lower_bone(uv) - rooted; };
    const auto over = [&](glm::vec2 uv) { return film.upper_bone(uv) + rooted; };

    JointTissues tissues;
    tissues.lower_cartilage = surface(between(under, floor), frame);
    tissues.upper_cartilage = surface(between(ceiling, over), frame);
    Slab fluid = between(floor, ceiling);
    fluid.place = [](float r, float angle) {
        return 0.97f * r * glm::vec2(std::cos(angle), std::sin(angle));
    };
    tissues.fluid = surface(fluid, frame);
    // A little into the capsule, which comes over it.
    const auto to_the_capsule = [&](float r, float angle) {
        return r * (space.reach_at(angle) + 0.05f) * glm::vec2(std::cos(angle), std::sin(angle));
    };
    Slab sheet = between(floor, ceiling);
    sheet.place = [&](float r, float angle) {
        return r * sheet_reach(space, angle) * glm::vec2(std::cos(angle), std::sin(angle));
    };
    tissues.sheet = surface(sheet, frame);
    // Beside the facets the room is higher than the cleft.
    constexpr float higher = 1e-3f;
    const auto mouth = [](glm::vec2 uv) { return higher * glm::smoothstep(0.92f, 1.05f, glm::length(uv)); };
    Slab recess = between([&](glm::vec2 uv) { return film.lower_bone(uv) - mouth(uv); },
                          [&](glm::vec2 uv) { return film.upper_bone(uv) + mouth(uv); });
    recess.place = to_the_capsule;
    tissues.recess = surface(recess, frame);
    tissues.cavity = Cavity(film, instant).mesh();
    return tissues;
}

} // namespace spinescope::scene
