#include "language/language.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "language/words.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace spinescope::language {

namespace {

struct Language {
    std::string code;
    Words words;
};

constexpr const char* english = "en";

/// Languages stay once they are read: words handed out stay good, and what is worked out in the background
/// may ask for some while another is chosen.
struct Library {
    std::mutex reading;
    std::map<std::string, Language> languages;
};

Library& library() {
    static Library all;
    return all;
}

const Language& read(const std::string& code) {
    Library& all = library();
    const std::scoped_lock lock(all.reading);
    const auto known = all.languages.find(code);
    if (known != all.languages.end()) return known->second;
    return all.languages[code] = {code, load_words(files::asset("languages") / code)};
}

bool is_read(const std::string& code) {
    Library& all = library();
    const std::scoped_lock lock(all.reading);
    return all.languages.contains(code);
}

std::atomic<const Language*>& used() {
    static std::atomic<const Language*> one{&read(english)};
    return one;
}

const std::string* find(std::string_view key) {
    const Language& now = *used().load();
    if (const auto found = now.words.find(key); found != now.words.end()) return &found->second;
    if (now.code == english) return nullptr;
    const Words& otherwise = read(english).words;
    const auto found = otherwise.find(key);
    return found == otherwise.end() ? nullptr : &found->second;
}

} // namespace

std::vector<std::string> codes() {
    namespace fs = std::filesystem;
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator entry(files::asset("languages"), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->is_directory(error)) found.push_back(entry->path().filename().string());
    std::ranges::sort(found);
    std::stable_partition(found.begin(), found.end(),
                          [](const std::string& code) { return code == english; });
    return found;
}

std::string own_name(const std::string& code) {
    const Words& words = read(code).words;
    const auto name = words.find("language.name");
    return name == words.end() ? code : name->second;
}

void use(const std::string& code) {
    const std::vector<std::string> known = codes();
    if (std::ranges::find(known, code) == known.end() && !is_read(code))
        throw Failure("language " + files::shown(code), "is not there", files::suggestion(code, known));
    used().store(&read(code));
}

void learn(const std::string& code, std::map<std::string, std::string, std::less<>> words) {
    Library& all = library();
    const std::scoped_lock lock(all.reading);
    all.languages.emplace(code, Language{code, std::move(words)});
}

const std::string& in_use() {
    return used().load()->code;
}

std::string of_system() {
    const std::vector<std::string> known = codes();
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* set = std::getenv(variable);
        if (set == nullptr || *set == 0) continue;
        const std::string code = std::string(set).substr(0, 2);
        return std::ranges::find(known, code) == known.end() ? english : code;
    }
    return english;
}

const char* say(std::string_view key) {
    if (const std::string* words = find(key)) return words->c_str();
    // A key that nobody has is a fault of ours, which a test finds; until then it names itself.
    static std::mutex adding;
    static std::map<std::string, std::string, std::less<>> unknown;
    const std::scoped_lock lock(adding);
    return unknown.emplace(key, key).first->second.c_str();
}

std::string say(std::string_view key, Values values) {
    const std::string words = say(key);
    std::string filled;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t open = words.find('{', at);
        const std::size_t close = open == std::string::npos ? open : words.find('}', open);
        if (close == std::string::npos) return filled + words.substr(at);
        filled += words.substr(at, open - at);
        const std::string name = words.substr(open + 1, close - open - 1);
        const auto value = std::ranges::find(values, name, [](const auto& pair) { return pair.first; });
        if (value == values.end())
            filled += words.substr(open, close + 1 - open);
        else
            filled += value->second;
        at = close + 1;
    }
    return filled;
}

std::vector<std::string> say_all(std::string_view key) {
    std::vector<std::string> all;
    for (std::string next; has(next = std::string(key) + "." + std::to_string(all.size()));)
        all.emplace_back(say(next));
    return all;
}

bool has(std::string_view key) {
    return find(key) != nullptr;
}

std::vector<std::pair<std::string, std::string>> english_words(std::string_view beginning) {
    const Words& all = read(english).words;
    std::vector<std::pair<std::string, std::string>> found;
    for (auto word = all.lower_bound(beginning); word != all.end() && word->first.starts_with(beginning);
         ++word)
        found.emplace_back(*word);
    return found;
}

std::string number(double value, int decimals) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return number(std::string(text.data()));
}

std::string number(std::string written) {
    if (const std::string mark = say("language.decimal_mark"); mark.size() == 1)
        std::ranges::replace(written, '.', mark.front());
    return written;
}

} // namespace spinescope::language
