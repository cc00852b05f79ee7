#include "app/session.hpp"

#include "app/heat_map.hpp"
#include "files/settings.hpp"
#include "language/language.hpp"
#include "scene/structure_names.hpp"
#include "timeline/course_story.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace spinescope::app {

using language::say;

namespace {

constexpr float default_aspect = 1.2f;

float aspect(const Session& session) {
    return session.viewport_height > 1 ? session.viewport_width / session.viewport_height : default_aspect;
}

/// The selected structures, or nothing with a hint for the person.
std::vector<std::size_t> chosen(Session& session, const char* what) {
    if (session.selected) return {*session.selected};
    session.notice = say(std::string("window.notice.select_first.") + what);
    return {};
}

constexpr const char* first_scenario = "healthy-pop";

std::vector<timeline::Scenario> offered_scenarios() {
    std::vector<timeline::Scenario> scenarios;
    for (const std::string& word : timeline::scenario_names())
        scenarios.push_back(timeline::load_scenario(word));
    std::stable_partition(scenarios.begin(), scenarios.end(),
                          [](const auto& scenario) { return scenario.name == first_scenario; });
    return scenarios;
}

std::string name(const Session& session, std::size_t structure) {
    return session.stage.model.structures[structure].id;
}

/// Structures from `first` on as a view has them.
void show_as(Session& session, const SavedView& view, std::size_t first) {
    std::vector<scene::Showing> showing(session.visibility.size(), scene::Showing::shown);
    for (std::size_t i = 0; i < first; ++i) showing[i] = session.visibility.own(i);
    const auto mark = [&](const std::vector<std::string>& ids, scene::Showing as) {
        for (const std::string& id : ids) // one that this spine does not have needs no hiding
            if (const auto index = session.stage.model.find(id); index && *index >= first)
                showing[*index] = as;
    };
    mark(view.hidden, scene::Showing::hidden);
    mark(view.faded, scene::Showing::faded);
    session.visibility.restore(showing, first == 0 ? view.opacities : session.visibility.opacities());
}

/// The bones, and what their pose strains if that is shown.
void show_bend(Session& session) {
    if (session.mode == Mode::strain) return;              // there the days bend it
    if (session.stage.body) return pose_exercise(session); // it bends the spine now
    Bender& by = bender(session);
    session.stage.bent = mechanics::posture(spine_in_use(), by.pose.motions);
    session.look.heat.reset();
    if (session.strain_shown)
        session.look.heat = heat_map(
            by.unstrained, mechanics::readings(spine_in_use(), conditions_of(session.bend), by.pose.motions));
}

} // namespace

Session::Session(render::Renderer& drawer, Stage set, Guidance advice)
    : renderer(drawer), stage(std::move(set)), guidance(std::move(advice)),
      visibility(layers_of(stage.model)), tier(drawer.detected_tier()) {
    camera = scene::framed(scene::StandardView::oblique, scene::bounds(stage.model), default_aspect);
    whole_spine = !stage.joints.empty();
}

void read_the_rest(Session& session) {
    if (!session.whole_spine) return;
    session.reading = std::async(std::launch::async, [] {
        Session::Rest rest{.structures = rest_of_spine(), .coarser = {}};
        for (std::size_t level = 0; level < rest.coarser.size(); ++level)
            rest.coarser[level] = coarse_spine(level);
        return rest;
    });
}

void fly_to(Session& session, const scene::Camera& camera) {
    session.flight = Flight{.from = session.camera, .to = camera};
    if (session.preferences.reduced_motion) session.flight->elapsed_s = Flight::duration_s;
}

void look_from(Session& session, scene::StandardView view) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < session.visibility.size(); ++i)
        if (session.visibility[i] == scene::Showing::shown) shown.push_back(i);
    if (view == scene::StandardView::joint && session.mode == Mode::strain) {
        fly_to(session, view_of_strain(session));
        return session.log("view segments");
    }
    const bool joint = view == scene::StandardView::joint && session.stage.joint;
    const scene::Bounds box =
        joint ? joint_surroundings(session.stage)
              : scene::bounds(session.stage.model, shown, posture(session.stage, session.look));
    scene::Camera camera = scene::framed(view, box, aspect(session));
    // The close-up covers a corner; the joint stands clear of it.
    if (joint && session.mode == Mode::pop)
        camera = scene::panned(camera, {-0.11f * session.viewport_width, -0.06f * session.viewport_height},
                               session.viewport_height);
    fly_to(session, camera);
    constexpr const char* words[] = {"anterior", "posterior", "left",    "right",
                                     "superior", "inferior",  "oblique", "joint"};
    session.log(std::string("view ") + words[static_cast<int>(view)]);
}

