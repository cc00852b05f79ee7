// What went wrong is told in the language in use, by phrases that the program really has.
#include "language/failure_words.hpp"
#include "files/failure.hpp"
#include "files/nearest_word.hpp"
#include "language/language.hpp"
#include "language/words.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <vector>

using namespace spinescope;

namespace {

struct Speaking {
    explicit Speaking(const char* code) { language::use(code); }
    ~Speaking() { language::use("en"); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
};

std::string told(const Failure& failure) {
    return language::in_words(failure.what());
}

/// The program's sources, with texts that go on over several lines in one piece and quotes within them bare.
std::vector<std::string> sources() {
    std::vector<std::string> all;
    for (const char* folder : {"/app", "/engine"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(SPINESCOPE_SOURCE) + folder)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            all.push_back(std::regex_replace(text, std::regex("\"\\s*\n\\s*\""), ""));
        }
    return all;
}

} // namespace

TEST_CASE("What went wrong is told in the language in use, its file and values as they are") {
    const Speaking german("de");
    CHECK(told(Failure("a.json", "no such file", "check the name")) ==
          "a.json: die Datei gibt es nicht; den Namen prüfen");
    CHECK(told(Failure("film_um", "900 is out of range", "give a number from 0.5 to 20")) ==
          "film_um: 900 liegt außerhalb der Grenzen; eine Zahl von 0.5 bis 20 angeben");
    CHECK(told(Failure("a.json:7", "does not know the key 'titel'",
                       files::suggestion("titel", std::vector<std::string>{"title"}))) ==
          "a.json:7: kennt den Schlüssel 'titel' nicht; Ist 'title' gemeint?");
    CHECK(told(Failure("x", "cannot be written: No space left on device", "choose another file")) ==
          "x: kann nicht geschrieben werden: No space left on device; eine andere Datei wählen");
}

TEST_CASE("A failure within another is told, too, and what has no words stays as it is") {
    const Speaking french("fr");
    const Failure inner("region", "is no number from 0 to 1", "write one");
    CHECK(told(Failure("l.json", "is not known", inner.what())) ==
          "l.json: n'est pas connu; region: n'est pas un nombre de 0 à 1; écrivez-en un");
    CHECK(told(Failure("a", "does something odd", "look there")) == "a: does something odd; look there");
    CHECK(language::in_words("").empty());
}

TEST_CASE("The nearest phrase is told: one without values before one with") {
    const Speaking spanish("es");
    CHECK(language::in_words("x: y; write true or false") == "x: y; escriba true o false");
    CHECK(language::in_words("x: y; write {\"days\": 30}") == "x: y; escriba {\"days\": 30}");
}

TEST_CASE("English is told as it was thrown") {
    CHECK(told(Failure("a.json", "no such file", "check the name")) ==
          "a.json: no such file; check the name");
}

TEST_CASE("Each phrase is one that the program says") {
    const std::vector<std::string> all = sources();
    const auto phrases = language::english_words("failures.");
    REQUIRE(phrases.size() > 150);
    const std::regex value(R"(\{[a-z]+\})");
    for (const auto& [key, english] : phrases) {
        INFO(key << ": " << english);
        const std::vector<std::string> fixed{
            std::sregex_token_iterator(english.begin(), english.end(), value, -1), {}};
        CHECK(std::ranges::any_of(all, [&, words = &fixed](const std::string& source) {
            return std::ranges::all_of(
                *words, [&](const std::string& part) { return source.find(part) != std::string::npos; });
        }));
    }
}
