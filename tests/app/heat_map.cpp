// What the heat map of the whole spine says and shows.
#include "app/heat_map.hpp"

#include "../render/reference.hpp"
#include "app/bend.hpp"
#include "app/stage.hpp"
#include "render/offscreen_context.hpp"

#include <algorithm>
#include <set>

using namespace spinescope;

namespace {

struct Spine {
    mechanics::SpineModel model = mechanics::installed_spine_model();
    scene::HeatMap fresh = app::unstrained(model);

    scene::HeatMap bent(const app::Bend& bend) const {
        return app::heat_map(
            fresh, mechanics::readings(model, app::conditions_of(bend), app::bent(model, bend).motions));
    }
};

const Spine& spine() {
    static const Spine one;
    return one;
}

} // namespace

TEST_CASE("in lumbar flexion the strain along the supraspinous ligament differs from segment to segment") {
    const scene::HeatMap map = spine().bent({.turn = {40, 0, 0}, .region = mechanics::lumbar});
    const scene::AlongSpine& strain = map.ligaments.at("ligament.supraspinous").strain;
    std::set<float> steps;
    for (const float s : strain)
        if (s > scene::not_measured) steps.insert(scene::heat_level(scene::strain_edges, s));
    CHECK(steps.size() >= 3);
    // At rest above the bend, stretched below it; where it does not reach nothing is said.
    CHECK(strain[12] < strain[22]);
    CHECK(strain[0] == scene::not_measured);
    CHECK(map.ligaments.at("ligament.anterior-longitudinal").strain[22] < 0);
    // Capsules of normal motion lie below where they begin to be hurt.
    for (const auto& [id, ligament] : spine().bent({.turn = {30, 0, 0}}).ligaments) {
        if (!id.starts_with("capsule.")) continue;
        for (std::size_t i = 0; i < ligament.strain.size(); ++i)
            if (ligament.hurt_from[i] > 0) CHECK(ligament.strain[i] < ligament.hurt_from[i]);
    }
}

TEST_CASE("a twist to one side strains the mirror image of a twist to the other") {
    const scene::HeatMap left = spine().bent({.turn = {0, 0, -6}, .region = mechanics::lumbar});
    const scene::HeatMap right = spine().bent({.turn = {0, 0, 6}, .region = mechanics::lumbar});
    CHECK(left.ligaments.at("capsule.L4-L5.left").strain[23] ==
          Approx(right.ligaments.at("capsule.L4-L5.right").strain[23]).margin(1e-3));
    CHECK(left.ligaments.at("capsule.L4-L5.left").strain[23] !=
          Approx(right.ligaments.at("capsule.L4-L5.left").strain[23]).margin(1e-3));
}

TEST_CASE("a map of kept strains says the same of its ligaments, and nothing of discs") {
    const scene::HeatMap whole = spine().bent({.turn = {40, 0, 0}});
    const std::vector<timeline::LigamentOfCourse> kept{
        {.structure = "capsule.L4-L5.right", .kind = mechanics::Ligament::capsule, .segment = 23},
        {.structure = "ligament.nobody", .kind = mechanics::Ligament::flavum, .segment = 3}};
    const std::vector<float> strains{whole.ligaments.at("capsule.L4-L5.right").strain[23], 0.2f};
    const scene::HeatMap map = app::heat_map(spine().fresh, kept, strains);
    CHECK(map.ligaments.at("capsule.L4-L5.right") == whole.ligaments.at("capsule.L4-L5.right"));
    CHECK(map.ligaments.at("capsule.L4-L5.left").strain[23] == scene::not_measured);
    CHECK(map.ligaments.size() == spine().fresh.ligaments.size());
    CHECK_FALSE(map.disc_N);
}