void centre_on(Session& session, glm::vec3 point) {
    scene::Camera camera = session.camera;
    camera.target = point;
    camera.distance_m *= 0.6f;
    fly_to(session, camera);
    session.log("centred");
}

void select(Session& session, std::optional<std::size_t> structure) {
    if (session.selected == structure) return;
    session.selected = structure;
    if (session.mode == Mode::strain && structure && has_course(session.strain)) {
        const auto segment = segment_of_structure(name(session, *structure));
        const auto there = timeline::segments_of(shown(session.strain));
        if (segment && std::ranges::find(there, *segment) != there.end()) choose_segment(session, *segment);
    }
    session.log(structure ? "selected " + name(session, *structure) : "selected nothing");
}

void show(Session& session, std::span<const std::size_t> structures, scene::Showing showing) {
    if (structures.empty()) return;
    session.visibility.set(structures, showing);
    session.log((showing == scene::Showing::hidden  ? "hidden "
                 : showing == scene::Showing::faded ? "faded "
                                                    : "shown ") +
                name(session, structures.front()) +
                (structures.size() > 1 ? " and " + std::to_string(structures.size() - 1) + " more" : ""));
}

void hide_selected(Session& session) {
    const auto structures = chosen(session, "hide");
    show(session, structures, scene::Showing::hidden);
    if (!structures.empty()) select(session, std::nullopt);
}

void fade_selected(Session& session) {
    const auto structures = chosen(session, "fade");
    if (structures.empty()) return;
    const bool faded = session.visibility[structures.front()] == scene::Showing::faded;
    show(session, structures, faded ? scene::Showing::shown : scene::Showing::faded);
}

void isolate_selected(Session& session) {
    const auto structures = chosen(session, "isolate");
    if (structures.empty()) return;
    session.visibility.isolate(structures);
    session.log("isolated " + name(session, structures.front()));
}

void show_all(Session& session) {
    session.visibility.reset();
    session.depth = scene::depth_of_bones;
    session.log("all shown");
}

void undo(Session& session) {
    if (!session.visibility.can_undo()) return;
    session.visibility.undo();
    session.log("undone");
}

void redo(Session& session) {
    if (!session.visibility.can_redo()) return;
    session.visibility.redo();
    session.log("redone");
}

Bender& bender(Session& session) {
    if (!session.bender) session.bender = Bender{.unstrained = unstrained(spine_in_use()), .pose = {}};
    return *session.bender;
}

bool bends_by_hand(const Session& session) {
    return session.whole_spine && (session.mode == Mode::explore || session.mode == Mode::pop);
}

void bend(Session& session, Bend wish) {
    if (!session.whole_spine) return;
    Bender& by = bender(session);
    wish.turn = held_within(range_of(spine_in_use(), wish.region), wish.turn);
    wish.guarding = std::isfinite(wish.guarding) ? std::clamp(wish.guarding, 0.0, 1.0) : 0;
    mechanics::Pose pose = bent(spine_in_use(), wish, by.pose);
    if (!pose.balance.found) pose = bent(spine_in_use(), wish); // perhaps by another way
    if (!pose.balance.found) {
        session.notice = say("window.notice.no_balance");
        session.log("no balance: " + pose.balance.why);
        return;
    }
    by.pose = pose;
    session.bend = wish;
    show_bend(session);
}

void hold_bone(Session& session, const render::Renderer::Hit& hit) {
    if (!bends_by_hand(session) || hit.id == 0 || session.look.explode > 0) return;
    // Whatever is pressed, the nearest bone of the chain is held.
    float nearest_m = 1e9f;
    Grab grab;
    for (std::size_t bone = 0; bone < anatomy::chain_length; ++bone) {
        const auto middle = bone_middle(session.stage, session.stage.bent, bone);
        if (!middle || glm::distance(*middle, hit.point) >= nearest_m) continue;
        nearest_m = glm::distance(*middle, hit.point);
        grab.ride = float(bone);
    }
    const glm::mat4 motion = anatomy::motion_at(session.stage.bent, grab.ride);
    grab.standing = glm::vec3(glm::inverse(motion) * glm::vec4(hit.point, 1));
    if (!moved_by(grab, session.bend.region)) return;
    session.grab = grab;
    session.flight.reset();
    session.log("holds a bone");
}

void drag_bone(Session& session, glm::vec2 to_px) {
    if (!session.grab) return;
    Bender& by = bender(session);
    session.bend = followed(spine_in_use(), session.bend, by.pose, *session.grab, session.camera,
                            {session.viewport_width, session.viewport_height}, to_px);
    show_bend(session);
}

