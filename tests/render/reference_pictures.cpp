// Pictures of a few solids against pictures that a person has looked at (tests/pictures). A picture that is
// missing or differs fails and leaves its candidate in the build folder; looked at and found good, it is
// copied over.
#include "reference.hpp"
#include "studio.hpp"

using namespace spinescope;
using render::Drawing;
using scene::Tissue;
namespace fs = std::filesystem;
using test::check;
using test::compared;
using test::Comparison;

namespace {

/// Five solids that between them show every pass.
struct Still {
    test::Studio studio;
    std::vector<Drawing> drawings;
    render::Picture picture = test::picture(240, 180);

    Still() {
        anatomy::Mesh ring = test::torus(0.022f, 0.009f);
        for (std::size_t i = 0; i < ring.positions.size(); ++i) // the hole sees less of the sky
            ring.occlusion[i] =
                0.6f +
                0.4f * glm::dot(ring.normals[i], glm::normalize(ring.positions[i] * glm::vec3(1, 0, 1)));
        const auto torus = studio.renderer.upload(ring);
        const auto ball = studio.renderer.upload(test::sphere(0.014f));
        const auto add = [&](render::MeshHandle mesh, Tissue tissue, glm::vec3 at) {
            drawings.push_back({.mesh = mesh,
                                .place = glm::translate(glm::mat4(1), at),
                                .tissue = tissue,
                                .id = static_cast<std::uint32_t>(drawings.size() + 1)});
        };
        add(torus, Tissue::bone, {0, -0.022f, 0.01f});
        add(torus, Tissue::bone, {0, 0.012f, 0.004f});
        add(ball, Tissue::annulus, {0, -0.006f, 0.008f});
        add(ball, Tissue::fluid, {0.01f, 0.035f, -0.02f});
        add(ball, Tissue::nerve, {-0.01f, -0.02f, -0.04f});
        drawings[2].place = glm::scale(drawings[2].place, glm::vec3(1.5f, 0.6f, 1.5f));
        picture.camera.azimuth_deg = -25;
        picture.camera.elevation_deg = 20;
    }
    render::Image shot() { return studio.shot(drawings, picture); }
};

} // namespace

namespace {

/// A barrel whose fibres run round it in a spiral, and which is 24 mm high.
anatomy::Mesh barrel() {
    anatomy::Mesh mesh = test::sphere(0.012f, 64, 48);
    for (glm::vec3& p : mesh.positions) p.y *= 1.3f;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3& p = mesh.positions[i];
        mesh.normals[i] = glm::normalize(mesh.normals[i] / glm::vec3(1, 1.3f, 1));
        mesh.across.push_back(1e3f * (p.z + 0.3f * p.y));
        mesh.occlusion[i] = 0.75f + 0.25f * std::sin(300 * p.y);
    }
    return mesh;
}

/// Of each tissue one whole and one cut open; both lie where `at` says.
std::vector<Drawing> specimens(render::MeshHandle mesh, Tissue tissue, const glm::vec3& at) {
    std::vector<Drawing> pair(2, {.mesh = mesh, .tissue = tissue});
    for (std::size_t i = 0; i < 2; ++i) {
        const float side = i == 0 ? 0.014f : -0.014f;
        pair[i].place = glm::translate(glm::mat4(1), at + glm::vec3(0, 0, side));
        pair[i].cut = i == 1;
        pair[i].id = static_cast<std::uint32_t>(i + 1);
    }
    return pair;
}

} // namespace

TEST_CASE("every tissue, whole and cut open") {
    test::Studio studio;
    const auto mesh = studio.renderer.upload(barrel());
    for (std::size_t i = 0; i < scene::tissue_words.size(); ++i) {
        render::Picture picture = test::picture(144, 96);
        picture.camera.distance_m *= 0.42f;
        picture.camera.elevation_deg = 15;
        picture.cut = glm::vec4(1, 0, 0, -0.002f);
        const auto drawings = specimens(mesh, static_cast<Tissue>(i), glm::vec3(0));
        check(studio.shot(drawings, picture), "tissue-" + std::string(scene::tissue_words.at(i)));
    }
}

TEST_CASE("the full tier has soft shadows and hollows") {
    Still still;
    still.picture.tier = render::Tier::full;
    check(still.shot(), "solids-full");
    still.picture.theme = render::Theme::light;
    check(still.shot(), "solids-full-light");
}

TEST_CASE("solids in the light") {
    Still still;
    check(still.shot(), "solids");
    still.picture.theme = render::Theme::light;
    check(still.shot(), "solids-light");
}

TEST_CASE("close by, bone has a grain") {
    Still still;
    still.picture.camera.distance_m /= 4;
    check(still.shot(), "solids-close");
}

TEST_CASE("a ghost, a see-through solid, a selected and a hovered one") {
    Still still;
    still.drawings[1].ghost = true;
    still.drawings[3].opacity = 0.4f;
    still.picture.selected = 1;
    still.picture.hovered = 5;
    check(still.shot(), "emphasis");
    still.picture.theme = render::Theme::light;
    check(still.shot(), "emphasis-light");
}

TEST_CASE("solids cut open") {
    Still still;
    still.picture.cut = glm::vec4(0, 0, 1, -0.005f);
    still.picture.camera.azimuth_deg = -70;
    check(still.shot(), "cut");
}

TEST_CASE("the comparison can fail, and a missing reference leaves its candidate") {
    Still still;
    still.drawings[0].tissue = Tissue::muscle;
    still.drawings[2].place = glm::translate(glm::mat4(1), {0, 0.03f, 0.03f});
    const Comparison wrong = compared(still.shot(), "solids", "wrong");
    CHECK(wrong.found);
    CHECK_FALSE(wrong.passed());
    CHECK(fs::exists(wrong.candidate));
    fs::remove(wrong.candidate);

    const Comparison missing = compared(still.shot(), "no-such-reference", "missing");
    CHECK_FALSE(missing.found);
    CHECK_FALSE(missing.passed());
    CHECK(fs::exists(missing.candidate));
    fs::remove(missing.candidate);
}
