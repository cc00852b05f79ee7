// What a step says, done to the session.
#include "app/lessons/teaching.hpp"
#include "app/session.hpp"
#include "app/structure_words.hpp"
#include "files/failure.hpp"
#include "files/nearest_word.hpp"
#include "scene/cutting_plane.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

/// Where on the timeline a step of a pop stands, s.
double instant_of(const LessonStep& step, const timeline::Trace& trace) {
    if (step.event.empty()) return step.time_s;
    const auto event = std::ranges::find(trace.events, step.event, &timeline::Event::id);
    if (event != trace.events.end()) return event->time_s + step.time_s;
    std::vector<std::string> ids;
    for (const timeline::Event& each : trace.events) ids.push_back(each.id);
    throw Failure("event " + files::shown(step.event), "does not happen in " + trace.scenario,
                  files::suggestion(step.event, ids));
}

void show_pop(Session& session, const LessonStep& step, const timeline::Trace* trace) {
    open_mode(session, Mode::pop);
    if (trace == nullptr) return;
    const bool elsewhere = !session.stage.joint || session.trace.joint != trace->joint;
    session.tried = timeline::load_scenario(step.scenario);
    if (session.trace.scenario != trace->scenario || session.trace.samples.size() != trace->samples.size())
        take_trace(session, *trace);
    if (elsewhere) prepare_joint(session.stage, session.renderer, trace->joint);
    const double time_s = instant_of(step, *trace);
    session.playback.position = std::clamp(timeline::ruler_position(session.trace, time_s), 0.0, 1.0);
    session.playback.speed = step.speed;
    session.playback.playing = step.plays;
    session.ruler = {};
    session.stage.close_up_look = {.face = step.face, .scan = false, .turned_deg = {}, .nearer = 1};
}

void show_days(Session& session, const LessonStep& step, const timeline::Course* course) {
    constexpr double day_s = 86400;
    if (course != nullptr && session.strain.own.moments.size() != course->moments.size()) {
        session.strain.tried = timeline::load_regimen(step.regimen);
        take_course(session, *course);
    }
    open_mode(session, Mode::strain);
    if (course == nullptr) return;
    session.strain.playback.position =
        std::clamp(timeline::ruler_position(session.strain.own, step.time_s * day_s), 0.0, 1.0);
    session.strain.playback.playing = step.plays;
    session.strain.playback.speed = step.speed;
}

void show_exercise(Session& session, const LessonStep& step, const timeline::Performance* performance) {
    open_mode(session, Mode::safer);
    session.opened_approach = step.exercise;
    if (performance == nullptr) return;
    take_performance(session, *performance);
    session.exercise.time_s = std::max(0.0, step.time_s);
    session.exercise.playing = step.plays && !session.preferences.reduced_motion;
}

/// Which structures show, and how.
void show_structures(Session& session, const LessonStep& step) {
    const scene::Model& model = session.stage.model;
    scene::Visibility wanted(layers_of(model));
    if (!step.layers.empty()) wanted.set_opacities(opacities_named(step.layers));
    if (!step.isolate.empty()) wanted.isolate(structures_named(model, step.isolate));
    wanted.set(structures_named(model, step.hide), scene::Showing::hidden);
    wanted.set(structures_named(model, step.show), scene::Showing::shown);
    wanted.set(structures_named(model, step.fade), scene::Showing::faded);
    std::vector<scene::Showing> showing;
    for (std::size_t i = 0; i < wanted.size(); ++i) showing.push_back(wanted.own(i));
    session.visibility.restore(showing, wanted.opacities());
}

void name_structures(Session& session, const LessonStep& step) {
    Teaching& teaching = session.teaching;
    const scene::Model& model = session.stage.model;
    const bool all = std::ranges::find(step.labels, "all") != step.labels.end();
    teaching.labelled = all ? std::vector<std::string>() : step.labels;
    teaching.highlighted = structures_named(model, step.highlight);
    if (session.labels != !step.labels.empty()) toggle_labels(session);
    session.labelling = {};
}