void turn_bone(Session& session, float right_px) {
    if (!session.grab) return;
    bend(session, turned_along(spine_in_use(), session.bend, right_px,
                               {session.viewport_width, session.viewport_height}));
}

void toggle_strain(Session& session) {
    if (session.mode == Mode::strain) return toggle_colours(session);
    if (!bends_by_hand(session) && !session.stage.body) return;
    session.strain_shown = !session.strain_shown;
    show_bend(session);
    session.log(session.strain_shown ? "strain shown" : "strain hidden");
}

void toggle_explode(Session& session) {
    const bool apart = session.explosion ? session.explosion->to > 0 : session.look.explode > 0;
    session.explosion = Explosion{.from = session.look.explode, .to = apart ? 0.0f : 1.0f};
    session.log(apart ? "together" : "exploded");
}

void toggle_theme(Session& session) {
    session.theme = session.theme == render::Theme::dark ? render::Theme::light : render::Theme::dark;
    session.log(session.theme == render::Theme::dark ? "dark" : "light");
}

void toggle_tier(Session& session) {
    session.tier = session.tier == render::Tier::full ? render::Tier::software : render::Tier::full;
    session.log(session.tier == render::Tier::full ? "drawn richly" : "drawn quickly");
}

void toggle_cut(Session& session) {
    if (session.cut)
        session.cut.reset();
    else
        session.cut = scene::CuttingPlane();
    session.tool = session.cut ? Session::Tool::cut : Session::Tool::none;
    session.log(session.cut ? "cut" : "whole");
}

SavedView view_now(const Session& session, std::string name) {
    SavedView view{.name = std::move(name),
                   .camera = session.flight ? session.flight->to : session.camera,
                   .opacities = session.visibility.opacities(),
                   .hidden = {},
                   .faded = {},
                   .cut = session.cut,
                   .explode = session.look.explode,
                   .bend = session.bend,
                   .strain = session.strain_shown,
                   .labels = session.labels};
    for (std::size_t i = 0; i < session.visibility.size(); ++i) {
        if (session.visibility.opacity(i) <= 0) continue; // its layer says so
        if (session.visibility[i] == scene::Showing::hidden)
            view.hidden.push_back(::spinescope::app::name(session, i));
        if (session.visibility[i] == scene::Showing::faded)
            view.faded.push_back(::spinescope::app::name(session, i));
    }
    return view;
}

void go_to_view(Session& session, const SavedView& view) {
    fly_to(session, view.camera);
    show_as(session, view, 0);
    session.cut = view.cut;
    session.look.explode = view.explode;
    session.strain_shown = view.strain && session.whole_spine;
    bend(session, view.bend);
    if (session.labels != view.labels) toggle_labels(session);
    session.log("went to view " + view.name);
}

std::vector<SavedView>& kept_views(Session& session) {
    if (!session.views) {
        session.views.emplace(); // a damaged file is told once and not lost: nothing is kept over it
        session.views = load_views(files::settings() / "views.json");
    }
    return *session.views;
}

void keep_view(Session& session) {
    std::vector<SavedView> views = kept_views(session);
    std::string name = session.view_name;
    if (name.empty()) name = say("window.views.numbered", {{"number", std::to_string(views.size() + 1)}});
    views.push_back(view_now(session, name));
    const std::filesystem::path file = files::settings() / "views.json";
    if (session.views->empty() && std::filesystem::exists(file)) (void)load_views(file);
    save_views(views, file);
    session.views = std::move(views);
    session.view_name.clear();
    session.log("kept view " + name);
}

void forget_view(Session& session, std::size_t index) {
    std::vector<SavedView> views = kept_views(session);
    if (index >= views.size()) return;
    const std::string name = views[index].name;
    views.erase(views.begin() + std::ptrdiff_t(index));
    save_views(views, files::settings() / "views.json");
    session.views = std::move(views);
    session.log("forgot view " + name);
}

void toggle_full_screen(Session& session) {
    session.full_screen = !session.full_screen;
    session.log(session.full_screen ? "full screen" : "in a window");
}

void speak(Session& session, const std::string& code) {
    language::use(code);
    session.preferences.language = code;
    scene::rename(session.stage.model);
    session.labelling = {};
    session.log("language " + code);
}

void toggle_labels(Session& session) {
    session.labels = !session.labels;
    session.labelling = {};
    session.log(session.labels ? "labels" : "no labels");
}

