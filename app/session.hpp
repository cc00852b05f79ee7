#pragma once

#include "app/bend.hpp"
#include "app/exercise_play.hpp"
#include "app/finder.hpp"
#include "app/grab.hpp"
#include "app/guidance.hpp"
#include "app/hints.hpp"
#include "app/labelling.hpp"
#include "app/lessons/teaching.hpp"
#include "app/newest_wish.hpp"
#include "app/playback.hpp"
#include "app/preferences.hpp"
#include "app/presenter.hpp"
#include "app/quiz/quizzing.hpp"
#include "app/ruler.hpp"
#include "app/saved_view.hpp"
#include "app/session_mode.hpp"
#include "app/stage.hpp"
#include "app/strain.hpp"
#include "app/take_home/making.hpp"
#include "app/take_home/wish.hpp"
#include "app/welcome.hpp"
#include "audio/player.hpp"
#include "audio/spectrum.hpp"
#include "timeline/scenario.hpp"
#include "timeline/sound.hpp"

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace spinescope::app {

/// A flight of the camera from one place to another.
struct Flight {
    scene::Camera from, to;
    double elapsed_s = 0;
    static constexpr double duration_s = 0.45;
};

/// The bones on their way apart or together.
struct Explosion {
    float from = 0, to = 0;
    double elapsed_s = 0;
    static constexpr double duration_s = 0.6;
};

/// A sound in words, while it is heard and a little longer.
struct Caption {
    std::string words; ///< empty: it is quiet
    double left_s = 0;
    static constexpr double stays_s = 3;
};

/// What it takes to bend the spine by hand.
struct Bender {
    scene::HeatMap unstrained;
    mechanics::Pose pose; ///< of Session::bend
};

/// A trace as sound, and what it is made of.
struct Heard {
    int of = -1; ///< Session::trace_version
    timeline::SoundExplanation explanation = timeline::SoundExplanation::inception;
    timeline::Sound sound;
    audio::Spectrum spectrum;
};

/// A sound and how many times slower it is wanted.
using SlowedWish = NewestWish<std::pair<timeline::Sound, double>, timeline::Sound>;

using TraceWish = NewestWish<timeline::Scenario, timeline::Trace>;

/// Everything the window shows and the person does with it. Actions below change it; panels draw it.
struct Session {
    Session(render::Renderer& drawer, Stage set, Guidance advice);

    render::Renderer& renderer;
    Stage stage;
    Guidance guidance;
    bool whole_spine = true; ///< false for a plain model: no pop
    Preferences preferences;

    /// The rest of the spine and its coarser levels of detail, read while the first picture stands.
    struct Rest {
        scene::Model structures;
        std::array<scene::Model, scene::baked::coarse.size()> coarser;
    };
    std::future<Rest> reading;
    std::optional<SavedView> awaited; ///< what it says of the rest is done when that is there

    // what is shown
    Mode mode = Mode::explore;
    scene::Camera camera;
    std::optional<Flight> flight;
    scene::Visibility visibility;
    Look look;
    std::optional<std::size_t> selected, hovered;
    render::Tier tier;
    render::Theme theme = render::Theme::dark;

    std::optional<Explosion> explosion;
    std::optional<scene::CuttingPlane> cut;
    std::optional<Bender> bender; ///< read from the tables when the spine is first bent
    Bend bend;                    ///< how the spine was bent by hand
    bool strain_shown = false;    ///< what that strains is shown as a heat map
    std::optional<Grab> grab;     ///< the bone that the pointer holds
    bool bending = false;         ///< a slider of the bend is held
    enum class Tool { none, cut, bend, views };
    float depth = scene::depth_of_bones;         ///< of the slider from the muscles to the nerves
    bool layers_open = false;                    ///< each layer's own opacity
    Tool tool = Tool::none;                      ///< whose controls are open
    std::optional<std::vector<SavedView>> views; ///< read when first asked for
    std::string view_name;                       ///< being written

    // names over the scene
    bool labels = false;
    Labelling labelling;

    // the pop
    std::vector<timeline::Scenario> scenarios; ///< to choose from; the one that pops first
    timeline::Scenario tried;                  ///< the one in use, with what the sliders made of it
    timeline::Trace trace;                     ///< empty until a scenario was solved
    int trace_version = 0;                     ///< counts the traces, for what is drawn from them once
    int ruler_version = 0;                     ///< counts changes of its chapters' widths
    TraceWish solving{timeline::solve};
    std::string refused;    ///< why the sliders' last wish has no trace; empty: it has one
    std::size_t slider = 0; ///< which slider the keys move
    Playback playback;

    // the timeline
    RulerView ruler;
    std::vector<double> own_widths;       ///< of the trace's chapters, before the person changed them
    std::optional<float> timeline_height; ///< of its panel, in lengths of the design; empty: as it fits

    // another scenario beside it
    std::optional<timeline::Trace> other; ///< empty: none is compared
    TraceWish comparing{timeline::solve};

    bool story_source = false, why_source = false; ///< whether they are open

    Strain strain; ///< what repetition does

    ExercisePlay exercise; ///< what the body does instead

    Teaching teaching; ///< a lesson
    Presenter presenter;
    Welcome welcome;
    Quizzing quizzing; ///< a quiz
    Finder finder;
    Hints hints;

    TakeHome take_home;
    std::unique_ptr<Making> making; ///< what is being made to take home; nothing else goes on meanwhile

    // the sound
    bool sound = true;       ///< whether the pop is heard when it is played
    bool sound_open = false; ///< waveform and spectrum are on screen
    timeline::SoundExplanation explanation = timeline::SoundExplanation::inception;
    Heard heard;
    SlowedWish slowing{[](const auto& wish) { return timeline::slowed(wish.first, wish.second); }};
    std::unique_ptr<audio::Player> player; ///< opened when the first sound is due

    // the interface
    std::string search;
    bool search_wanted = false; ///< the search field takes the keyboard in the next frame
    bool help = false;
    int help_scrolled = 0;       ///< by keys, in lines, until the next frame
    std::string opened_approach; ///< name of the exercise whose card is open; empty: none
    bool side_to_top = false;    ///< the side panel scrolls back to its top in the next frame
    bool professional_open = false;
    std::string notice; ///< a message for the user; empty: none
    bool full_screen = false;
    bool focusing = false;      ///< the keys move among the controls
    int focus_step = 0;         ///< panels on (+) or back (-), with the next picture
    bool settings_open = false; ///< what the person prefers
    Caption caption;            ///< of what is heard
    bool moving = false;        ///< the camera is being moved: pictures may be coarser
    /// Whether it is drawn to be taken home, without a switch; a film's pictures, which are many, may be
    /// coarser.
    enum class Shot { none, still, film } shot = Shot::none;
    float viewport_width = 1, viewport_height = 1;

    /// Told of everything the person did, in a few words ("selected L4"); for --verbose.
    std::function<void(const std::string&)> log = [](const std::string&) {};
};

/// Starts reading what the first picture does not need.
void read_the_rest(Session& session);

// Looking
void look_from(Session& session, scene::StandardView view);
void fly_to(Session& session, const scene::Camera& camera);
/// Centres on a point and comes nearer.
void centre_on(Session& session, glm::vec3 point);

// Structures
void select(Session& session, std::optional<std::size_t> structure);
void hide_selected(Session& session);
void fade_selected(Session& session);
void isolate_selected(Session& session);
void show_all(Session& session);
void undo(Session& session);
void redo(Session& session);
void show(Session& session, std::span<const std::size_t> structures, scene::Showing showing);

/// What bending takes, made when it is first needed.
Bender& bender(Session& session);
/// Whether the hand may: in other modes days or exercises bend the spine.
[[nodiscard]] bool bends_by_hand(const Session& session);
/// Bends the spine; what it cannot is held at what it can. Where no balance is found the last pose stays, and
/// the person is told.
void bend(Session& session, Bend wish);
/// The pointer takes hold of the bone nearest to what it hit, if bending moves it.
void hold_bone(Session& session, const render::Renderer::Hit& hit);
/// Brings the bone that it holds to a place on the picture, px from its top left; or turns it by a movement.
void drag_bone(Session& session, glm::vec2 to_px);
void turn_bone(Session& session, float right_px);
/// Ligaments in the colours of their strain, or as they are.
void toggle_strain(Session& session);
/// The bones apart or together.
void toggle_explode(Session& session);
void toggle_theme(Session& session);
void toggle_full_screen(Session& session);
/// As richly as a graphics card can, or as quickly as a processor needs.
void toggle_tier(Session& session);
/// The cut on or off: at first the median plane.
void toggle_cut(Session& session);

// Views that are kept
[[nodiscard]] SavedView view_now(const Session& session, std::string name);
/// Flies there and shows what it showed.
void go_to_view(Session& session, const SavedView& view);
/// Reads them when that was not done yet.
std::vector<SavedView>& kept_views(Session& session);
void keep_view(Session& session);
void forget_view(Session& session, std::size_t index);

/// Every word in that language from now on. Throws Failure, and all stays, when it cannot be read.
void speak(Session& session, const std::string& code);

// Names
void toggle_labels(Session& session);

// The pop
void open_mode(Session& session, Mode mode);
/// Starts solving in the background; the trace in use stays until the new one is there.
void open_scenario(Session& session, const std::string& name);
/// The next scenario, or in Strain mode the next regimen.
void next_offered(Session& session);
/// Puts a solved scenario on the timeline. Of the same one, with other values, the playhead, the zoom and the
/// chapters' widths stay as far as they still mean something.
void take_trace(Session& session, timeline::Trace trace);
void toggle_play(Session& session);
void step(Session& session, int direction);
void jump(Session& session, double position);
void change_speed(Session& session, double factor);

// The sliders
/// Sets one parameter of the scenario in use and solves it in the background. Throws Failure.
void try_value(Session& session, std::string_view key, double value);
/// What a parameter has in a scenario, in the key's unit.
[[nodiscard]] double value_in(const timeline::Scenario& scenario, std::string_view key);
/// The slider that the keys move: the next one, and one step more (+1) or less (-1).
void next_slider(Session& session);
void nudge_slider(Session& session, int direction);
/// The scenario in use as its file has it; null when it has none.
[[nodiscard]] const timeline::Scenario* own_scenario(const Session& session);
/// Back to the scenario's own values.
void reset_tried(Session& session);

// The timeline's ruler
/// Moves the border after a chapter to a place on the ruler; the playhead keeps its time.
void drag_border(Session& session, std::size_t border, double to);
void reset_widths(Session& session);
/// Nearer or further, about the playhead.
void zoom_timeline(Session& session, double factor);
void pan_timeline(Session& session, double share_of_view);
void show_whole_ruler(Session& session);

/// Who says so: the sources of the story and of the reason, open or closed.
void toggle_sources(Session& session);

// The sound
void toggle_sound_view(Session& session);
/// The trace in use as sound, by the explanation in use; made when first asked for.
const Heard& heard(Session& session);
/// The other of the two explanations.
void swap_explanation(Session& session);
void play_sound(Session& session);
void play(Session& session, const timeline::Sound& sound);
/// How many times slower than life the picture runs while it pops.
[[nodiscard]] double slowness_of_picture(const Session& session);
/// As slow as the picture; worked out in the background.
void play_slowed(Session& session);

// Comparing
/// Solves another scenario in the background and shows it beside the one in use.
void compare_with(Session& session, const std::string& name);
void stop_comparing(Session& session);
/// The next scenario to compare with; after the last one none.
void compare_next(Session& session);

/// Lets `elapsed_s` pass: playback, flights, finished solutions. Returns whether anything still moves.
bool pass_time(Session& session, double elapsed_s);

/// The instant under the playhead.
[[nodiscard]] cavitation::Sample instant(const Session& session);
/// True time under the playhead, counted from the pop (or from the beginning where there is none).
[[nodiscard]] double clock_s(const Session& session);

/// Shows a failure to the user and lets everything else go on.
void report(Session& session, const std::exception& failure);

} // namespace spinescope::app
