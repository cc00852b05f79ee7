#include "scene/labels.hpp"

#include "scene/camera.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace spinescope::scene;

namespace {

constexpr float width = 1280, height = 720;

bool cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
        return double(q.x - p.x) * (r.y - p.y) - double(q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < -1e-6 && side(c, d, a) * side(c, d, b) < -1e-6;
}

/// Points along something like a spine, and beside it.
std::vector<glm::vec3> spine_points(std::mt19937& random) {
    std::uniform_real_distribution<float> off(-0.03f, 0.03f);
    std::vector<glm::vec3> points;
    for (std::size_t i = 0; i < most_labels; ++i) {
        const float up = 0.6f * float(i) / float(most_labels);
        points.emplace_back(0.03f * std::sin(9 * up) + off(random), up + off(random), off(random));
    }
    return points;
}

std::vector<Anchor> seen_from(const Camera& camera, const std::vector<glm::vec3>& points,
                              const LabelColumns& columns) {
    std::vector<Anchor> anchors;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const glm::vec4 clip = camera.projection(width / height) * camera.view() * glm::vec4(points[i], 1);
        const glm::vec2 at((clip.x / clip.w + 1) / 2 * width, (1 - clip.y / clip.w) / 2 * height);
        if (at.x > columns.left_x && at.x < columns.right_x) anchors.push_back({std::to_string(i), at});
    }
    return anchors;
}

constexpr LabelColumns columns{.left_x = 300, .right_x = 980, .top = 20, .bottom = 700, .row = 44};

void check_sound(const std::vector<PlacedLabel>& labels, const LabelColumns& in) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK(labels[i].y >= in.top + in.row / 2 - 1e-3f);
        CHECK(labels[i].y <= in.bottom - in.row / 2 + 1e-3f);
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            CHECK_FALSE(cross(labels[i].anchor, labels[i].port(in), labels[j].anchor, labels[j].port(in)));
            if (labels[i].right == labels[j].right)
                CHECK(std::abs(labels[i].y - labels[j].y) >= in.row - 1e-3f);
        }
    }
}

Model small_spine() {
    Model model;
    model.groups = {{.id = "column", .description = {.name = "Column"}},
                    {.id = "lumbar", .parent = "column", .description = {.name = "Lumbar vertebrae"}},
                    {.id = "thoracic", .parent = "column", .description = {.name = "Thoracic vertebrae"}}};
    for (int i = 1; i <= 12; ++i)
        model.structures.push_back({.id = "T" + std::to_string(i), .parent = "thoracic"});
    for (int i = 1; i <= 5; ++i)
        model.structures.push_back({.id = "L" + std::to_string(i), .parent = "lumbar"});
    return model;
}

} // namespace

TEST_CASE("in 200 random views no two leaders cross and no two labels overlap") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> azimuth(-180, 180), elevation(-85, 85), distance(0.5f, 2.0f);
    std::size_t placed = 0;
    for (int view = 0; view < 200; ++view) {
        INFO("view " << view);
        Camera camera{.target = {0, 0.3f, 0}};
        camera.azimuth_deg = azimuth(random);
        camera.elevation_deg = elevation(random);
        camera.distance_m = distance(random);
        const std::vector<Anchor> anchors = seen_from(camera, spine_points(random), columns);
        const std::vector<PlacedLabel> labels = placed_labels(anchors, columns);
        CHECK(labels.size() == anchors.size());
        check_sound(labels, columns);
        placed += labels.size();
    }
    CHECK(placed > 2000);
}

TEST_CASE("labels stay where they are while the spine turns") {
    std::mt19937 random(3);
    const std::vector<glm::vec3> points = spine_points(random);
    Camera camera{.target = {0, 0.3f, 0}};
    std::vector<PlacedLabel> before = placed_labels(seen_from(camera, points, columns), columns);
    int changed_side = 0;
    for (int step = 0; step < 360; ++step) {
        camera = orbited(camera, {1, 0});
        const std::vector<PlacedLabel> now =
            placed_labels(seen_from(camera, points, columns), columns, before);
        check_sound(now, columns);
        for (const PlacedLabel& label : now) {
            const auto was = std::ranges::find(before, label.id, &PlacedLabel::id);
            if (was != before.end() && was->right != label.right) ++changed_side;
        }
        before = now;
    }
    CHECK(changed_side < 30); // of 5400 placements
}

TEST_CASE("labels that do not fit are left out, the last ones first") {
    std::vector<Anchor> anchors;
    for (int i = 0; i < 12; ++i) anchors.push_back({std::to_string(i), {600, 50.0f + float(i)}});
    const LabelColumns low{.left_x = 300, .right_x = 900, .top = 0, .bottom = 170, .row = 40};
    const std::vector<PlacedLabel> labels = placed_labels(anchors, low);
    REQUIRE(labels.size() == 8);
    CHECK(labels.front().id == "0");
    CHECK(labels.back().id == "7");
    check_sound(labels, low);
    CHECK(placed_labels(anchors, {.left_x = 0, .right_x = 10, .top = 0, .bottom = 10, .row = 40}).empty());
}

TEST_CASE("many small things are named together, few or large ones by themselves") {
    const Model model = small_spine();
    std::vector<Sight> sights;
    for (std::size_t i = 0; i < model.structures.size(); ++i)
        sights.push_back({.structure = i, .pixels = i < 12 ? 500u : 2000u, .point = {0, float(i), 0}});
    std::vector<Caption> names = captions(model, sights, std::nullopt);
    REQUIRE(names.size() == 6);
    CHECK(std::ranges::count(names, "thoracic", &Caption::id) == 1);
    CHECK(std::ranges::count(names, "L4", &Caption::id) == 1);

    // The selected one keeps its own name.
    names = captions(model, sights, 3);
    CHECK(names.front().id == "T4");
    CHECK(std::ranges::count(names, "thoracic", &Caption::id) == 1);

    sights.resize(10);
    names = captions(model, sights, std::nullopt);
    CHECK(names.size() == 10);
    sights.front().pixels = 5; // a speck
    CHECK(captions(model, sights, std::nullopt).size() == 9);
}
