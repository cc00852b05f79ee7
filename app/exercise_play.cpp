#include "app/exercise_play.hpp"

#include "app/heat_map.hpp"
#include "app/session.hpp"
#include "language/language.hpp"
#include "mechanics/spine_model.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

using language::say;

namespace {

glm::vec3 pelvis_of(const anatomy::Posture& posture) {
    return glm::vec3(posture.moved.back() * glm::vec4(0, 0, 0, 1));
}

/// The spine goes elsewhere; the viewer goes with it.
void keep_in_view(Session& session, const glm::vec3& before) {
    session.camera.target += pelvis_of(session.stage.bent) - before;
}

} // namespace

StrainStrip measured_strip() {
    const mechanics::SpineModel model = mechanics::installed_spine_model();
    StrainStrip strip{.exercises = {}, .self_twist = timeline::burden_of_self_twist(model)};
    for (const std::string& name : timeline::exercise_names()) {
        const timeline::Exercise exercise = timeline::load_exercise(name);
        strip.exercises[name] = timeline::burden(model, timeline::performed(model, exercise));
        if (exercise.guarding_left)
            strip.push_left = timeline::push_left(model, exercise.guarding_left->value);
    }
    return strip;
}

timeline::Performance rehearsed(const std::string& name) {
    return timeline::performed(mechanics::installed_spine_model(), timeline::load_exercise(name));
}

void enter_safer(Session& session) {
    ExercisePlay& play = session.exercise;
    if (!play.strip && !play.measuring.busy()) play.measuring.wish(0);
}

void do_exercise(Session& session, const std::string& name) {
    if (!session.whole_spine) {
        session.notice = say("window.notice.no_body");
        return;
    }
    session.opened_approach = name;
    session.side_to_top = true;
    session.exercise.rehearsing.wish(name);
    session.log("exercise " + name);
}

void take_performance(Session& session, timeline::Performance performance) {
    ExercisePlay& play = session.exercise;
    const glm::vec3 before = pelvis_of(session.stage.bent);
    if (!play.stood) play.stood = session.flight ? session.flight->to : session.camera;
    session.stage.body = ghost_body(session.renderer, performance, play.kept ? &*play.kept : nullptr);
    play.kept = session.stage.body;
    play.performance = std::move(performance);
    play.time_s = 0;
    play.playing = true;
    pose_exercise(session);
    keep_in_view(session, before);
    const float aspect = session.viewport_width / std::max(1.0f, session.viewport_height);
    fly_to(session, camera_for(*play.performance, aspect));
    session.log("playing " + play.performance->exercise.name);
}

void pose_exercise(Session& session) {
    const ExercisePlay& play = session.exercise;
    if (!play.performance) return;
    pose_body(session.stage, *play.performance, play.time_s);
    session.look.heat.reset();
    if (!session.strain_shown) return;
    const mechanics::Motions motions = timeline::motions_at(*play.performance, play.time_s);
    session.look.heat =
        heat_map(bender(session).unstrained, mechanics::readings(spine_in_use(), {}, motions));
}

void stop_exercise(Session& session) {
    ExercisePlay& play = session.exercise;
    if (!play.performance) return;
    const glm::vec3 before = pelvis_of(session.stage.bent);
    play.performance.reset();
    play.playing = false;
    session.stage.body.reset();
    bend(session, session.bend);
    keep_in_view(session, before);
    if (play.stood) fly_to(session, *play.stood);
    play.stood.reset();
    session.log("standing");
}

void toggle_exercise(Session& session) {
    ExercisePlay& play = session.exercise;
    if (!play.performance) {
        if (!session.opened_approach.empty()) do_exercise(session, session.opened_approach);
        return;
    }
    const timeline::Exercise& exercise = play.performance->exercise;
    const double whole_s = exercise.repetitions * timeline::cycle_s(exercise);
    if (!play.playing && exercise.repetitions > 0 && play.time_s >= whole_s) play.time_s = 0;
    play.playing = !play.playing;
    session.log(play.playing ? "playing" : "paused");
}

void next_exercise(Session& session) {
    const auto& exercises = session.guidance.safer.exercises;
    if (exercises.empty()) return;
    const auto now = std::ranges::find(exercises, session.opened_approach, &timeline::Exercise::name);
    const auto next = now == exercises.end() || now + 1 == exercises.end() ? exercises.begin() : now + 1;
    do_exercise(session, next->name);
}

void step_exercise(Session& session, int direction) {
    ExercisePlay& play = session.exercise;
    if (!play.performance) return;
    const timeline::Exercise& exercise = play.performance->exercise;
    const double cycle = timeline::cycle_s(exercise);
    // The moments at which a posture is reached, this time round and next.
    std::vector<double> reached{0};
    for (const timeline::KeyPosture& posture : exercise.postures)
        reached.push_back(reached.back() +
                          (reached.size() > 1 ? exercise.postures[reached.size() - 2].hold_s : 0) +
                          posture.move_s);
    const double begun = cycle * std::floor(play.time_s / cycle), in = play.time_s - begun;
    constexpr double a_little = 1e-6;
    double to = direction > 0 ? cycle : 0;
    for (const double at : reached) {
        if (direction > 0 && at > in + a_little) to = std::min(to, at);
        if (direction < 0 && at < in - a_little) to = std::max(to, at);
    }
    play.playing = false;
    play.time_s = begun + to;
    pose_exercise(session);
    session.log("stepped to a posture");
}

void choose_reason(Session& session, std::size_t reason) {
    ExercisePlay& play = session.exercise;
    play.reason = play.reason == reason ? std::nullopt : std::optional(reason);
    session.log(play.reason ? "tight because " + session.guidance.tight_back.reasons.at(reason).reason
                            : "tight for no reason");
}

bool pass_time_in_exercise(Session& session, double elapsed_s) {
    ExercisePlay& play = session.exercise;
    try {
        if (std::optional<StrainStrip> strip = play.measuring.take()) {
            play.strip = std::move(strip);
            session.log("strains measured");
        }
        if (std::optional<timeline::Performance> solved = play.rehearsing.take())
            if (session.mode == Mode::safer) take_performance(session, std::move(*solved));
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    if (play.performance && play.playing) {
        const timeline::Exercise& exercise = play.performance->exercise;
        play.time_s += elapsed_s;
        const double whole_s = exercise.repetitions * timeline::cycle_s(exercise);
        if (exercise.repetitions > 0 && play.time_s >= whole_s) {
            play.time_s = whole_s;
            play.playing = false;
            session.log("done");
        }
        pose_exercise(session);
    }
    return play.playing || play.measuring.busy() || play.rehearsing.busy();
}

} // namespace spinescope::app
