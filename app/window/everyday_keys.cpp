// The keys that act wherever nothing else goes on, by what they are for.
#include "app/take_home/take_home.hpp"
#include "app/window/key_tables.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace spinescope::app {

namespace {

template <scene::StandardView view>
void look(Session& session) {
    look_from(session, view);
}
template <Mode mode>
void open(Session& session) {
    open_mode(session, mode);
}
template <Session::Tool tool>
void open_tool(Session& session) {
    session.tool = session.tool == tool ? Session::Tool::none : tool;
}

/// Keys that mean something in one mode only.
template <typename Act>
void in_strain(const Session& session, Act act) {
    if (session.mode == Mode::strain) act();
}

/// A part of the interface that is open or not, told by its name.
void toggle(Session& session, bool& open, const std::string& name) {
    open = !open;
    session.log(open ? name : name + " closed");
}

/// What stands in front is put away first.
void close_foremost(Session& session) {
    if (session.settings_open)
        session.settings_open = false;
    else if (session.help)
        session.help = false;
    else if (session.professional_open)
        session.professional_open = false;
    else if (!session.notice.empty())
        session.notice.clear();
    else if (session.hints.shown)
        dismiss_hint(session);
    else if (session.sound_open)
        toggle_sound_view(session);
    else if (session.tool != Session::Tool::none)
        session.tool = Session::Tool::none;
    else if (session.exercise.performance)
        stop_exercise(session);
    else if (session.teaching.paused)
        leave_lesson(session);
    else
        select(session, std::nullopt);
}

using enum scene::StandardView;

constexpr Key looking[] = {
    {GLFW_KEY_1, 0, "keys.look.front", look<anterior>},
    {GLFW_KEY_2, 0, "keys.look.behind", look<posterior>},
    {GLFW_KEY_3, 0, "keys.look.left", look<left>},
    {GLFW_KEY_4, 0, "keys.look.right", look<right>},
    {GLFW_KEY_5, 0, "keys.look.above", look<superior>},
    {GLFW_KEY_6, 0, "keys.look.below", look<inferior>},
    {GLFW_KEY_7, 0, "keys.look.oblique", look<oblique>},
    {GLFW_KEY_8, 0, "keys.look.joint", look<joint>},
    {GLFW_KEY_V, 0, "keys.look.views", open_tool<Session::Tool::views>},
};

constexpr Key showing[] = {
    {GLFW_KEY_H, 0, "keys.show.hide", hide_selected},
    {GLFW_KEY_F, 0, "keys.show.fade", fade_selected},
    {GLFW_KEY_I, 0, "keys.show.isolate", isolate_selected},
    {GLFW_KEY_A, 0, "keys.show.all", show_all},
    {GLFW_KEY_Z, GLFW_MOD_CONTROL, "keys.show.undo", undo},
    {GLFW_KEY_Y, GLFW_MOD_CONTROL, "keys.show.redo", redo},
    {GLFW_KEY_L, 0, "keys.show.names", toggle_labels},
    {GLFW_KEY_C, 0, "keys.show.cut", toggle_cut},
    {GLFW_KEY_E, 0, "keys.show.explode", toggle_explode},
    {GLFW_KEY_M, 0, "keys.show.strain", toggle_strain},
    {GLFW_KEY_O, 0, "keys.show.sources", toggle_sources},
    {GLFW_KEY_F, GLFW_MOD_CONTROL, "keys.show.search",
     [](Session& session) { session.search_wanted = true; }},
};

constexpr Key time[] = {
    {GLFW_KEY_SPACE, 0, "keys.time.play", toggle_play},
    {GLFW_KEY_RIGHT, 0, "keys.time.next", [](Session& session) { step(session, 1); }},
    {GLFW_KEY_LEFT, 0, "keys.time.before", [](Session& session) { step(session, -1); }},
    {GLFW_KEY_RIGHT, GLFW_MOD_SHIFT, "keys.time.next_day",
     [](Session& session) { in_strain(session, [&] { step_day(session, 1); }); }},
    {GLFW_KEY_LEFT, GLFW_MOD_SHIFT, "keys.time.day_before",
     [](Session& session) { in_strain(session, [&] { step_day(session, -1); }); }},
    {GLFW_KEY_HOME, 0, "keys.time.beginning", [](Session& session) { jump(session, 0); }},
    {GLFW_KEY_END, 0, "keys.time.end", [](Session& session) { jump(session, 1); }},
    {GLFW_KEY_UP, 0, "keys.time.faster", [](Session& session) { change_speed(session, 2); }},
    {GLFW_KEY_DOWN, 0, "keys.time.slower", [](Session& session) { change_speed(session, 0.5); }},
    {GLFW_KEY_UP, GLFW_MOD_CONTROL, "keys.time.nearer",
     [](Session& session) { zoom_timeline(session, 1.5); }},
    {GLFW_KEY_DOWN, GLFW_MOD_CONTROL, "keys.time.further",
     [](Session& session) { zoom_timeline(session, 1 / 1.5); }},
    {GLFW_KEY_LEFT, GLFW_MOD_CONTROL, "keys.time.back",
     [](Session& session) { pan_timeline(session, -0.25); }},
    {GLFW_KEY_RIGHT, GLFW_MOD_CONTROL, "keys.time.on", [](Session& session) { pan_timeline(session, 0.25); }},
    {GLFW_KEY_HOME, GLFW_MOD_CONTROL, "keys.time.whole", show_whole_ruler},
    {GLFW_KEY_P, 0, "keys.time.hear", play_sound},
    {GLFW_KEY_P, GLFW_MOD_SHIFT, "keys.time.hear_slowed", play_slowed},
    {GLFW_KEY_S, 0, "keys.time.sound", toggle_sound_view},
    {GLFW_KEY_X, 0, "keys.time.explanation", swap_explanation},
};

constexpr Key trying[] = {
    {GLFW_KEY_Q, 0, "keys.try.next", next_offered},
    {GLFW_KEY_N, 0, "keys.try.slider", next_slider},
    {GLFW_KEY_PAGE_UP, 0, "keys.try.more", [](Session& session) { nudge_slider(session, 1); }},
    {GLFW_KEY_PAGE_DOWN, 0, "keys.try.less", [](Session& session) { nudge_slider(session, -1); }},
    {GLFW_KEY_BACKSPACE, 0, "keys.try.reset", reset_tried},
    {GLFW_KEY_K, 0, "keys.try.compare", compare_next},
    {GLFW_KEY_B, 0, "keys.try.bend", open_tool<Session::Tool::bend>},
    {GLFW_KEY_U, 0, "keys.try.segment_above",
     [](Session& session) { in_strain(session, [&] { next_segment(session, -1); }); }},
    {GLFW_KEY_D, 0, "keys.try.segment_below",
     [](Session& session) { in_strain(session, [&] { next_segment(session, 1); }); }},
    {GLFW_KEY_W, 0, "keys.try.build",
     [](Session& session) { in_strain(session, [&] { next_build(session); }); }},
    {GLFW_KEY_G, 0, "keys.try.aim",
     [](Session& session) { in_strain(session, [&] { toggle_aim(session); }); }},
};

constexpr Key window[] = {
    {GLFW_KEY_F1, 0, "keys.window.help", [](Session& session) { toggle(session, session.help, "help"); }},
    {GLFW_KEY_K, GLFW_MOD_CONTROL, "keys.window.find", open_finder},
    {GLFW_KEY_F2, 0, "keys.window.explore", open<Mode::explore>},
    {GLFW_KEY_F3, 0, "keys.window.pop", open<Mode::pop>},
    {GLFW_KEY_F4, 0, "keys.window.strain", open<Mode::strain>},
    {GLFW_KEY_F5, 0, "keys.window.safer", open<Mode::safer>},
    {GLFW_KEY_F6, 0, "keys.window.professional",
     [](Session& session) { toggle(session, session.professional_open, "professional"); }},
    {GLFW_KEY_F7, 0, "keys.window.lessons", choose_lesson},
    {GLFW_KEY_F8, 0, "keys.window.settings",
     [](Session& session) { toggle(session, session.settings_open, "settings"); }},
    {GLFW_KEY_F9, 0, "keys.window.quiz", choose_quiz},
    {GLFW_KEY_F10, 0, "keys.window.take_home", choose_take_home},
    {GLFW_KEY_F11, 0, "keys.window.full_screen", toggle_full_screen},
    {GLFW_KEY_TAB, 0, "keys.window.focus",
     [](Session& session) {
         session.focusing = true;
         session.focus_step = 1;
     }},
    {GLFW_KEY_T, 0, "keys.window.theme", toggle_theme},
    {GLFW_KEY_R, 0, "keys.window.tier", toggle_tier},
    {GLFW_KEY_ESCAPE, 0, "keys.window.close", close_foremost},
};

constexpr KeyGroup groups[] = {
    {"keys.group.looking", looking}, {"keys.group.showing", showing}, {"keys.group.time", time},
    {"keys.group.trying", trying},   {"keys.group.window", window},
};

} // namespace

std::span<const KeyGroup> everyday_keys() {
    return groups;
}

bool is_everyday(const Key& key) {
    return std::ranges::any_of(groups, [&](const KeyGroup& group) {
        return std::ranges::any_of(group.keys, [&](const Key& own) { return &own == &key; });
    });
}

} // namespace spinescope::app