void open_mode(Session& session, Mode mode) {
    if ((mode == Mode::pop || mode == Mode::strain) && !session.whole_spine) {
        session.notice = say("window.notice.no_joints");
        return;
    }
    if (session.mode == mode) return;
    const bool left_strain = session.mode == Mode::strain;
    session.mode = mode;
    if (left_strain) leave_strain(session);
    constexpr const char* words[] = {"explore", "pop", "strain", "safer"};
    session.log(std::string("mode ") + words[static_cast<int>(mode)]);
    session.look.joint_tissues = mode == Mode::pop;
    if (mode == Mode::safer)
        enter_safer(session);
    else
        stop_exercise(session);
    if (mode != Mode::pop) session.playback.playing = false;
    if (mode != Mode::strain) session.strain.playback.playing = false;
    if (mode == Mode::strain) {
        enter_strain(session);
        look_from(session, scene::StandardView::joint);
    }
    if (mode != Mode::pop) return;
    if (session.scenarios.empty()) session.scenarios = offered_scenarios();
    if (session.trace.samples.empty() && !session.solving.busy()) open_scenario(session, first_scenario);
    prepare_joint(session.stage, session.renderer,
                  session.trace.joint.empty() ? "facet.L4-L5.right" : session.trace.joint);
    look_from(session, scene::StandardView::joint);
}

void open_scenario(Session& session, const std::string& name) {
    session.tried = timeline::load_scenario(name);
    session.solving.wish(session.tried);
    session.log("scenario " + name);
}

void take_trace(Session& session, timeline::Trace trace) {
    const bool another = session.trace.scenario != trace.scenario;
    const bool same_ruler = same_chapters(session.trace, trace);
    const double time_s = clock_s(session);
    session.own_widths = chapter_widths(trace);
    if (same_ruler) set_chapter_widths(trace, chapter_widths(session.trace));
    session.trace = std::move(trace);
    ++session.trace_version;
    session.refused.clear();
    if (another || !same_ruler) session.ruler = {};
    if (another)
        session.playback.position = 0;
    else if (!same_ruler)
        session.playback.position = timeline::ruler_position(session.trace, time_s);
}

namespace {

/// The timeline of the mode on screen: its playhead and what of its ruler shows; null where there is none.
struct Timeline {
    Playback* playback = nullptr;
    RulerView* ruler = nullptr;
    explicit operator bool() const { return playback != nullptr; }
};
Timeline timeline_of(Session& session) {
    if (session.mode == Mode::strain && has_course(session.strain))
        return {&session.strain.playback, &session.strain.ruler};
    if (session.mode != Mode::strain && !session.trace.samples.empty())
        return {&session.playback, &session.ruler};
    return {};
}

std::string time_words(const Session& session) {
    return session.mode == Mode::strain ? day_words(time_s(session.strain)) : clock_words(clock_s(session));
}

} // namespace

void toggle_play(Session& session) {
    if (session.mode == Mode::safer) return toggle_exercise(session);
    const Timeline timeline = timeline_of(session);
    if (!timeline) return;
    if (!timeline.playback->playing && timeline.playback->position >= 1) timeline.playback->position = 0;
    timeline.playback->playing = !timeline.playback->playing;
    session.log(timeline.playback->playing ? "playing" : "paused");
}

void step(Session& session, int direction) {
    if (session.mode == Mode::safer) return step_exercise(session, direction);
    if (session.mode == Mode::strain) return step_moment(session, direction);
    if (session.trace.samples.empty()) return;
    session.playback.playing = false;
    step(session.playback, session.trace, direction);
    bring_into_view(session.ruler, session.playback.position);
    session.log("stepped to " + clock_words(clock_s(session)));
}

void jump(Session& session, double position) {
    const Timeline timeline = timeline_of(session);
    if (!timeline) return;
    timeline.playback->position = std::clamp(position, 0.0, 1.0);
    bring_into_view(*timeline.ruler, timeline.playback->position);
    session.log("jumped to " + time_words(session));
}

void change_speed(Session& session, double factor) {
    double& speed = session.mode == Mode::strain ? session.strain.playback.speed : session.playback.speed;
    speed = std::clamp(speed * factor, 0.125, 8.0);
    session.log("speed " + std::to_string(speed));
}

void zoom_timeline(Session& session, double factor) {
    const Timeline timeline = timeline_of(session);
    if (!timeline) return;
    zoom(*timeline.ruler, factor, timeline.playback->position);
    bring_into_view(*timeline.ruler, timeline.playback->position);
    session.log("timeline zoomed");
}

