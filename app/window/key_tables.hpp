#pragma once

#include "app/session.hpp"

#include <span>
#include <vector>

namespace spinescope::app {

/// One key of the program: what is pressed, and what it does.
struct Key {
    int code;           ///< GLFW key
    int modifiers;      ///< GLFW modifiers that must be held, and no others
    const char* action; ///< its words ("keys.show.hide"); keys with the same ones do the same
    void (*act)(Session&);
};

/// Keys that belong together in the help.
struct KeyGroup {
    const char* title; ///< its words
    std::span<const Key> keys;
};

/// Where nothing else goes on: by what they are for.
[[nodiscard]] std::span<const KeyGroup> everyday_keys();
[[nodiscard]] bool is_everyday(const Key& key);

[[nodiscard]] const KeyGroup& welcome_keys();     ///< on the opening screen
[[nodiscard]] const KeyGroup& lesson_keys();      ///< while a lesson runs
[[nodiscard]] const KeyGroup& waiting_keys();     ///< while it waits
[[nodiscard]] const KeyGroup& lesson_card_keys(); ///< while the lessons are laid out
[[nodiscard]] const KeyGroup& take_home_keys();   ///< while it is chosen what to take home
[[nodiscard]] const KeyGroup& quiz_keys();        ///< while a quiz runs
[[nodiscard]] const KeyGroup& quiz_card_keys();   ///< while the quizzes are laid out

/// All of them, those of every day first.
[[nodiscard]] std::vector<KeyGroup> all_keys();

} // namespace spinescope::app
