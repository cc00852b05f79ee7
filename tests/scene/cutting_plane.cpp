#include "scene/cutting_plane.hpp"

#include "files/failure.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <random>

using namespace spinescope;
using namespace spinescope::scene;

namespace {

Model one_bone() {
    Model model;
    Structure bone{.id = "L4"};
    bone.mesh.positions = {{-0.02f, -0.01f, -0.03f}, {0.02f, 0.01f, 0.03f}, {0, 0, 0}};
    bone.place = glm::mat4({0.8f, 0.6f, 0, 0}, {-0.6f, 0.8f, 0, 0}, {0, 0, 1, 0}, {0.01f, 0.1f, 0, 1});
    model.structures.push_back(bone);
    return model;
}

} // namespace

TEST_CASE("planes have the names of anatomy and take away the side that hides the cut") {
    const Model model = one_bone();
    CHECK(cutting_plane("sagittal", model).equation() == glm::vec4(0, 0, 1, 0));
    CHECK(cutting_plane("frontal", model).equation() == glm::vec4(1, 0, 0, 0));
    CHECK(cutting_plane("transverse", model).equation() == glm::vec4(0, 1, 0, 0));
    CHECK(cutting_plane("sagittal:12", model).offset_m == Approx(0.012));
    CHECK(cutting_plane("sagittal:12:other", model).equation().z == -1);
    CHECK(cutting_plane("sagittal:12:other", model).equation().w == Approx(0.012));
    CHECK(cutting_plane("sagittal:other", model).normal.z == -1);
}

TEST_CASE("a transverse plane through a vertebra is tilted as it is and goes through its middle") {
    const CuttingPlane plane = cutting_plane("transverse:L4", one_bone());
    CHECK(glm::distance(plane.normal, glm::vec3(-0.6f, 0.8f, 0)) < 1e-6f);
    CHECK(glm::dot(plane.normal, glm::vec3(0.01f, 0.1f, 0)) == Approx(plane.offset_m));
}

TEST_CASE("any plane can be given by its normal") {
    const CuttingPlane plane = cutting_plane("3,4,0:10", one_bone());
    CHECK(glm::distance(plane.normal, glm::vec3(0.6f, 0.8f, 0)) < 1e-6f);
    CHECK(plane.offset_m == Approx(0.01));
}

TEST_CASE("what is no plane is refused with how it is written") {
    const Model model = one_bone();
    for (const char* words : {"", "sagital", "sagittal:L9", "0,0,0:1", "nan,1,0", "1,2", "sagittal:1:2",
                              "sagittal:1:other:other", "sagittal:", "1,1,inf"}) {
        INFO(words);
        CHECK_THROWS_AS(cutting_plane(words, model), Failure);
    }
    CHECK_THROWS_WITH(cutting_plane("transverse:L5", model), Catch::Contains("L4"));
    std::mt19937 random(1);
    const std::string letters = "sagittlfronv:,.0123456789-einxyzL4";
    for (int i = 0; i < 20000; ++i) {
        std::string words(random() % 20, ' ');
        for (char& c : words) c = letters[random() % letters.size()];
        try {
            const CuttingPlane plane = cutting_plane(words, model);
            CHECK(glm::length(plane.normal) == Approx(1).margin(1e-3));
            CHECK(std::isfinite(plane.offset_m));
        } catch (const Failure&) {
        }
    }
}
