#include "app/window/key_words.hpp"

#include "language/language.hpp"

#include <GLFW/glfw3.h>

namespace spinescope::app {

namespace {

/// Keys that have a name instead of a letter.
struct Named {
    int code;
    const char* words;
};
constexpr Named named[] = {
    {GLFW_KEY_SPACE, "keys.name.space"},     {GLFW_KEY_ESCAPE, "keys.name.escape"},
    {GLFW_KEY_ENTER, "keys.name.enter"},     {GLFW_KEY_KP_ENTER, "keys.name.enter"},
    {GLFW_KEY_TAB, "keys.name.tab"},         {GLFW_KEY_BACKSPACE, "keys.name.backspace"},
    {GLFW_KEY_LEFT, "keys.name.left"},       {GLFW_KEY_RIGHT, "keys.name.right"},
    {GLFW_KEY_UP, "keys.name.up"},           {GLFW_KEY_DOWN, "keys.name.down"},
    {GLFW_KEY_PAGE_UP, "keys.name.page_up"}, {GLFW_KEY_PAGE_DOWN, "keys.name.page_down"},
    {GLFW_KEY_HOME, "keys.name.home"},       {GLFW_KEY_END, "keys.name.end"},
};

std::string name_of(int code) {
    for (const Named& key : named)
        if (key.code == code) return language::say(key.words);
    if (code >= GLFW_KEY_F1 && code <= GLFW_KEY_F25) return "F" + std::to_string(code - GLFW_KEY_F1 + 1);
    return {char(code)}; // GLFW numbers the others by their letters
}

} // namespace

std::string label_of(const Key& key) {
    std::string label;
    if ((key.modifiers & GLFW_MOD_CONTROL) != 0)
        label += language::say("keys.held.control") + std::string("+");
    if ((key.modifiers & GLFW_MOD_SHIFT) != 0) label += language::say("keys.held.shift") + std::string("+");
    return label + name_of(key.code);
}

std::string key_label(std::string_view action) {
    for (const KeyGroup& group : all_keys())
        for (const Key& key : group.keys)
            if (key.action == action) return label_of(key);
    return {};
}

std::string with_key(std::string_view words, std::string_view action) {
    return std::string(words) + "  " + key_label(action);
}

} // namespace spinescope::app
