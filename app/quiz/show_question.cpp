// What a question shows in the scene, and what its answer does.
#include "app/quiz/quizzing.hpp"
#include "app/session.hpp"
#include "app/structure_words.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

/// The layers that it needs: those of the first look, and its own, seen through the bones.
scene::Opacities layers_for(const Session& session, const QuizQuestion& question, const Asked& asked) {
    if (!question.layers.empty()) return opacities_named(question.layers);
    scene::Opacities opacities = scene::first_opacities;
    const auto structure = session.stage.model.find(asked.structure);
    if (!structure) return opacities;
    auto& own = opacities[std::size_t(session.stage.model.structures[*structure].layer)];
    if (own < 1) opacities[std::size_t(scene::Layer::bone)] = 0.4f;
    own = 1;
    return opacities;
}

void show_structures(Session& session, const QuizQuestion& question, const Asked& asked) {
    scene::Visibility wanted(layers_of(session.stage.model));
    const std::vector<scene::Showing> all(wanted.size(), scene::Showing::shown);
    session.visibility.restore(all, layers_for(session, question, asked));
    session.cut.reset();
    session.look.explode = 0;
    if (session.labels) toggle_labels(session);
    session.strain_shown = false;
    if (session.bend != Bend() || session.look.heat) bend(session, {});
}

void show_scenario(Session& session, const QuizQuestion& question) {
    Quizzing& quizzing = session.quizzing;
    open_mode(session, Mode::pop);
    const timeline::Trace* trace = quizzing.solutions->trace(question.scenario);
    quizzing.awaiting = trace == nullptr;
    if (trace == nullptr) return;
    const bool elsewhere = !session.stage.joint || session.trace.joint != trace->joint;
    session.tried = timeline::load_scenario(question.scenario);
    if (session.trace.scenario != trace->scenario || session.trace.samples.size() != trace->samples.size())
        take_trace(session, *trace);
    if (elsewhere) prepare_joint(session.stage, session.renderer, trace->joint);
    const auto event = std::ranges::find(session.trace.events, question.event, &timeline::Event::id);
    const double at =
        event == session.trace.events.end() ? 0 : timeline::ruler_position(session.trace, event->time_s);
    constexpr double before = 0.006, after = 0.1; // of the ruler: a moment, and two seconds and a half
    session.playback = {.position = std::max(0.0, at - before), .speed = 1, .playing = false};
    quizzing.plays_until = std::min(1.0, at + after);
    session.ruler = {};
    session.stage.close_up_look = {};
}

} // namespace

void aim_question(Session& session) {
    Quizzing& quizzing = session.quizzing;
    const Asked* asked = shown_question(quizzing);
    if (asked == nullptr) return;
    quizzing.aimed_width = session.viewport_width;
    quizzing.aimed_height = session.viewport_height;
    const Stage& stage = session.stage;
    const float aspect =
        session.viewport_height > 1 ? session.viewport_width / session.viewport_height : 1.6f;
    const QuizQuestion& question = question_of(*quizzing.quiz, *asked);
    scene::Camera camera;
    if (question.kind == QuestionKind::next && stage.joint) {
        camera = scene::framed(scene::StandardView::oblique, joint_surroundings(stage), aspect);
        camera = scene::panned(camera, {-0.14f * session.viewport_width, 0}, session.viewport_height);
    } else {
        std::vector<std::size_t> at;
        if (!asked->structure.empty())
            for (const std::string& id : asked->choices)
                if (const auto found = stage.model.find(id)) at.push_back(*found);
        if (at.empty())
            for (std::size_t i = 0; i < session.visibility.size(); ++i)
                if (session.visibility[i] == scene::Showing::shown) at.push_back(i);
        camera = scene::framed(question.view, scene::bounds(stage.model, at, posture(stage, session.look)),
                               aspect);
        camera.distance_m *= 1.15f;
    }
    fly_to(session, camera);
}

void show_question(Session& session) {
    Quizzing& quizzing = session.quizzing;
    const Asked* asked = shown_question(quizzing);
    if (asked == nullptr) return;
    const QuizQuestion& question = question_of(*quizzing.quiz, *asked);
    quizzing.told = quizzing.awaiting = false;
    quizzing.since_asked = Stopwatch();
    quizzing.marked.reset();
    quizzing.given.reset();
    quizzing.right.reset();
    quizzing.wrong.reset();
    quizzing.highlighted.clear();
    quizzing.plays_until = 0;
    session.flight.reset();
    session.explosion.reset();
    session.grab.reset();
    session.tool = Session::Tool::none;
    session.professional_open = false;
    session.playback.playing = session.strain.playback.playing = false;
    session.hovered.reset();
    select(session, std::nullopt);
    stop_exercise(session);
    if (question.kind == QuestionKind::next)
        show_scenario(session, question);
    else
        open_mode(session, Mode::explore);
    show_structures(session, question, *asked);
    if (question.kind == QuestionKind::name)
        if (const auto structure = session.stage.model.find(asked->structure)) {
            quizzing.highlighted = {*structure};
            session.selected = structure;
        }
    aim_question(session);
}

void show_answer(Session& session, bool plays) {
    Quizzing& quizzing = session.quizzing;
    const Asked* asked = shown_question(quizzing);
    if (asked == nullptr) return;
    const QuizQuestion& question = question_of(*quizzing.quiz, *asked);
    session.hovered.reset();
    if (question.kind == QuestionKind::next) {
        session.playback.playing = plays && !quizzing.awaiting;
        return;
    }
    quizzing.right = session.stage.model.find(asked->structure);
    if (!quizzing.right) return;
    quizzing.highlighted = {*quizzing.right};
    session.selected = quizzing.right;
    if (question.kind == QuestionKind::find && quizzing.given && *quizzing.given != asked->right)
        quizzing.wrong = session.stage.model.find(asked->choices[*quizzing.given]);
}

} // namespace spinescope::app
