// Every word that the program asks for is there, in every language, and nothing is there that nobody asks
// for.
#include "language/words.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using spinescope::language::load_words;
using spinescope::language::Words;

namespace {

const fs::path root = SPINESCOPE_SOURCE;

Words words_of(const std::string& code) {
    return load_words(root / "assets/languages" / code);
}

std::vector<std::string> other_languages() {
    std::vector<std::string> codes;
    for (const auto& entry : fs::directory_iterator(root / "assets/languages"))
        if (entry.is_directory() && entry.path().filename() != "en") codes.push_back(entry.path().filename());
    std::ranges::sort(codes);
    return codes;
}

/// What stands in quotes in the program and looks like a key, whole ("window.close") or the beginning of one
/// ("window.mode.").
std::set<std::string> asked_for() {
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(root / "assets/languages/en"))
        files.insert(entry.path().stem());
    static const std::regex literal(R"re("([a-z_]+)(\.[A-Za-z0-9_.*-]*)")re");
    std::set<std::string> keys;
    for (const char* folder : {"app", "engine"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            for (std::sregex_iterator match(text.begin(), text.end(), literal), end; match != end; ++match)
                if (files.contains((*match)[1]) && (*match)[2] != ".json")
                    keys.insert((*match)[1].str() + (*match)[2].str());
        }
    return keys;
}

bool begins(const std::string& words, const std::string& with) {
    return words.rfind(with, 0) == 0;
}

/// The values that a text is filled with: {name}.
std::multiset<std::string> values_in(const std::string& text) {
    static const std::regex value(R"(\{[^}]*\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), value), {}};
}

/// Letters, not bytes: what goes on after a first byte does not count.
std::size_t length(const std::string& text) {
    return std::size_t(std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

} // namespace

TEST_CASE("Every key that the program asks for has English words") {
    const Words english = words_of("en");
    const std::set<std::string> keys = asked_for();
    REQUIRE(keys.size() > 200);
    for (const std::string& key : keys) {
        INFO(key);
        const auto next = english.lower_bound(key);
        CHECK((next != english.end() &&
               (next->first == key || begins(next->first, key.back() == '.' ? key : key + "."))));
    }
}

TEST_CASE("No words stand there that nothing asks for") {
    const std::set<std::string> keys = asked_for();
    for (const auto& [key, words] : words_of("en")) {
        INFO(key << ": " << words);
        CHECK(std::ranges::any_of(keys, [&, of = key](const std::string& asked) {
            return of == asked || begins(of, asked.back() == '.' ? asked : asked + ".");
        }));
    }
}

TEST_CASE("Each language has the words that English has, filled with the same values, and none too long") {
    const Words english = words_of("en");
    REQUIRE(other_languages() == std::vector<std::string>{"de", "es", "fr"});
    for (const std::string& code : other_languages()) {
        const Words words = words_of(code);
        for (const auto& [key, text] : english) {
            INFO(code << ": " << key << ": " << text);
            const auto found = words.find(key);
            if (found == words.end()) {
                CHECK("missing" == std::string());
                continue;
            }
            INFO(found->second);
            CHECK(values_in(found->second) == values_in(text));
            CHECK_FALSE(found->second.empty());
            // What is short stands on a button or beside a figure.
            if (length(text) < 30) CHECK(double(length(found->second)) <= 1.8 * double(length(text)) + 8);
        }
        for (const auto& [key, text] : words) {
            INFO(code << ": " << key << ": " << text);
            CHECK(english.contains(key));
        }
    }
}
