#include "scene/dissolved_gas.hpp"
#include "scene/joint_cavity.hpp"
#include "scene/joint_tissues.hpp"

#include <catch2/catch.hpp>

#include <glm/glm.hpp>
#include <map>

using namespace spinescope;

namespace {

/// Two blocks whose faces look at each other across 2 mm.
scene::Model two_blocks() {
    scene::Model model;
    for (const auto& [id, middle] : {std::pair("L4", 0.011f), std::pair("L5", -0.011f)}) {
        scene::Structure block;
        block.id = id;
        for (int corner = 0; corner < 8; ++corner)
            block.mesh.positions.emplace_back(corner & 1 ? 0.02f : -0.02f, corner & 2 ? 0.02f : -0.02f,
                                              middle + (corner & 4 ? 0.01f : -0.01f));
        block.mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                              2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
        model.structures.push_back(std::move(block));
    }
    return model;
}

anatomy::FacetJoint joint() {
    return {.id = "facet.L4-L5.right",
            .upper = "L4",
            .lower = "L5",
            .centre = {0, 0, 0},
            .normal = {0, 0, 1},
            .up = {0, 1, 0},
            .width_m = 0.014,
            .height_m = 0.016,
            .area_m2 = 160e-6,
            .joint_space_m = 0.002};
}

double volume(const anatomy::Mesh& mesh) {
    double six = 0;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
        const glm::dvec3 a = mesh.positions[mesh.indices[t]], b = mesh.positions[mesh.indices[t + 1]],
                         c = mesh.positions[mesh.indices[t + 2]];
        six += glm::dot(a, glm::cross(b, c));
    }
    return six / 6;
}

bool closed(const anatomy::Mesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.indices[t + k], b = mesh.indices[t + (k + 1) % 3];
            edges[{std::min(a, b), std::max(a, b)}] += a < b ? 1 : -1;
        }
    for (const auto& [edge, balance] : edges)
        if (balance != 0) return false;
    return true;
}

constexpr double mm3 = 1e-9, ellipse_m2 = 3.14159265 * 0.007 * 0.008;

} // namespace

TEST_CASE("The tissues of a joint are closed, outward, and fill the space between the bones") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    const scene::JointTissues tissues = scene::joint_tissues(space, {.gap_m = 2e-6});
    for (const anatomy::Mesh* mesh :
         {&tissues.lower_cartilage, &tissues.upper_cartilage, &tissues.fluid, &tissues.recess}) {
        REQUIRE(closed(*mesh));
        REQUIRE(volume(*mesh) > 0);
        for (const glm::vec3 position : mesh->positions) REQUIRE(std::abs(position.z) < 1.3e-3f);
    }
    REQUIRE(tissues.cavity.indices.empty());
    REQUIRE(volume(tissues.lower_cartilage) == Approx(volume(tissues.upper_cartilage)).epsilon(0.01));
}

TEST_CASE("Opening the joint widens the fluid by as much and leaves the cartilage as thick as it was") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    const scene::JointTissues shut = scene::joint_tissues(space, {.gap_m = 2e-6}),
                              open = scene::joint_tissues(space, {.gap_m = 1.12e-3});
    REQUIRE(volume(open.upper_cartilage) == Approx(volume(shut.upper_cartilage)).epsilon(0.01));
    REQUIRE(volume(open.fluid) - volume(shut.fluid) ==
            Approx(1e-3 * ellipse_m2 * 0.97 * 0.97 * 0.874).epsilon(0.03));
}

TEST_CASE("The cavity is drawn as large as it is, as a sphere and flattened") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    for (const double cavity : {0.05 * mm3, 0.2 * mm3, 10 * mm3, 60 * mm3, 110 * mm3}) {
        const scene::JointTissues tissues =
            scene::joint_tissues(space, {.gap_m = 0.8e-3, .cavity_m3 = cavity});
        INFO(cavity / mm3 << " mm3");
        REQUIRE(closed(tissues.cavity));
        REQUIRE(volume(tissues.cavity) == Approx(cavity).epsilon(0.06));
    }
}

