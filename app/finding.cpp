#include "app/finding.hpp"

#include <algorithm>
#include <utility>

namespace spinescope::app {

namespace {

enum Fit { whole, beginning, word, middle, initials };

bool begins_word(std::string_view text, std::size_t at) {
    return at == 0 || text[at - 1] == ' ';
}

/// Whether the letters come in their order, each behind the one before or at the beginning of a word.
bool fits_initials(std::string_view typed, std::string_view text, std::size_t from = 0, bool first = true) {
    if (typed.empty()) return true;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] != typed.front() || !(begins_word(text, at) || (!first && at == from))) continue;
        if (fits_initials(typed.substr(1), text, at + 1, false)) return true;
    }
    return false;
}

std::optional<int> fit_of_word(std::string_view typed, std::string_view text) {
    constexpr std::size_t fewest_initials = 2, most_initials = 12;
    if (text.substr(0, typed.size()) == typed) return text.size() == typed.size() ? whole : beginning;
    std::optional<int> best;
    for (std::size_t at = text.find(typed); at != std::string_view::npos; at = text.find(typed, at + 1)) {
        if (begins_word(text, at)) return word;
        best = middle;
    }
    if (!best && typed.size() >= fewest_initials && typed.size() <= most_initials &&
        fits_initials(typed, text))
        best = initials;
    return best;
}

/// The same of a name or the other one, which counts a little less.
std::optional<int> fit_of_either(std::string_view typed, const Sought& sought) {
    const auto own = fit_of_word(typed, sought.name), other = fit_of_word(typed, sought.other);
    const auto counted = [](const std::optional<int>& fit, int more) { return fit ? 2 * *fit + more : 1000; };
    const int best = std::min(counted(own, 0), counted(other, 1));
    return best < 1000 ? std::optional(best) : std::nullopt;
}

} // namespace

std::optional<int> fit(std::string_view typed, const Sought& sought) {
    // What is typed as it stands, or, where its words stand elsewhere, the worst of them.
    const std::size_t from = typed.find_first_not_of(' '), to = typed.find_last_not_of(' ');
    if (from == std::string_view::npos) return 0;
    typed = typed.substr(from, to - from + 1);
    std::optional<int> best = fit_of_either(typed, sought);
    if (typed.find(' ') == std::string_view::npos) return best;
    int worst = 0;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t end = std::min(typed.find(' ', at), typed.size());
        const auto part = end > at ? fit_of_either(typed.substr(at, end - at), sought) : std::optional(0);
        if (!part) return best;
        worst = std::max(worst, *part);
        at = end + 1;
    }
    worst = std::max(worst, 2 * int(word)); // in another order no name's beginning
    return best ? std::min(*best, worst) : worst;
}

std::vector<std::size_t> found(std::string_view typed, std::span<const Sought> among) {
    std::vector<std::pair<int, std::size_t>> fits;
    for (std::size_t i = 0; i < among.size(); ++i)
        if (const auto how = fit(typed, among[i])) fits.emplace_back(*how, i);
    std::ranges::sort(fits);
    std::vector<std::size_t> places;
    places.reserve(fits.size());
    for (const auto& [how, place] : fits) places.push_back(place);
    return places;
}

} // namespace spinescope::app
