#include "files/nearest_name.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <vector>

namespace spinescope::files {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = diagonal + (lower(a[i - 1]) != lower(b[j - 1]));
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
        }
    }
    return row.back();
}

} // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
    name = name.substr(0, 100); // a name of a megabyte is near to nothing
    const auto nearest = std::ranges::min_element(
        candidates, {}, [&](const std::string& candidate) { return edit_distance(name, candidate); });
    return nearest == candidates.end() ? std::string() : *nearest;
}

std::string shown(std::string_view name) {
    std::string text = "'";
    for (const char c : name.substr(0, 60))
        text += std::iscntrl(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) > 126 ? '?' : c;
    return text + (name.size() > 60 ? "...'" : "'");
}

} // namespace spinescope::files
