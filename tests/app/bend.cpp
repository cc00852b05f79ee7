// Bending by hand: the words of a pose, and a bone that is pulled.
#include "app/bend.hpp"
#include "app/grab.hpp"
#include "files/failure.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <limits>

using namespace spinescope;
using app::Bend;
using app::Grab;
using Catch::Matchers::Contains;

namespace {

const mechanics::SpineModel& spine() {
    static const mechanics::SpineModel model = mechanics::installed_spine_model();
    return model;
}

constexpr glm::vec2 size{800, 600};

scene::Camera camera(scene::StandardView view) {
    return scene::framed(view, {{-0.1f, -0.1f, -0.1f}, {0.1f, 0.6f, 0.1f}}, size.x / size.y);
}

/// A point on a bone: where its segment's disc is, standing.
Grab on_bone(std::size_t bone) {
    return {.standing = glm::vec3(spine()[bone].origin), .ride = float(bone)};
}

glm::vec2 seen(const Grab& grab, const mechanics::Pose& pose, const scene::Camera& from) {
    return app::place_of(grab, mechanics::posture(spine(), pose.motions), from, size).value();
}

} // namespace

TEST_CASE("a pose is written in words") {
    const Bend bend = app::bend_of("flexion=40,rotation=-5,region=lumbar,side-bend=2.5,guarding=0.5");
    CHECK(bend == Bend{.turn = {40, 2.5, -5}, .region = mechanics::lumbar, .guarding = 0.5});
    CHECK(app::bend_of("") == Bend());
    for (const auto& [words, told] : {std::pair{"flexoin=3", "flexion"},
                                      {"flexion", "KEY=VALUE"},
                                      {"flexion=", "degrees"},
                                      {"flexion=4x", "degrees"},
                                      {"rotation=nan", "degrees"},
                                      {"side-bend=1e999", "degrees"},
                                      {"region=lumber", "lumbar"},
                                      {"guarding=2", "0 to 1"},
                                      {"flexion=3,,rotation=2", "KEY=VALUE"}})
        CHECK_THROWS_WITH(app::bend_of(words), Contains(told));
}

TEST_CASE("a turn is held within what a region can") {
    const mechanics::Range range = app::range_of(spine(), mechanics::lumbar);
    const mechanics::Turn held =
        app::held_within(range, {1e9, -1e9, std::numeric_limits<double>::quiet_NaN()});
    CHECK(held.flexion_deg == range.flexion_deg);
    CHECK(held.side_bend_deg == -range.side_bend_deg);
    CHECK(held.rotation_deg == 0);
    CHECK(app::bent(spine(), {.turn = held, .region = mechanics::lumbar}).balance.found);
}

TEST_CASE("a bone goes where it is pulled, by the way that the viewer sees") {
    const Grab grab = on_bone(8); // T1
    struct Pull {
        scene::StandardView view;
        glm::vec2 by;
        bool turning;
    };
    // From the patient's right, forward is to the right of the picture; from the front, the patient's right
    // is to the left.
    for (const Pull& pull : {Pull{scene::StandardView::right, {60, 10}, false},
                             Pull{scene::StandardView::anterior, {-50, 5}, false}}) {
        const scene::Camera from = camera(pull.view);
        mechanics::Pose pose;
        Bend bend;
        const glm::vec2 start = seen(grab, pose, from), target = start + pull.by;
        for (int frame = 0; frame < 8; ++frame)
            bend = app::followed(spine(), bend, pose, grab, from, size, target, pull.turning);
        CAPTURE(bend.turn.flexion_deg, bend.turn.side_bend_deg, bend.turn.rotation_deg);
        CHECK(std::abs(seen(grab, pose, from).x - target.x) < 2);
        CHECK(pose.balance.found);
        CHECK(bend.turn.rotation_deg == 0);
        if (pull.view == scene::StandardView::right)
            CHECK(bend.turn.flexion_deg > 10);
        else
            CHECK(bend.turn.side_bend_deg > 10);
        // The pose is that of the answered bend.
        const mechanics::Pose same = app::bent(spine(), bend);
        CHECK(glm::length(seen(grab, same, from) - seen(grab, pose, from)) < 0.5f);
    }
}

TEST_CASE("with turning a bone that is pulled aside rotates the region alone") {
    Grab grab = on_bone(8);
    grab.standing.z += 0.04f; // its right transverse process
    const scene::Camera from = camera(scene::StandardView::anterior);
    mechanics::Pose pose;
    const glm::vec2 target = seen(grab, pose, from) + glm::vec2(12, 0);
    const Bend bend = app::followed(spine(), {}, pose, grab, from, size, target, true);
    CHECK(bend.turn.flexion_deg == 0);
    CHECK(bend.turn.side_bend_deg == 0);
    CHECK(std::abs(bend.turn.rotation_deg) > 3);
    CHECK(std::abs(seen(grab, pose, from).x - target.x) < 3);
}

TEST_CASE(
    "a bone that is pulled too far stays within the range, and one below the region stays where it is") {
    const scene::Camera from = camera(scene::StandardView::right);
    const mechanics::Range range = app::range_of(spine(), mechanics::lumbar);
    mechanics::Pose pose;
    Bend bend{.region = mechanics::lumbar};
    for (int frame = 0; frame < 20; ++frame)
        bend = app::followed(spine(), bend, pose, on_bone(8), from, size, {5000, 5000}, false);
    CHECK(bend.turn.flexion_deg <= range.flexion_deg);
    CHECK(bend.turn.flexion_deg > 0.5 * range.flexion_deg);
    CHECK(pose.balance.found);

    const Bend neck{.turn = {20, 0, 0}, .region = mechanics::cervical};
    pose = app::bent(spine(), neck);
    CHECK(app::followed(spine(), neck, pose, on_bone(22), from, size, {0, 0}, false) == neck);
    CHECK(app::followed(spine(), neck, pose, on_bone(3), from, size,
                        {std::numeric_limits<float>::quiet_NaN(), 0}, false) == neck);
}
