#include "app/window/keys.hpp"

#include "app/take_home/take_home.hpp"

#include "app/window/key_tables.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>

namespace spinescope::app {

namespace {

template <std::size_t count>
bool is_one_of(const std::array<int, count>& codes, const Key& key) {
    return std::ranges::find(codes, key.code) != codes.end();
}

/// Keys that change nothing of what a step shows.
constexpr std::array leave_the_step{GLFW_KEY_F1,  GLFW_KEY_F7, GLFW_KEY_F8, GLFW_KEY_F10,
                                    GLFW_KEY_F11, GLFW_KEY_T,  GLFW_KEY_R,  GLFW_KEY_TAB};
/// The only ones of every day that a quiz lets through.
constexpr std::array tell_no_answer{GLFW_KEY_F1, GLFW_KEY_F9, GLFW_KEY_F11, GLFW_KEY_T, GLFW_KEY_R};
/// The opening screen stays under these.
constexpr std::array leave_the_welcome{GLFW_KEY_TAB, GLFW_KEY_F1, GLFW_KEY_T};

bool finds(const Key& key) {
    return key.act == open_finder;
}

bool opens_finder(int code, int modifiers) {
    return code == GLFW_KEY_K && modifiers == GLFW_MOD_CONTROL;
}

void add(std::vector<const Key*>& keys, const KeyGroup& group) {
    for (const Key& key : group.keys) keys.push_back(&key);
}

/// While something is to be found, the keys move through what was found and do nothing else.
void press_in_finder(Session& session, int code, int modifiers) {
    constexpr int page = 8;
    const bool control = (modifiers & GLFW_MOD_CONTROL) != 0;
    switch (code) {
    case GLFW_KEY_BACKSPACE:
        return erase_in_finder(session.finder, control ? Erase::word : Erase::letter);
    case GLFW_KEY_V:
        if (const char* words = control ? glfwGetClipboardString(nullptr) : nullptr)
            paste_in_finder(session.finder, words);
        return;
    case GLFW_KEY_DOWN:
        return move_in_finder(session.finder, 1);
    case GLFW_KEY_UP:
        return move_in_finder(session.finder, -1);
    case GLFW_KEY_PAGE_DOWN:
        return move_in_finder(session.finder, page);
    case GLFW_KEY_PAGE_UP:
        return move_in_finder(session.finder, -page);
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return choose_found(session);
    case GLFW_KEY_ESCAPE:
        return close_finder(session);
    default:
        return;
    }
}

/// While the keys go through the controls the arrows and Space are theirs.
bool moves_among_controls(Session& session, int code, int modifiers) {
    switch (code) {
    case GLFW_KEY_TAB:
        session.focus_step = (modifiers & GLFW_MOD_SHIFT) != 0 ? -1 : 1;
        return true;
    case GLFW_KEY_ESCAPE:
        session.focusing = false;
        return true;
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
    case GLFW_KEY_LEFT:
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_SPACE:
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return modifiers == 0;
    default:
        return false;
    }
}

/// The help may be longer than the window: while it is open these scroll it.
bool scroll_help(Session& session, int code) {
    constexpr int page = 12;
    const int lines = code == GLFW_KEY_DOWN        ? 1
                      : code == GLFW_KEY_UP        ? -1
                      : code == GLFW_KEY_PAGE_DOWN ? page
                      : code == GLFW_KEY_PAGE_UP   ? -page
                                                   : 0;
    session.help_scrolled += lines;
    return lines != 0;
}

} // namespace

std::vector<const Key*> keys_now(const Session& session) {
    const Teaching& teaching = session.teaching;
    const bool quiz = quizzes(session.quizzing);
    std::vector<const Key*> keys;
    if (quiz) {
        add(keys, quiz_keys());
    } else if (session.welcome.open) {
        add(keys, welcome_keys());
    } else {
        if (session.take_home.open) add(keys, take_home_keys());
        if (session.quizzing.choosing) add(keys, quiz_card_keys());
        if (teaches(teaching) && !teaching.paused) add(keys, lesson_keys());
        if (teaching.choosing) add(keys, lesson_card_keys());
        if (teaches(teaching) && teaching.paused) add(keys, waiting_keys());
    }
    for (const KeyGroup& group : everyday_keys())
        for (const Key& key : group.keys)
            if (!quiz || finds(key) || is_one_of(tell_no_answer, key)) keys.push_back(&key);
    return keys;
}

void act_on(Session& session, const Key& key) {
    const bool everyday = is_everyday(key);
    const bool running = teaches(session.teaching) && !session.teaching.paused;
    const bool welcome = session.welcome.open;
    key.act(session);
    if (!everyday || finds(key)) return;
    if (welcome && !is_one_of(leave_the_welcome, key)) leave_welcome(session);
    if (running && !is_one_of(leave_the_step, key)) touch_scene(session);
}

bool press(Session& session, int code, int modifiers) {
    constexpr int held = GLFW_MOD_CONTROL | GLFW_MOD_SHIFT | GLFW_MOD_ALT | GLFW_MOD_SUPER;
    if (session.making) { // nothing else until it is made
        if (code == GLFW_KEY_ESCAPE) stop_making(session);
        return true;
    }
    if (session.focusing && moves_among_controls(session, code, modifiers)) return true;
    if (session.finder.open && !opens_finder(code, modifiers)) {
        press_in_finder(session, code, modifiers);
        return true;
    }
    if (session.help && modifiers == 0 && scroll_help(session, code)) return true;
    for (const Key* key : keys_now(session))
        if (key->code == code && key->modifiers == (modifiers & held)) {
            act_on(session, *key);
            return true;
        }
    return false;
}

bool goes_before_writing(const Session& session, int code, int modifiers) {
    return session.finder.open || code == GLFW_KEY_ESCAPE || code >= GLFW_KEY_F1 ||
           opens_finder(code, modifiers);
}

} // namespace spinescope::app
