#include "app/window/keys.hpp"

#include <GLFW/glfw3.h>

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

using enum scene::StandardView;

constexpr Key table[] = {
    {GLFW_KEY_1, 0, "1", "From the front", look<anterior>},
    {GLFW_KEY_2, 0, "2", "From behind", look<posterior>},
    {GLFW_KEY_3, 0, "3", "From the left", look<left>},
    {GLFW_KEY_4, 0, "4", "From the right", look<right>},
    {GLFW_KEY_5, 0, "5", "From above", look<superior>},
    {GLFW_KEY_6, 0, "6", "From below", look<inferior>},
    {GLFW_KEY_7, 0, "7", "Oblique", look<oblique>},
    {GLFW_KEY_8, 0, "8", "The joint", look<joint>},
    {GLFW_KEY_H, 0, "H", "Hide the selected", hide_selected},
    {GLFW_KEY_F, 0, "F", "Fade the selected", fade_selected},
    {GLFW_KEY_I, 0, "I", "Isolate the selected", isolate_selected},
    {GLFW_KEY_A, 0, "A", "Show as at first", show_all},
    {GLFW_KEY_C, 0, "C", "Cut by a plane", toggle_cut},
    {GLFW_KEY_E, 0, "E", "Explode or put together", toggle_explode},
    {GLFW_KEY_B, 0, "B", "Bend the spine", open_tool<Session::Tool::bend>},
    {GLFW_KEY_M, 0, "M", "Show the strain", toggle_strain},
    {GLFW_KEY_V, 0, "V", "Views that are kept", open_tool<Session::Tool::views>},
    {GLFW_KEY_T, 0, "T", "Light or dark", toggle_theme},
    {GLFW_KEY_R, 0, "R", "Draw richly or quickly", toggle_tier},
    {GLFW_KEY_L, 0, "L", "Names on or off", toggle_labels},
    {GLFW_KEY_Z, GLFW_MOD_CONTROL, "Ctrl+Z", "Undo hide, fade, isolate", undo},
    {GLFW_KEY_Y, GLFW_MOD_CONTROL, "Ctrl+Y", "Redo", redo},
    {GLFW_KEY_ESCAPE, 0, "Esc", "Deselect, close",
     [](Session& session) {
         if (session.help)
             session.help = false;
         else if (session.professional_open)
             session.professional_open = false;
         else if (!session.notice.empty())
             session.notice.clear();
         else if (session.sound_open)
             toggle_sound_view(session);
         else if (session.tool != Session::Tool::none)
             session.tool = Session::Tool::none;
         else if (session.exercise.performance)
             stop_exercise(session);
         else
             select(session, std::nullopt);
     }},
    {GLFW_KEY_F, GLFW_MOD_CONTROL, "Ctrl+F", "Search",
     [](Session& session) { session.search_wanted = true; }},
    {GLFW_KEY_SPACE, 0, "Space", "Play or pause", toggle_play},
    {GLFW_KEY_RIGHT, 0, "Right", "Next event or repetition", [](Session& session) { step(session, 1); }},
    {GLFW_KEY_LEFT, 0, "Left", "The one before", [](Session& session) { step(session, -1); }},
    {GLFW_KEY_RIGHT, GLFW_MOD_SHIFT, "Shift+Right", "Next day",
     [](Session& session) { in_strain(session, [&] { step_day(session, 1); }); }},
    {GLFW_KEY_LEFT, GLFW_MOD_SHIFT, "Shift+Left", "Day before",
     [](Session& session) { in_strain(session, [&] { step_day(session, -1); }); }},
    {GLFW_KEY_HOME, 0, "Home", "To the beginning", [](Session& session) { jump(session, 0); }},
    {GLFW_KEY_END, 0, "End", "To the end", [](Session& session) { jump(session, 1); }},
    {GLFW_KEY_UP, 0, "Up", "Faster", [](Session& session) { change_speed(session, 2); }},
    {GLFW_KEY_DOWN, 0, "Down", "Slower", [](Session& session) { change_speed(session, 0.5); }},
    {GLFW_KEY_UP, GLFW_MOD_CONTROL, "Ctrl+Up", "Timeline nearer",
     [](Session& session) { zoom_timeline(session, 1.5); }},
    {GLFW_KEY_DOWN, GLFW_MOD_CONTROL, "Ctrl+Down", "Timeline further",
     [](Session& session) { zoom_timeline(session, 1 / 1.5); }},
    {GLFW_KEY_LEFT, GLFW_MOD_CONTROL, "Ctrl+Left", "Timeline back",
     [](Session& session) { pan_timeline(session, -0.25); }},
    {GLFW_KEY_RIGHT, GLFW_MOD_CONTROL, "Ctrl+Right", "Timeline on",
     [](Session& session) { pan_timeline(session, 0.25); }},
    {GLFW_KEY_HOME, GLFW_MOD_CONTROL, "Ctrl+Home", "Whole timeline", show_whole_ruler},
    {GLFW_KEY_N, 0, "N", "Next slider", next_slider},
    {GLFW_KEY_PAGE_UP, 0, "Page Up", "Slider: more", [](Session& session) { nudge_slider(session, 1); }},
    {GLFW_KEY_PAGE_DOWN, 0, "Page Down", "Slider: less", [](Session& session) { nudge_slider(session, -1); }},
    {GLFW_KEY_BACKSPACE, 0, "Backspace", "Sliders as at first", reset_tried},
    {GLFW_KEY_K, 0, "K", "Compare", compare_next},
    {GLFW_KEY_U, 0, "U", "Segment above",
     [](Session& session) { in_strain(session, [&] { next_segment(session, -1); }); }},
    {GLFW_KEY_D, 0, "D", "Segment below",
     [](Session& session) { in_strain(session, [&] { next_segment(session, 1); }); }},
    {GLFW_KEY_W, 0, "W", "Loose, healthy or stiff",
     [](Session& session) { in_strain(session, [&] { next_build(session); }); }},
    {GLFW_KEY_G, 0, "G", "Guided or unguided",
     [](Session& session) { in_strain(session, [&] { toggle_aim(session); }); }},
    {GLFW_KEY_Q, 0, "Q", "Next scenario, regimen, exercise", next_offered},
    {GLFW_KEY_O, 0, "O", "Sources of what is said", toggle_sources},
    {GLFW_KEY_S, 0, "S", "Sound on screen", toggle_sound_view},
    {GLFW_KEY_X, 0, "X", "Other explanation of it", swap_explanation},
    {GLFW_KEY_P, 0, "P", "Hear the pop", play_sound},
    {GLFW_KEY_P, GLFW_MOD_SHIFT, "Shift+P", "Hear it slowed", play_slowed},
    {GLFW_KEY_F1, 0, "F1", "This help",
     [](Session& session) {
         session.help = !session.help;
         session.log(session.help ? "help" : "help closed");
     }},
    {GLFW_KEY_F2, 0, "F2", "Explore", open<Mode::explore>},
    {GLFW_KEY_F3, 0, "F3", "Pop", open<Mode::pop>},
    {GLFW_KEY_F4, 0, "F4", "Strain", open<Mode::strain>},
    {GLFW_KEY_F5, 0, "F5", "Safer instead", open<Mode::safer>},
    {GLFW_KEY_F6, 0, "F6", "When to see a professional",
     [](Session& session) {
         session.professional_open = !session.professional_open;
         session.log(session.professional_open ? "professional" : "professional closed");
     }},
};

} // namespace

std::span<const Key> keys() {
    return table;
}

bool press(Session& session, int code, int modifiers) {
    constexpr int held = GLFW_MOD_CONTROL | GLFW_MOD_SHIFT | GLFW_MOD_ALT | GLFW_MOD_SUPER;
    for (const Key& key : table)
        if (key.code == code && key.modifiers == (modifiers & held)) {
            key.act(session);
            return true;
        }
    return false;
}

} // namespace spinescope::app