TEST_CASE("a resisting segment is stiff, one with lengthened ligaments and a wide neutral zone is loose") {
    mechanics::Conditions conditions;
    conditions[20].resistance = 3;
    conditions[23].neutral_zone = 2.5;
    for (std::size_t kind = 0; kind < mechanics::ligaments; ++kind)
        for (const auto flank : {mechanics::Flank::left, mechanics::Flank::middle, mechanics::Flank::right})
            conditions[23].wear.of(static_cast<mechanics::Ligament>(kind), flank).rest_length = 1.05;
    for (mechanics::Condition& condition : conditions) condition.guarding = 0.5; // alike for all: not said
    const auto mobility = app::mobility(spine().model, conditions);
    CHECK(mobility[20] == scene::Mobility::stiff);
    CHECK(mobility[23] == scene::Mobility::loose);
    CHECK(std::ranges::count(mobility, scene::Mobility::usual) == 23);
}

TEST_CASE("the whole spine bends, every tissue with it, and shows its strain") {
    const render::OffscreenContext context;
    render::Renderer renderer;
    app::Stage stage = app::set_stage(app::whole_spine(), app::installed_joints());
    const scene::Visibility usual(app::layers_of(stage.model));
    const app::Bend bend{.turn = {40, 6, 0}, .region = mechanics::lumbar};
    stage.bent = mechanics::posture(spine().model, app::bent(spine().model, bend).motions);
    app::Look look{.visibility = &usual};
    look.heat = spine().bent(bend);

    std::size_t heated = 0;
    for (const render::Drawing& drawing : app::drawings(stage, renderer, look)) {
        const scene::Structure& structure = stage.model.structures.at(drawing.id - 1);
        CAPTURE(structure.id);
        // It follows: whole with its bone, or corner by corner.
        const bool follows =
            drawing.bends ||
            (structure.ride && (drawing.place != structure.place || *structure.ride == anatomy::sacrum_ride));
        CHECK(follows);
        heated += drawing.heat ? 1 : 0;
        CHECK((drawing.heat || drawing.backward > 0));
    }
    // Each ligament that the mechanics know, and each disc, though the ligaments' layer is not shown.
    CHECK(heated > look.heat->ligaments.size() + 20);
    for (const auto& [id, ligament] : look.heat->ligaments) {
        CAPTURE(id);
        CHECK(stage.model.find(id));
    }
}

TEST_CASE("the low back bent forward, its strains given, so that the picture stands while the mechanics are "
          "worked on") {
    const render::OffscreenContext context;
    render::Renderer renderer;
    app::Stage stage = app::set_stage(app::whole_spine(), app::installed_joints());
    const scene::Visibility usual(app::layers_of(stage.model));
    mechanics::Motions motions = mechanics::standing();
    for (std::size_t i = mechanics::lumbar.first; i <= mechanics::lumbar.last; ++i)
        motions[i] = mechanics::motion_of({.flexion_deg = 6, .rotation_deg = 1});
    stage.bent = mechanics::posture(spine().model, motions);
    app::Look look{.visibility = &usual};
    look.heat = spine().fresh;
    look.heat->disc_N.emplace();
    for (auto& [id, ligament] : look.heat->ligaments)
        for (std::size_t i = 0; i < mechanics::segments; ++i)
            if (ligament.hurt_from[i] > 0) ligament.strain[i] = 0.06f * (float(i) - 18.5f);
    for (std::size_t i = 0; i < mechanics::segments; ++i) (*look.heat->disc_N)[i] = 15 * float(i) - 180;
    for (const auto& [name, theme] :
         {std::pair{"heat-map-spine", render::Theme::dark}, {"heat-map-spine-light", render::Theme::light}}) {
        render::Picture picture{
            .width = 240, .height = 330, .posture = app::posture(stage, look), .theme = theme};
        picture.camera = scene::framed(scene::StandardView::posterior, scene::bounds(stage.model), 0.7f);
        picture.camera.azimuth_deg += 50;
        picture.camera.target = app::bone_middle(stage, picture.posture, 22).value();
        picture.camera.distance_m = 0.62f;
        renderer.draw(render::Renderer::Canvas::scene, app::drawings(stage, renderer, look), picture);
        test::check(renderer.read(render::Renderer::Canvas::scene), name);
    }
}
