#include "language/failure_words.hpp"

#include "language/language.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace spinescope::language {

namespace {

/// A phrase, cut at its values: "column {name} is missing" is "column ", " is missing" around one "name".
struct Phrase {
    std::string key;
    std::vector<std::string> fixed, values;
    std::size_t letters = 0; ///< of what is fixed
};

Phrase phrase(const std::string& key, const std::string& english) {
    Phrase made{.key = key, .fixed = {}, .values = {}};
    std::size_t at = 0;
    for (std::size_t open = 0; (open = english.find('{', at)) != std::string::npos;) {
        const std::size_t close = english.find('}', open);
        made.fixed.push_back(english.substr(at, open - at));
        made.values.push_back(english.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    made.fixed.push_back(english.substr(at));
    for (const std::string& part : made.fixed) made.letters += part.size();
    return made;
}

/// Those that say most first: "write true or false" before "write {example}".
const std::vector<Phrase>& phrases() {
    static const std::vector<Phrase> all = [] {
        std::vector<Phrase> made;
        for (const auto& [key, english] : english_words("failures.")) made.push_back(phrase(key, english));
        std::ranges::stable_sort(made,
                                 [](const Phrase& a, const Phrase& b) { return a.letters > b.letters; });
        return made;
    }();
    return all;
}

/// What stands in the places of the values, or nothing when the words are not the phrase's.
std::optional<std::vector<std::string>> values_in(std::string_view words, const Phrase& phrase) {
    if (!words.starts_with(phrase.fixed.front())) return {};
    words.remove_prefix(phrase.fixed.front().size());
    std::vector<std::string> found;
    for (std::size_t i = 1; i < phrase.fixed.size(); ++i) {
        const std::string& next = phrase.fixed[i];
        const bool last = i + 1 == phrase.fixed.size();
        if (last && !words.ends_with(next)) return {};
        const std::size_t end = last ? words.size() - next.size() : words.find(next, 1);
        if (end == std::string_view::npos || end == 0) return {};
        found.emplace_back(words.substr(0, end));
        words.remove_prefix(end + next.size());
    }
    if (!words.empty()) return {};
    return found;
}

std::string part_in_words(const std::string& part) {
    for (const Phrase& phrase : phrases()) {
        const auto found = values_in(part, phrase);
        if (!found) continue;
        std::string told = say(phrase.key);
        for (std::size_t i = 0; i < found->size(); ++i) {
            const std::string place = "{" + phrase.values[i] + "}";
            if (const std::size_t at = told.find(place); at != std::string::npos)
                told.replace(at, place.size(), (*found)[i]);
        }
        return told;
    }
    return part;
}

} // namespace

std::string in_words(const std::string& failure) {
    if (in_use() == "en") return failure;
    std::string told;
    for (std::size_t at = 0;;) {
        const std::size_t end = std::min(failure.find(": ", at), failure.find("; ", at));
        told += part_in_words(failure.substr(at, end == std::string::npos ? end : end - at));
        if (end == std::string::npos) return told;
        told += failure.substr(end, 2);
        at = end + 2;
    }
}

} // namespace spinescope::language
