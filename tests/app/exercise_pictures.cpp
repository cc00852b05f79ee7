// Every exercise in a posture of its own, against pictures that a person has looked at (tests/pictures).
#include "app/ghost_body.hpp"
#include "app/stage.hpp"

#include "../render/reference.hpp"
#include "mechanics/spine_model.hpp"
#include "render/offscreen_context.hpp"

using namespace spinescope;

TEST_CASE("Every exercise looks like itself") {
    const render::OffscreenContext context;
    render::Renderer renderer;
    app::Stage stage = app::set_stage(app::whole_spine(), app::installed_joints());
    const mechanics::SpineModel model = mechanics::installed_spine_model();
    for (const std::string& name : timeline::exercise_names()) {
        const timeline::Performance performance = timeline::performed(model, timeline::load_exercise(name));
        stage.body = app::ghost_body(renderer, performance, stage.body ? &*stage.body : nullptr);
        app::pose_body(stage, performance, performance.exercise.postures.front().move_s);
        constexpr int width = 320, height = 200;
        const scene::Visibility shown(app::layers_of(stage.model));
        const app::Look look{.visibility = &shown};
        const render::Picture picture{.width = width,
                                      .height = height,
                                      .camera = app::camera_for(performance, float(width) / height),
                                      .posture = app::posture(stage, look)};
        constexpr auto canvas = render::Renderer::Canvas::scene;
        renderer.draw(canvas, app::drawings(stage, renderer, look), picture);
        test::check(renderer.read(canvas), "exercise-" + name);
    }
}