void pan_timeline(Session& session, double share_of_view) {
    const Timeline timeline = timeline_of(session);
    if (!timeline) return;
    pan(*timeline.ruler, share_of_view * (timeline.ruler->end - timeline.ruler->begin));
    session.log("timeline moved");
}

void show_whole_ruler(Session& session) {
    const Timeline timeline = timeline_of(session);
    if (timeline) *timeline.ruler = {};
    session.log("whole timeline");
}

bool pass_time(Session& session, double elapsed_s) {
    if (session.flight) {
        Flight& flight = *session.flight;
        flight.elapsed_s += elapsed_s;
        const double t = std::clamp(flight.elapsed_s / Flight::duration_s, 0.0, 1.0);
        session.camera = scene::between(flight.from, flight.to, float(t * t * (3 - 2 * t)));
        if (t >= 1) session.flight.reset();
    }
    if (session.explosion) {
        Explosion& explosion = *session.explosion;
        explosion.elapsed_s += elapsed_s;
        const auto t = float(std::clamp(explosion.elapsed_s / Explosion::duration_s, 0.0, 1.0));
        session.look.explode = explosion.from + (explosion.to - explosion.from) * t * t * (3 - 2 * t);
        if (t >= 1) session.explosion.reset();
    }
    if (session.reading.valid() &&
        session.reading.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        try {
            Session::Rest rest = session.reading.get();
            const std::size_t first = session.visibility.size();
            session.visibility.grow(layers_of(rest.structures));
            add_to_stage(session.stage, std::move(rest.structures));
            for (std::size_t level = 0; level < rest.coarser.size(); ++level)
                add_detail(session.stage, level, std::move(rest.coarser[level]));
            if (session.awaited) show_as(session, *session.awaited, first);
            session.awaited.reset();
            session.log("all tissues there");
        } catch (const std::exception& failure) {
            report(session, failure);
        }
    }
    try {
        if (std::optional<timeline::Trace> solved = session.solving.take()) {
            const bool elsewhere = !session.stage.joint || session.trace.joint != solved->joint;
            take_trace(session, std::move(*solved));
            if (elsewhere) prepare_joint(session.stage, session.renderer, session.trace.joint);
            session.log("solved " + session.trace.scenario +
                        (session.trace.outcome.popped ? ": popped" : ": no pop"));
        }
    } catch (const std::exception& failure) {
        session.refused = failure.what();
        session.log("not solved: " + session.refused);
    }
    try {
        if (std::optional<timeline::Trace> solved = session.comparing.take()) {
            session.other = std::move(solved);
            ++session.trace_version;
            session.log("compared with " + session.other->scenario +
                        (session.other->outcome.popped ? ": popped" : ": no pop"));
        }
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    try {
        if (const std::optional<timeline::Sound> slow = session.slowing.take()) {
            play(session, *slow);
            session.log("slowed pop heard");
        }
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    if (session.playback.playing) {
        const double before = session.playback.position;
        advance(session.playback, elapsed_s);
        if (const auto& pop = session.trace.outcome.time_of_pop_s) {
            const double at = timeline::ruler_position(session.trace, *pop);
            if (session.sound && before < at && session.playback.position >= at) play_sound(session);
        }
        bring_into_view(session.ruler, session.playback.position);
        if (!session.playback.playing) session.log("played to the end");
    }
    if (!session.caption.words.empty() && (session.caption.left_s -= elapsed_s) < 0) session.caption = {};
    const bool fading = pass_time_in_pen(session.presenter, elapsed_s);
    const bool living = pass_time_in_strain(session, elapsed_s);
    const bool exercising = pass_time_in_exercise(session, elapsed_s);
    const bool preparing = pass_time_in_lesson(session);
    const bool quizzing = pass_time_in_quiz(session);
    if (session.mode == Mode::pop && session.stage.joint)
        pose_joint(session.stage, session.renderer, session.trace, instant(session));
    pass_time_in_hints(session);
    return exercising || preparing || quizzing || fading || !session.caption.words.empty() ||
           session.flight || session.explosion || session.playback.playing || session.solving.busy() ||
           session.comparing.busy() || session.slowing.busy() || session.reading.valid() || living;
}

cavitation::Sample instant(const Session& session) {
    if (session.trace.samples.empty()) return {};
    return timeline::at(session.trace, timeline::ruler_time(session.trace, session.playback.position));
}

double clock_s(const Session& session) {
    if (session.trace.samples.empty()) return 0;
    return timeline::ruler_time(session.trace, session.playback.position);
}

void report(Session& session, const std::exception& failure) {
    session.notice = failure.what();
    session.log(std::string("notice ") + failure.what());
}

} // namespace spinescope::app
