#include "files/nearest_word.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace spinescope::files {

namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    const auto same = [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    };
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + !same(a[i - 1], b[j - 1])});
            if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

} // namespace

std::string nearest_word(std::string_view word, std::span<const std::string> words) {
    word = word.substr(0, 100); // a word of a megabyte is near to nothing
    std::string best;
    std::size_t fewest = std::max<std::size_t>(1, word.size() / 2) + 1;
    for (const std::string& candidate : words) {
        const std::size_t d = distance(word, candidate);
        if (d < fewest) {
            fewest = d;
            best = candidate;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, std::span<const std::string> words) {
    if (const std::string near = nearest_word(word, words); !near.empty())
        return "did you mean '" + near + "'?";
    std::string all = "choose from: ";
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i) all += (i ? ", " : "") + words[i];
    return words.size() > most ? all + ", ..." : all;
}

std::string shown(std::string_view word) {
    std::string text = "'";
    for (const char c : word.substr(0, 60)) {
        const auto byte = static_cast<unsigned char>(c);
        text += std::iscntrl(byte) || byte > 126 ? '?' : c;
    }
    return text + (word.size() > 60 ? "...'" : "'");
}

} // namespace spinescope::files
