#include "app/close_up.hpp"
#include "app/commands/commands.hpp"
#include "app/heat_map.hpp"
#include "app/session.hpp"
#include "app/structure_words.hpp"
#include "app/window/interface.hpp"
#include "app/window/layout.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "mechanics/spine_model.hpp"
#include "render/offscreen_context.hpp"
#include "scene/cutting_plane.hpp"
#include "timeline/performance.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>

namespace spinescope::app {

namespace {

timeline::Trace solved(const RenderOptions& options) {
    return timeline::solve(timeline::load_scenario(options.scenario));
}

timeline::Performance performed(const RenderOptions& options) {
    return timeline::performed(mechanics::installed_spine_model(), timeline::load_exercise(options.exercise));
}

/// The asked time; without one the end of the thrust's chapter, where there is most to see.
double instant_of(const RenderOptions& options, const timeline::Trace& trace) {
    const double first = trace.samples.front().time_s, last = trace.samples.back().time_s;
    if (!options.time_s) return trace.outcome.time_of_pop_s ? *trace.outcome.time_of_pop_s + 0.005 : first;
    if (!(*options.time_s >= first && *options.time_s <= last))
        throw Failure("--time " + std::to_string(*options.time_s), "lies outside the scenario",
                      "choose from " + std::to_string(first) + " to " + std::to_string(last) + " s");
    return *options.time_s;
}

/// The spine bent as asked, and what that does to it when the heat map is wanted.
void pose(const RenderOptions& options, Stage& stage, Look& look) {
    if (options.bend.turn == mechanics::Turn() && !options.heat_map) return;
    const mechanics::SpineModel model = mechanics::installed_spine_model();
    const mechanics::Pose pose = bent(model, options.bend);
    if (!pose.balance.found) throw Failure("pose", pose.balance.why, "give smaller angles");
    stage.bent = mechanics::posture(model, pose.motions);
    if (options.heat_map)
        look.heat = heat_map(unstrained(model),
                             mechanics::readings(model, conditions_of(options.bend), pose.motions));
}

scene::Visibility visibility(const scene::Model& model, const RenderOptions& options) {
    scene::Visibility shown(layers_of(model));
    if (!options.layers.empty()) shown.set_opacities(opacities_named(options.layers));
    if (!options.isolate.empty()) shown.isolate(structures_named(model, options.isolate));
    shown.set(structures_named(model, options.hide), scene::Showing::hidden);
    shown.set(structures_named(model, options.show), scene::Showing::shown);
    return shown;
}

scene::Camera aimed(scene::Camera camera, const RenderOptions& options) {
    if (options.camera_azimuth_deg) camera.azimuth_deg = *options.camera_azimuth_deg;
    if (options.camera_elevation_deg) camera.elevation_deg = *options.camera_elevation_deg;
    return camera;
}

std::vector<std::size_t> shown_of(const Stage& stage, const Look& look) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < stage.model.structures.size(); ++i)
        if (showing(look, stage.model.structures[i], i) != scene::Showing::hidden) shown.push_back(i);
    return shown;
}

bool names_regimen(const RenderOptions& options) {
    return !options.scenario.empty() && timeline::names_regimen(options.scenario);
}

/// Strain mode, the playhead so many days after the first repetition; without a time at the last one.
void show_regimen(Session& session, const RenderOptions& options) {
    constexpr double day_s = 86400;
    session.strain.tried = timeline::load_regimen(options.scenario);
    take_course(session, lived_course(session.strain.tried));
    const std::vector<timeline::Moment>& moments = session.strain.own.moments;
    const auto last = std::ranges::find_if(moments.rbegin(), moments.rend(), &timeline::Moment::loaded);
    const double time_s = options.time_s ? *options.time_s * day_s : last->time_s;
    if (!(time_s >= 0 && time_s <= moments.back().time_s))
        throw Failure("--time " + std::to_string(*options.time_s), "lies outside the regimen",
                      "choose from 0 to " + std::to_string(moments.back().time_s / day_s) + " days");
    session.strain.playback.position = timeline::ruler_position(session.strain.own, time_s);
    open_mode(session, Mode::strain);
}

