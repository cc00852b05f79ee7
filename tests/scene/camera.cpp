#include "scene/camera.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <string>

using namespace spinescope::scene;

namespace {

/// Normalised device coordinates of a point.
glm::vec3 seen(const Camera& camera, const glm::vec3& point, float aspect) {
    const glm::vec4 clip = camera.projection(aspect) * camera.view() * glm::vec4(point, 1);
    return glm::vec3(clip) / clip.w;
}

bool near(const glm::vec3& a, const glm::vec3& b, float tolerance = 1e-4f) {
    return glm::length(a - b) < tolerance;
}

const Bounds spine{{-0.09f, -0.12f, -0.06f}, {0.05f, 0.58f, 0.06f}};

} // namespace

TEST_CASE("the standard views look from where their names say") {
    const auto from = [](StandardView view) {
        const Camera camera = framed(view, spine, 1.5f);
        return glm::normalize(camera.eye() - camera.target);
    };
    CHECK(near(from(StandardView::anterior), {1, 0, 0}));
    CHECK(near(from(StandardView::posterior), {-1, 0, 0}));
    CHECK(near(from(StandardView::right), {0, 0, 1}));
    CHECK(near(from(StandardView::left), {0, 0, -1}));
    CHECK(near(from(StandardView::superior), {0, 1, 0}));
    CHECK(near(from(StandardView::inferior), {0, -1, 0}));
    CHECK(from(StandardView::oblique).x < 0);
    CHECK(from(StandardView::oblique).z > 0);
    CHECK(from(StandardView::oblique).y > 0);
}

TEST_CASE("the patient's right is on the left of the front view, and the head is up") {
    const Camera camera = framed(StandardView::anterior, spine, 1.0f);
    CHECK(seen(camera, camera.target + glm::vec3(0, 0, 0.05f), 1).x < 0);
    CHECK(seen(camera, camera.target + glm::vec3(0, 0.05f, 0), 1).y > 0);
}

TEST_CASE("the front of the body is at the top of the views from above and below") {
    for (const StandardView view : {StandardView::superior, StandardView::inferior}) {
        const Camera camera = framed(view, spine, 1.0f);
        CHECK(seen(camera, camera.target + glm::vec3(0.05f, 0, 0), 1).y > 0.01f);
    }
}

TEST_CASE("every standard view shows the whole box, and not from far away") {
    for (const float aspect : {0.4f, 1.0f, 16 / 9.0f, 4.0f})
        for (const char* word :
             {"anterior", "posterior", "left", "right", "superior", "inferior", "oblique", "joint"}) {
            CAPTURE(word, aspect);
            const auto view = standard_view(word);
            REQUIRE(view);
            const Camera camera = framed(*view, spine, aspect);
            float widest = 0;
            for (int corner = 0; corner < 8; ++corner) {
                const glm::vec3 p{corner & 1 ? spine.high.x : spine.low.x,
                                  corner & 2 ? spine.high.y : spine.low.y,
                                  corner & 4 ? spine.high.z : spine.low.z};
                const glm::vec3 q = seen(camera, p, aspect);
                CHECK(std::abs(q.x) <= 1);
                CHECK(std::abs(q.y) <= 1);
                CHECK(std::abs(q.z) <= 1);
                widest = std::max({widest, std::abs(q.x), std::abs(q.y)});
            }
            CHECK(widest > 0.85f);
        }
    CHECK_FALSE(standard_view("sideways"));
    CHECK_FALSE(standard_view(""));
}

TEST_CASE("a box without size, or beside the origin, still gives a camera") {
    const Camera camera = framed(StandardView::left, Bounds{{3, 3, 3}, {3, 3, 3}}, 1.0f);
    CHECK(camera.distance_m > 0);
    CHECK(near(seen(camera, {3, 3, 3}, 1) * glm::vec3(1, 1, 0), {0, 0, 0}));
}

TEST_CASE("dragging carries the near side with the pointer") {
    Camera camera;
    camera.azimuth_deg = 30;
    camera.elevation_deg = 20;
    const glm::vec3 near_side = glm::mix(camera.target, camera.eye(), 0.1f);
    const glm::vec3 before = seen(camera, near_side, 1);
    CHECK(seen(orbited(camera, {10, 0}), near_side, 1).x > before.x + 0.01f);
    CHECK(seen(orbited(camera, {0, 10}), near_side, 1).y < before.y - 0.01f);
    CHECK(near(seen(orbited(camera, {33, 12}), camera.target, 1) * glm::vec3(1, 1, 0), {0, 0, 0}));
}

TEST_CASE("a full turn comes back and the poles are a stop, not a flip") {
    Camera camera;
    Camera turned = camera;
    for (int i = 0; i < 36; ++i) turned = orbited(turned, {10, 0});
    CHECK(near(turned.eye(), camera.eye(), 1e-3f));
    CHECK(orbited(camera, {0, 500}).elevation_deg == 90);
    CHECK(orbited(camera, {0, -500}).elevation_deg == -90);
}

TEST_CASE("panning keeps what is grabbed under the pointer") {
    Camera camera;
    camera.azimuth_deg = -70;
    camera.elevation_deg = 35;
    const float height_px = 720, aspect = 1280 / height_px;
    const glm::vec3 grabbed = camera.target;
    const Camera moved = panned(camera, {128, 72}, height_px);
    const glm::vec3 now = seen(moved, grabbed, aspect);
    CHECK(now.x == Approx(2 * 128 / 1280.0).margin(1e-4));
    CHECK(now.y == Approx(-2 * 72 / height_px).margin(1e-4));
}

TEST_CASE("zooming keeps the point under the pointer") {
    Camera camera;
    camera.azimuth_deg = 111;
    camera.elevation_deg = -40;
    const float aspect = 1.6f;
    const glm::vec2 pointer{0.6f, -0.45f};
    // A point that is seen at the pointer, at the target's depth.
    const Camera probe = panned(camera, {-0.6f * 0.5f * 1600, -0.45f * 0.5f * 1000}, 1000);
    const glm::vec3 point = probe.target;
    REQUIRE(near(seen(camera, point, aspect) * glm::vec3(1, 1, 0), {pointer, 0}, 1e-3f));
    for (const float factor : {1.1f, 3.0f, 0.5f}) {
        const Camera closer = zoomed(camera, factor, pointer, aspect);
        CHECK(closer.distance_m == Approx(camera.distance_m / factor));
        CHECK(near(seen(closer, point, aspect) * glm::vec3(1, 1, 0), {pointer, 0}, 1e-3f));
    }
    CHECK(zoomed(camera, 0, pointer, aspect) == camera);
    CHECK(zoomed(camera, -2, pointer, aspect) == camera);
}

TEST_CASE("a flight starts and ends exactly, and takes the short way round") {
    Camera from, to;
    from.azimuth_deg = 170;
    to.azimuth_deg = -170;
    to.distance_m = 0.1f;
    to.target = {0, 0.3f, 0};
    CHECK(between(from, to, 0) == from);
    CHECK(between(from, to, 1) == to);
    const Camera half = between(from, to, 0.5f);
    CHECK(std::abs(half.azimuth_deg) == Approx(180).margin(1e-3));
    CHECK(half.distance_m == Approx(std::sqrt(0.15f)));
}
