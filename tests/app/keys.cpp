// Every key has words in every language, and what the program calls by an action is a key.
#include "app/window/key_words.hpp"
#include "language/language.hpp"
#include "language/words.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string_view>

using namespace spinescope;

namespace {

/// Back to English behind a test.
struct InEnglish {
    InEnglish() { language::use("en"); }
    ~InEnglish() { language::use("en"); }
    InEnglish(const InEnglish&) = delete;
    InEnglish& operator=(const InEnglish&) = delete;
};

} // namespace

TEST_CASE("Each key of each table has words and a label in every language") {
    const InEnglish english;
    for (const std::string& code : language::codes()) {
        language::use(code);
        std::size_t count = 0;
        for (const app::KeyGroup& group : app::all_keys()) {
            INFO(code << ": " << group.title);
            CHECK(language::has(group.title));
            std::map<std::string, std::string> told; // what is called the same does the same
            for (const app::Key& key : group.keys) {
                INFO(key.action);
                CHECK(language::has(key.action));
                CHECK(app::label_of(key).find("keys.") == std::string::npos);
                CHECK_FALSE(app::label_of(key).empty());
                CHECK(told.emplace(language::say(key.action), key.action).first->second == key.action);
                ++count;
            }
        }
        CHECK(count > 100);
    }
}

TEST_CASE("In a group no key is there twice, and one action has one meaning") {
    for (const app::KeyGroup& group : app::all_keys()) {
        std::set<std::pair<int, int>> pressed;
        for (const app::Key& key : group.keys) {
            INFO(key.action);
            CHECK(pressed.emplace(key.code, key.modifiers).second);
        }
    }
    std::set<std::pair<int, int>> everyday;
    for (const app::KeyGroup& group : app::everyday_keys())
        for (const app::Key& key : group.keys) {
            INFO(key.action);
            CHECK(everyday.emplace(key.code, key.modifiers).second);
            CHECK(app::is_everyday(key));
        }
    CHECK_FALSE(app::is_everyday(app::lesson_keys().keys.front()));
}

TEST_CASE("Whatever has words as an action is an action of some key: tooltips find theirs") {
    std::set<std::string> actions;
    for (const app::KeyGroup& group : app::all_keys())
        for (const app::Key& key : group.keys)
            if (std::string_view(key.action).starts_with("keys."))
                actions.insert(key.action); // a panel names its own
    const auto words = language::load_words(std::filesystem::path(SPINESCOPE_SOURCE) / "assets/languages/en");
    std::size_t count = 0;
    for (const auto& [key, text] : words) {
        if (key.rfind("keys.", 0) != 0 || key.rfind("keys.group.", 0) == 0 ||
            key.rfind("keys.held.", 0) == 0 || key.rfind("keys.name.", 0) == 0)
            continue;
        INFO(key);
        CHECK(actions.contains(key));
        ++count;
    }
    CHECK(count == actions.size());
}

TEST_CASE("Keys are called as they are printed on a keyboard of the language") {
    const InEnglish english;
    CHECK(app::key_label("keys.show.undo") == "Ctrl+Z");
    CHECK(app::key_label("keys.time.hear_slowed") == "Shift+P");
    CHECK(app::key_label("keys.window.full_screen") == "F11");
    CHECK(app::with_key("Hide", "keys.show.hide") == "Hide  H");
    CHECK(app::key_label("keys.no.such").empty());
    language::use("de");
    CHECK(app::key_label("keys.show.undo") == "Strg+Z");
    CHECK(app::key_label("keys.time.play") == "Leertaste");
    CHECK(app::key_label("keys.try.less") == "Bild ab");
    language::use("fr");
    CHECK(app::key_label("keys.window.close") == "Échap");
    language::use("es");
    CHECK(app::key_label("keys.time.next_day") == "Mayús+Derecha");
}