TEST_CASE("In a film that is drawn thicker the cavity keeps its true area") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    const double gap = 20e-6, cavity = 1 * mm3;
    const scene::JointTissues tissues = scene::joint_tissues(space, {.gap_m = gap, .cavity_m3 = cavity});
    REQUIRE(volume(tissues.cavity) == Approx(cavity * scene::thinnest_film_drawn_m / gap).epsilon(0.05));
}

TEST_CASE(
    "A sheet that parts fast has fingers, more the faster, and neither its volume nor its wall breaks") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    int before = 0;
    for (const double capillary : {1e-4, 1e-3, 0.02, 0.5}) {
        const scene::JointInstant instant{.gap_m = 0.15e-3, .cavity_m3 = 8 * mm3, .capillary = capillary};
        const int fingers = scene::Cavity(scene::JointFilm(space, instant.gap_m), instant).fingers();
        INFO("capillary number " << capillary << ", fingers " << fingers);
        REQUIRE(fingers >= before);
        before = fingers;
        const anatomy::Mesh mesh = scene::joint_tissues(space, instant).cavity;
        REQUIRE(closed(mesh));
        REQUIRE(volume(mesh) == Approx(instant.cavity_m3).epsilon(0.06));
    }
    REQUIRE(before > 10);
}

TEST_CASE("Bubbles share the cavity's gas and lie beside the facets, within the capsule") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    const scene::JointTissues tissues =
        scene::joint_tissues(space, {.gap_m = 2e-6, .cavity_m3 = 0.6 * mm3, .bubbles = 20});
    REQUIRE(closed(tissues.cavity));
    REQUIRE(volume(tissues.cavity) == Approx(0.6 * mm3).epsilon(0.03));
    for (int i = 0; i < 20; ++i) {
        const glm::vec2 place = scene::bubble_place(space, i);
        REQUIRE(glm::length(place) > 1);
        REQUIRE(glm::length(place) < space.room_at(std::atan2(place.y, place.x)) + 1e-4f);
    }
}

TEST_CASE("The dots of dissolved gas follow its moles and keep out of the cavity") {
    const scene::JointSpace space = scene::joint_space(two_blocks(), joint());
    const std::array<double, 3> moles{45e-9, 12e-9, 1.9e-9};
    for (const scene::Spread spread : {scene::Spread::everywhere, scene::Spread::on_the_cut}) {
        for (const double left : {1.0, 0.4, 0.0}) {
            scene::JointInstant instant{.gap_m = 0.6e-3, .cavity_m3 = 30 * mm3};
            for (std::size_t gas = 0; gas < 3; ++gas) instant.dissolved_mol[gas] = left * moles[gas];
            const auto places = scene::dissolved_gas(space, instant, spread);
            REQUIRE(places == scene::dissolved_gas(space, instant, spread));
            const scene::JointFrame frame(space.joint);
            const scene::Cavity cavity(scene::JointFilm(space, instant.gap_m), instant);
            for (std::size_t gas = 0; gas < 3; ++gas) {
                REQUIRE(double(places[gas].size()) * scene::moles_a_dot ==
                        Approx(instant.dissolved_mol[gas]).margin(0.5 * scene::moles_a_dot));
                for (const glm::vec3 p : places[gas]) {
                    const glm::vec3 d = p - frame.centre;
                    REQUIRE_FALSE(cavity.covers({glm::dot(d, frame.across) / frame.half_width,
                                                 glm::dot(d, frame.up) / frame.half_height}));
                }
            }
        }
    }
}

TEST_CASE("A joint without its bones is told") {
    scene::Model model = two_blocks();
    model.structures.pop_back();
    REQUIRE_THROWS_WITH(scene::joint_space(model, joint()), Catch::Matchers::Contains("'L5'"));
}