/// A question of a quiz; behind the last the score, every second question missed.
void show_quiz(Session& session, const RenderOptions& options) {
    std::istringstream words(options.quiz);
    std::string set, seed, number, told;
    std::getline(words, set, ':');
    std::getline(words, seed, ':');
    std::getline(words, number, ':');
    std::getline(words, told, ':');
    const auto count = [](const std::string& digits) {
        const long value = digits.empty() ? 1 : std::strtol(digits.c_str(), nullptr, 10);
        if (value < 1) throw UsageError{"--quiz: write SET[:SEED[:QUESTION[:told]]]"};
        return std::size_t(value);
    };
    if (set == "choose") return choose_quiz(session);
    open_quiz(session, set, count(seed));
    Quizzing& quizzing = session.quizzing;
    quizzing.solutions->finish();
    pass_time(session, 0);
    const std::size_t wanted = std::min(count(number) - 1, quizzing.quiz->asked.size());
    const auto answers = [&](bool rightly) {
        const Asked& asked = *shown_question(quizzing);
        quizzing.awaiting = false;
        give(session, rightly ? asked.right : (asked.right + 1) % asked.choices.size());
    };
    while (quizzing.at < wanted) {
        answers(quizzing.at % 2 == 0);
        next_question(session);
    }
    if (told == "told" && asks(quizzing)) {
        answers(quizzing.at % 2 == 0);
        session.playback.position = std::max(session.playback.position, quizzing.plays_until);
    }
    session.playback.playing = false;
}

render::Image whole_interface(const RenderOptions& options, render::Renderer& renderer, Stage stage,
                              scene::StandardView view) {
    Session session(renderer, std::move(stage), load_guidance());
    session.strain_shown = options.heat_map;
    if (options.bend != Bend() || options.heat_map) bend(session, options.bend);
    session.visibility = visibility(session.stage.model, options);
    if (!options.tier.empty())
        session.tier = options.tier == "full" ? render::Tier::full : render::Tier::software;
    session.theme = options.theme == "light" ? render::Theme::light : render::Theme::dark;
    session.labels = options.labels;
    session.look.explode = options.explode;
    // Modes frame what they show by the scene's own place in the window.
    const auto make_room = [&](Mode mode) {
        const Layout layout =
            laid_out(session, mode, float(options.width), float(options.height), options.interface_scale);
        session.viewport_width = layout.width;
        session.viewport_height = layout.height;
    };
    make_room(Mode::explore);
    if (names_regimen(options)) {
        make_room(Mode::strain);
        show_regimen(session, options);
    } else if (!options.scenario.empty()) {
        session.tried = timeline::load_scenario(options.scenario);
        take_trace(session, solved(options));
        session.playback.position =
            timeline::ruler_position(session.trace, instant_of(options, session.trace));
        make_room(Mode::pop);
        open_mode(session, Mode::pop);
        session.stage.close_up_look.face = options.close_up == "face";
        session.stage.close_up_look.scan = options.close_up == "mri";
    }
    if (!options.exercise.empty()) {
        open_mode(session, Mode::safer);
        session.exercise.strip = measured_strip();
        take_performance(session, performed(options));
        session.opened_approach = options.exercise;
        pass_time(session, options.time_s.value_or(0));
        session.exercise.playing = false;
    } else if (options.scenario.empty() || options.view != "oblique") {
        look_from(session, view);
    }
    if (!options.quiz.empty()) show_quiz(session, options);
    pass_time(session, Flight::duration_s);
    session.camera = aimed(session.camera, options);
    return interface_picture(session, options.width, options.height, options.interface_scale);
}

