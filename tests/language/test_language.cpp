// Words by key, with values and numbers as a language writes them.
#include "files/failure.hpp"
#include "language/language.hpp"
#include "language/words.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>

using namespace spinescope;

TEST_CASE("A file's groups and lists are keys with points") {
    const language::Words words = language::parse_words(
        R"({"cut": {"hint": "Cut it"}, "how": ["Kneel", "Breathe"]})", "window", "w.json");
    CHECK(words.at("window.cut.hint") == "Cut it");
    CHECK(words.at("window.how.1") == "Breathe");
    CHECK(words.size() == 3);
}

TEST_CASE("A damaged language file says where it is wrong") {
    CHECK_THROWS_WITH(language::parse_words(R"({"cut": {"hint": 3}})", "window", "w.json"),
                      Catch::Contains("w.json: window.cut.hint") && Catch::Contains("text"));
    CHECK_THROWS_AS(language::parse_words("{\"cut\": ", "window", "w.json"), Failure);
}

TEST_CASE("Files of words cut short or changed by chance are read or refused, never worse") {
    const std::string whole = R"({"a": {"b": "text {x}", "c": ["one", "two é"]}, "d": "\u00e4"})";
    std::mt19937 chance(4);
    for (int i = 0; i < 4000; ++i) {
        std::string damaged = whole.substr(0, chance() % (whole.size() + 1));
        for (int k = 0; k < 3 && !damaged.empty(); ++k) damaged[chance() % damaged.size()] = char(chance());
        try {
            (void)language::parse_words(damaged, "x", "x.json");
        } catch (const Failure&) {
        }
    }
}

TEST_CASE("The system's language is used where it is there") {
    setenv("LC_ALL", "xx_XX.UTF-8", 1);
    CHECK(language::of_system() == "en");
    setenv("LC_ALL", "en_GB.UTF-8", 1);
    CHECK(language::of_system() == "en");
    unsetenv("LC_ALL");
}

TEST_CASE("An unknown language is refused and the one in use kept") {
    CHECK_THROWS_AS(language::use("xx"), Failure);
    CHECK(language::in_use() == "en");
    CHECK(std::string(language::say("no.such.key")) == "no.such.key");
}
