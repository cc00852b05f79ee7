#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::app {

/// What can be found, by its name or by another one (a Latin one), both as language::folded() has them.
struct Sought {
    std::string name, other;
};

/// How well folded words fit: the less the better, none when they do not. Every word of `typed` has to be
/// there. A whole name comes before a name's beginning, that before a word's beginning, that before the
/// middle of a word, and that before letters that only begin words in their order ("hts" for "hide the
/// selected").
[[nodiscard]] std::optional<int> fit(std::string_view typed, const Sought& sought);

/// Places of what fits, the best first; equal ones as they stand: vertebrae from the top down.
[[nodiscard]] std::vector<std::size_t> found(std::string_view typed, std::span<const Sought> among);

} // namespace spinescope::app