scene::Camera camera_of(const Session& session, const LessonStep& step) {
    const Stage& stage = session.stage;
    const float aspect =
        session.viewport_height > 1 ? session.viewport_width / session.viewport_height : 1.6f;
    std::vector<std::size_t> at = structures_named(stage.model, step.view.at);
    if (at.empty())
        for (std::size_t i = 0; i < session.visibility.size(); ++i)
            if (session.visibility[i] == scene::Showing::shown) at.push_back(i);
    const bool joint = step.view.from == scene::StandardView::joint && stage.joint && step.view.at.empty();
    Look look = session.look;
    look.explode = step.explode;
    scene::Camera camera = scene::framed(
        step.view.from,
        joint ? joint_surroundings(stage) : scene::bounds(stage.model, at, posture(stage, look)), aspect);
    if (step.view.azimuth_deg) camera.azimuth_deg = *step.view.azimuth_deg;
    if (step.view.elevation_deg) camera.elevation_deg = *step.view.elevation_deg;
    camera.distance_m /= step.view.nearer;
    // Names stand beside what they name: where the scene is narrow it steps back for them.
    constexpr float wide_enough = 2.2f;
    if (!step.labels.empty() && !step.view.at.empty() && step.mode == Mode::explore)
        camera.distance_m *= std::max(1.0f, wide_enough / aspect);
    // The close-up covers the right; the joint stands clear of it.
    if (session.mode == Mode::pop)
        camera = scene::panned(camera, {-0.14f * session.viewport_width, 0}, session.viewport_height);
    return camera;
}

} // namespace

void aim_step(Session& session) {
    Teaching& teaching = session.teaching;
    const LessonStep& step = step_in_use(teaching);
    teaching.aimed_width = session.viewport_width;
    teaching.aimed_height = session.viewport_height;
    // An exercise frames its body.
    if (step.mode == Mode::safer && step.view.at.empty()) return;
    fly_to(session, step.mode == Mode::strain && step.view.at.empty() ? view_of_strain(session)
                                                                      : camera_of(session, step));
}

void show_step(Session& session, const Lesson& lesson, const LessonStep& step, const Solutions& solutions) {
    session.flight.reset();
    session.explosion.reset();
    session.tool = Session::Tool::none;
    session.notice.clear();
    select(session, std::nullopt);
    session.hovered.reset();
    session.professional_open = step.professional;
    session.playback.playing = session.strain.playback.playing = false;
    Teaching& teaching = session.teaching;
    teaching.answer = false;
    teaching.awaiting = (!step.scenario.empty() && !solutions.trace(step.scenario)) ||
                        (!step.regimen.empty() && !solutions.course(step.regimen)) ||
                        (!step.exercise.empty() && !solutions.performance(step.exercise));

    session.strain_shown = step.strain;
    if (step.mode != Mode::safer) stop_exercise(session);
    switch (step.mode) {
    case Mode::explore:
        open_mode(session, Mode::explore);
        break;
    case Mode::pop:
        show_pop(session, step, solutions.trace(step.scenario));
        break;
    case Mode::strain:
        show_days(session, step, solutions.course(step.regimen));
        break;
    case Mode::safer:
        show_exercise(session, step, solutions.performance(step.exercise));
        break;
    }
    if (step.mode == Mode::explore || step.mode == Mode::pop)
        if (session.bend != step.bend || step.strain != session.look.heat.has_value())
            bend(session, step.bend);
    if (step.mode == Mode::safer) pose_exercise(session);
    show_structures(session, step);
    session.cut.reset();
    if (!step.cut.empty()) session.cut = scene::cutting_plane(step.cut, session.stage.model);
    const float apart = session.look.explode;
    session.look.explode = step.explode;
    aim_step(session);
    if (apart != step.explode && !session.preferences.reduced_motion) {
        session.look.explode = apart;
        session.explosion = Explosion{.from = apart, .to = step.explode};
    }
    name_structures(session, step);
    session.log("lesson " + lesson.name + " step " + step.id);
}

} // namespace spinescope::app
