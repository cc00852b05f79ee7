// What bends is seen where anatomy::motion_at says that it goes.
#include "rod.hpp"
#include "studio.hpp"

#include <glm/gtc/matrix_inverse.hpp>

using namespace spinescope;
using render::Drawing;
using test::from_ride;
using test::leaning;
using test::rod;
using test::Studio;
using test::to_ride;

namespace {

/// The same rod bent by anatomy::motion_at corner by corner, to be drawn as it is.
anatomy::Mesh bent(anatomy::Mesh mesh, const anatomy::Posture& posture) {
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::mat4 motion = anatomy::motion_at(posture, mesh.ride[i]);
        mesh.positions[i] = glm::vec3(motion * glm::vec4(mesh.positions[i], 1));
        mesh.normals[i] = glm::normalize(glm::mat3(motion) * mesh.normals[i]);
    }
    mesh.ride.clear();
    return mesh;
}

} // namespace

TEST_CASE("what bends is drawn, cut, seen through and found where its bones carry it") {
    Studio studio;
    const anatomy::Posture posture = leaning();
    const auto soft = studio.renderer.upload(rod());
    const auto stiff = studio.renderer.upload(bent(rod(), posture));
    const auto ball = studio.renderer.upload(test::sphere(0.01f));
    render::Picture picture = test::picture();
    picture.camera.azimuth_deg = 50;
    picture.posture = posture;
    for (const render::Tier tier : {render::Tier::software, render::Tier::full})
        for (const bool cut : {false, true})
            for (const float scale : {1.0f, 0.7f})
                for (const auto& [opacity, ghost] : {std::pair{1.0f, false}, {0.5f, false}, {1.0f, true}}) {
                    CAPTURE(static_cast<int>(tier), cut, scale, opacity, ghost);
                    picture.tier = tier;
                    picture.scale = scale;
                    picture.cut = cut ? std::optional(glm::vec4(0.2f, 0.1f, 1, 0.0005f)) : std::nullopt;
                    std::vector<Drawing> drawings{
                        {.mesh = ball, .place = glm::translate(glm::mat4(1), {-0.03f, 0, 0.01f}), .id = 9},
                        {.mesh = soft, .bends = true, .opacity = opacity, .ghost = ghost, .id = 7}};
                    const render::Image followed = studio.shot(drawings, picture);
                    std::vector<std::uint32_t> found;
                    for (int y = 0; y < 240; y += 3)
                        for (int x = 0; x < 320; x += 3) found.push_back(studio.pick(x, y).id);
                    drawings[1].bends = false;
                    const render::Image straight = studio.shot(drawings, picture);
                    CHECK(test::difference(followed, straight) > 20);
                    drawings[1].mesh = stiff;
                    CHECK(render::structural_similarity(followed, studio.shot(drawings, picture)) > 0.995);
                    int differing = 0;
                    std::size_t at = 0;
                    for (int y = 0; y < 240; y += 3)
                        for (int x = 0; x < 320; x += 3)
                            differing += found[at++] != studio.pick(x, y).id ? 1 : 0;
                    CHECK(differing <= 4); // at its very edge
                    CHECK(std::count(found.begin(), found.end(), 7u) > 40);
                }
}

TEST_CASE("a point on what bends is found where motion_at puts it") {
    Studio studio;
    const anatomy::Posture posture = leaning();
    const auto soft = studio.renderer.upload(rod());
    render::Picture picture = test::picture(800, 600);
    picture.posture = posture;
    const glm::mat4 place = glm::translate(glm::mat4(1), {0.002f, 0.001f, -0.003f});
    const std::vector<Drawing> drawings{{.mesh = soft, .place = place, .bends = true, .id = 7}};
    studio.draw(drawings, picture);
    for (const float y : {-0.035f, -0.012f, 0.0f, 0.011f, 0.03f}) {
        const float ride = from_ride + (to_ride - from_ride) * (0.04f - y) / 0.08f;
        const glm::vec3 there(anatomy::motion_at(posture, ride) * place * glm::vec4(0.004f, y, 0, 1));
        const glm::vec4 clip =
            picture.camera.projection(800 / 600.0f) * picture.camera.view() * glm::vec4(there, 1);
        const auto hit = studio.pick(static_cast<int>((clip.x / clip.w + 1) / 2 * 800),
                                     static_cast<int>((1 - clip.y / clip.w) / 2 * 600));
        CHECK(hit.id == 7);
        CHECK(glm::length(hit.point - there) < 2.5e-4f);
    }
}

TEST_CASE("what bends into the picture is drawn, and what bends out of it is not asked for") {
    Studio studio;
    anatomy::Posture posture;
    posture.moved.at(22) = posture.moved.at(23) = glm::translate(glm::mat4(1), {0, 0, 0.5f});
    anatomy::Mesh mesh = test::sphere(0.02f);
    mesh.ride.assign(mesh.positions.size(), 22.5f);
    const auto soft = studio.renderer.upload(mesh);
    render::Picture picture = test::picture();
    picture.posture = posture;
    std::vector<Drawing> drawings{{.mesh = soft, .bends = true, .id = 7}};
    studio.draw(drawings, picture);
    CHECK(studio.pick(160, 120).id == 0);
    drawings[0].place = glm::translate(glm::mat4(1), {0, 0, -0.5f});
    studio.draw(drawings, picture);
    CHECK(studio.pick(160, 120).id == 7);
}

TEST_CASE("standing, what bends is drawn as what does not") {
    Studio studio;
    const auto soft = studio.renderer.upload(rod());
    std::vector<Drawing> drawings{{.mesh = soft, .bends = true, .id = 7}};
    const render::Image followed = studio.shot(drawings, test::picture());
    drawings[0].bends = false;
    CHECK(test::difference(studio.shot(drawings, test::picture()), followed) == 0);
}

TEST_CASE("a mesh whose rides do not fit is refused, and a ride off the chain is held on it") {
    Studio studio;
    anatomy::Mesh mesh = rod();
    mesh.ride.pop_back();
    CHECK_THROWS(studio.renderer.upload(mesh));
    mesh = rod();
    for (float& ride : mesh.ride) ride = 40;
    const auto handle = studio.renderer.upload(mesh);
    render::Picture picture = test::picture();
    picture.posture = leaning();
    const std::vector<Drawing> drawings{{.mesh = handle, .bends = true, .id = 7}};
    studio.draw(drawings, picture);
    CHECK(studio.pick(160, 120).id == 7); // with the sacrum, which stands
}