render::Image scene_alone(const RenderOptions& options, render::Renderer& renderer, Stage stage, Look look,
                          scene::StandardView view) {
    const scene::Visibility shown = visibility(stage.model, options);
    render::Picture picture{.width = options.width,
                            .height = options.height,
                            .theme = options.theme == "light" ? render::Theme::light : render::Theme::dark,
                            .background = !options.no_background,
                            .tier = options.tier.empty()     ? renderer.detected_tier()
                                    : options.tier == "full" ? render::Tier::full
                                                             : render::Tier::software};
    std::vector<render::Drawing> drawn;
    std::optional<timeline::Performance> performance;
    if (!options.exercise.empty()) {
        performance = performed(options);
        stage.body = ghost_body(renderer, *performance);
        pose_body(stage, *performance, options.time_s.value_or(0));
    }
    if (!options.scenario.empty()) {
        const timeline::Trace trace = solved(options);
        prepare_joint(stage, renderer, trace.joint);
        pose_joint(stage, renderer, trace, timeline::at(trace, instant_of(options, trace)));
    } else if (view == scene::StandardView::joint) {
        prepare_joint(stage, renderer, "facet.L4-L5.right");
    }
    std::optional<CloseUp> close;
    if (view == scene::StandardView::joint) {
        const CloseUpView how = close_up_view(options.close_up).value_or(CloseUpView::section);
        close = close_up(stage, renderer, how, float(options.width) / float(options.height));
        render::Picture from = close_up_picture(*close, how, options.width, options.height);
        from.theme = picture.theme;
        from.background = picture.background;
        from.tier = picture.tier;
        picture = from;
        picture.camera = aimed(picture.camera, options);
        drawn = close->drawings;
    } else {
        const float aspect = float(options.width) / float(options.height);
        look.visibility = &shown;
        look.joint_tissues = stage.joint.has_value();
        look.explode = options.explode;
        look.theme = picture.theme;
        picture.posture = posture(stage, look);
        const scene::Bounds box = scene::bounds(stage.model, shown_of(stage, look), picture.posture);
        picture.camera =
            aimed(performance ? camera_for(*performance, aspect) : scene::framed(view, box, aspect), options);
        if (!options.cut.empty()) picture.cut = scene::cutting_plane(options.cut, stage.model).equation();
        drawn = drawings(stage, renderer, look);
    }
    constexpr auto canvas = render::Renderer::Canvas::scene;
    renderer.draw(canvas, drawn, picture);
    render::Image image = renderer.read(canvas);
    if (close) {
        if (picture.squares) image = render::enlarged(image, options.width, options.height);
        if (options.labels) write_close_up_names(image, *close, picture.camera, picture.theme);
    } else if (options.labels) {
        Labelling labelling;
        name_what_shows(labelling, stage.model, renderer, canvas, std::nullopt);
        write_labels(image, labelling, picture.camera, picture.theme);
    }
    if (look.heat && !close)
        write_heat_legend(image, *look.heat, stage, picture.posture, picture.camera, picture.theme);
    return image;
}

} // namespace

namespace {

/// The options of a picture that is drawn larger first.
RenderOptions enlarged_by(RenderOptions options, int times) {
    constexpr int largest_side = 8192;
    options.width *= times;
    options.height *= times;
    if (options.width > largest_side || options.height > largest_side)
        throw Failure("--supersample " + std::to_string(times), "makes the picture larger than 8192 pixels",
                      "draw a smaller one, or supersample less");
    return options;
}

} // namespace

void render_command(const RenderOptions& asked) {
    const RenderOptions options = enlarged_by(asked, asked.supersample);
    const std::optional<scene::StandardView> view = scene::standard_view(options.view);
    if (!view) throw UsageError{"--view: there is no view '" + options.view + "'"};
    if (options.time_s && options.scenario.empty() && options.exercise.empty())
        throw UsageError{"--time needs --scenario or --exercise"};
    if (!options.exercise.empty() && options.time_s && !(*options.time_s >= 0 && *options.time_s <= 3600))
        throw Failure("--time " + std::to_string(*options.time_s), "lies outside the exercise",
                      "choose from 0 to 3600 s");
    if (options.window && (options.supersample > 1 || !options.caption.empty()))
        throw UsageError{"--supersample and --caption are of the scene alone: leave --window out"};
    if (!options.quiz.empty() && !options.window) throw UsageError{"--quiz needs --window"};
    if (names_regimen(options) && !options.window)
        throw UsageError{"--scenario " + options.scenario + ": days are shown with --window"};
    // A destination that cannot be written is told before the work, not after it.
    if (options.output != "-") files::StagedFile checked(options.output);

    const render::OffscreenContext context;
    render::Renderer renderer;
    if (options.verbose) std::fprintf(stderr, "drawn by %s\n", renderer.device().c_str());
    Stage stage = options.model.empty() ? set_stage(whole_spine(), installed_joints())
                                        : set_stage(scene::load_mesh_file(options.model), {});
    Look look;
    pose(options, stage, look);
    render::Image image = options.window
                              ? whole_interface(options, renderer, std::move(stage), *view)
                              : scene_alone(options, renderer, std::move(stage), std::move(look), *view);
    if (!options.caption.empty())
        write_caption(image, options.caption,
                      options.theme == "light" ? render::Theme::light : render::Theme::dark);
    const std::string bytes = render::png(render::reduced(image, options.supersample));
    if (options.output == "-")
        print(bytes);
    else
        files::write_whole(options.output, bytes);
}

} // namespace spinescope::app
