#include "scene/dissolved_gas.hpp"

#include "scene/joint_cavity.hpp"
#include "scene/joint_tissues.hpp"

#include <cmath>
#include <glm/gtc/constants.hpp>
#include <random>

namespace spinescope::scene {

namespace {

/// 0 to 1; the same on every machine.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    float operator()() { return float(engine_() >> 8) * 0x1p-24f; }

private:
    std::mt19937 engine_;
};

/// The fluid's floor and ceiling there: beside the facets it fills the recess, which closes towards the
/// capsule.
glm::vec2 depth_of_fluid(const JointFilm& film, glm::vec2 uv) {
    const float r = glm::length(uv);
    if (r < 0.97f) return {film.floor(uv), film.ceiling(uv)};
    const float reach = film.space.room_at(std::atan2(uv.y, uv.x));
    const float left = std::sqrt(std::max(0.0f, 1 - std::pow(r / reach, 8.0f)));
    const float low = film.lower_bone(uv), high = film.upper_bone(uv);
    return {glm::mix((low + high) / 2, low, 0.7f * left), glm::mix((low + high) / 2, high, 0.7f * left)};
}

/// An octahedron with its faces divided once: round enough for a dot.
const anatomy::Mesh& unit_ball() {
    static const anatomy::Mesh made = [] {
        anatomy::Mesh mesh;
        for (int octant = 0; octant < 8; ++octant) {
            const glm::vec3 x(octant & 1 ? -1 : 1, 0, 0), y(0, octant & 2 ? -1 : 1, 0),
                z(0, 0, octant & 4 ? -1 : 1);
            const bool mirrored = ((octant & 1) + (octant >> 1 & 1) + (octant >> 2)) % 2 == 1;
            const glm::vec3 a = x, b = mirrored ? z : y, c = mirrored ? y : z;
            const auto first = std::uint32_t(mesh.positions.size());
            for (const glm::vec3& p : {a, b, c, a + b, b + c, c + a})
                mesh.positions.push_back(glm::normalize(p));
            for (const std::uint32_t i : {0, 3, 5, 3, 1, 4, 5, 4, 2, 3, 4, 5})
                mesh.indices.push_back(first + i);
        }
        return mesh;
    }();
    return made;
}

} // namespace

std::array<std::vector<glm::vec3>, 3> dissolved_gas(const JointSpace& space, const JointInstant& instant,
                                                    Spread spread) {
    const JointFrame frame(space.joint);
    const JointFilm film(space, instant.gap_m);
    const Cavity cavity(film, instant);
    std::array<std::vector<glm::vec3>, 3> places;
    for (std::size_t gas = 0; gas < places.size(); ++gas) {
        const auto number = std::size_t(
            std::clamp<long>(std::lround(instant.dissolved_mol.at(gas) / moles_a_dot), 0, most_dots));
        places.at(gas).reserve(number);
        Chance chance(std::uint32_t(gas + 1));
        constexpr int tries = 200;
        for (std::size_t i = 0; places.at(gas).size() < number && i < tries * number; ++i) {
            const float first = chance(), second = chance();
            glm::vec2 uv;
            float w = 0;
            if (spread == Spread::on_the_cut) {
                uv = {glm::mix(-space.room_at(glm::pi<float>()), space.room_at(0), first), 0};
                const float low = film.lower_bone(uv), high = film.upper_bone(uv);
                const glm::vec2 fluid = depth_of_fluid(film, uv);
                w = glm::mix(low, high, second);
                if (w < fluid.x + 0.8f * dot_radius_m || w > fluid.y - 0.8f * dot_radius_m) continue;
            } else {
                const float angle = glm::two_pi<float>() * second;
                uv = std::sqrt(first) * sheet_reach(space, angle) *
                     glm::vec2(std::cos(angle), std::sin(angle));
                w = film.ceiling(uv);
            }
            if (!cavity.covers(uv)) places.at(gas).push_back(frame.at(uv, w));
        }
    }
    return places;
}

anatomy::Mesh dots(const std::vector<glm::vec3>& places, float radius_m) {
    const anatomy::Mesh& unit = unit_ball();
    anatomy::Mesh all;
    all.positions.reserve(places.size() * unit.positions.size());
    all.normals.reserve(places.size() * unit.positions.size());
    all.indices.reserve(places.size() * unit.indices.size());
    for (const glm::vec3& place : places) {
        const auto first = std::uint32_t(all.positions.size());
        for (const glm::vec3& p : unit.positions) {
            all.positions.push_back(place + radius_m * p);
            all.normals.push_back(p);
        }
        for (const std::uint32_t i : unit.indices) all.indices.push_back(first + i);
    }
    return all;
}

} // namespace spinescope::scene
