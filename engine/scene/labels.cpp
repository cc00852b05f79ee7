#include "scene/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace spinescope::scene {

namespace {

/// Heights as near as can be to the wished ones (ascending), at least `row` apart and within the column: runs
/// that would overlap are pooled about their mean (pool adjacent violators; Ayer et al. 1955).
std::vector<float> spread(const std::vector<float>& wished, const LabelColumns& columns) {
    struct Run {
        float sum;
        std::size_t count;
        std::size_t first;
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < wished.size(); ++i) {
        // With the rows before it taken off, "not overlapping" becomes "not descending".
        runs.push_back({wished[i] - columns.row * static_cast<float>(i), 1, i});
        while (runs.size() > 1) {
            Run& last = runs.back();
            Run& before = runs[runs.size() - 2];
            if (before.sum / static_cast<float>(before.count) <= last.sum / static_cast<float>(last.count))
                break;
            before.sum += last.sum;
            before.count += last.count;
            runs.pop_back();
        }
    }
    std::vector<float> heights(wished.size());
    const float lowest = columns.bottom - columns.row * (static_cast<float>(wished.size()) - 0.5f);
    for (const Run& run : runs)
        for (std::size_t i = run.first; i < run.first + run.count; ++i)
            heights[i] = std::clamp(run.sum / static_cast<float>(run.count), columns.top + columns.row / 2,
                                    std::max(lowest, columns.top + columns.row / 2)) +
                         columns.row * static_cast<float>(i);
    return heights;
}

float side_of(const glm::vec2& a, const glm::vec2& b, const glm::vec2& p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool cross(const glm::vec2& a, const glm::vec2& b, const glm::vec2& c, const glm::vec2& d) {
    return side_of(a, b, c) * side_of(a, b, d) < 0 && side_of(c, d, a) * side_of(c, d, b) < 0;
}

/// Two crossing leaders that change places become shorter together, so that this ends; and when none cross
/// any more, none cross.
void uncross(std::vector<PlacedLabel>& labels, const LabelColumns& columns) {
    bool again = true;
    for (int round = 0; again && round < 500; ++round) { // rounding alone could go on for ever
        again = false;
        for (std::size_t i = 0; i < labels.size(); ++i)
            for (std::size_t j = i + 1; j < labels.size(); ++j) {
                PlacedLabel &a = labels[i], &b = labels[j];
                if (!cross(a.anchor, a.port(columns), b.anchor, b.port(columns))) continue;
                std::swap(a.right, b.right);
                std::swap(a.y, b.y);
                again = true;
            }
    }
}

} // namespace

std::vector<PlacedLabel> placed_labels(const std::vector<Anchor>& anchors, const LabelColumns& columns,
                                       const std::vector<PlacedLabel>& before) {
    const auto capacity =
        static_cast<std::size_t>(std::max(0.0f, (columns.bottom - columns.top) / columns.row));
    std::vector<PlacedLabel> labels;
    for (const Anchor& anchor : anchors)
        if (labels.size() < 2 * capacity) labels.push_back({.id = anchor.id, .anchor = anchor.at});

    // The side: as before, else the nearer one; then the fuller column gives away its innermost.
    const float middle = (columns.left_x + columns.right_x) / 2;
    std::array<std::vector<std::size_t>, 2> sides;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto was = std::ranges::find(before, labels[i].id, &PlacedLabel::id);
        const bool right = was != before.end() ? was->right : labels[i].anchor.x > middle;
        sides[right ? 1 : 0].push_back(i);
    }
    const auto inner_first = [&](std::size_t a, std::size_t b) {
        return std::abs(labels[a].anchor.x - middle) < std::abs(labels[b].anchor.x - middle);
    };
    for (std::size_t side = 0; side < 2; ++side) {
        std::vector<std::size_t>&full = sides[side], &other = sides[1 - side];
        // One column alone looks lopsided and its leaders run long.
        const std::size_t most = before.empty() ? std::min(capacity, labels.size() * 2 / 3 + 1) : capacity;
        std::ranges::sort(full, inner_first);
        while (full.size() > most && other.size() < capacity) {
            other.push_back(full.front());
            full.erase(full.begin());
        }
    }
    for (std::size_t side = 0; side < 2; ++side) {
        std::vector<std::size_t>& column = sides[side];
        std::ranges::sort(column, {}, [&](std::size_t i) { return labels[i].anchor.y; });
        std::vector<float> wished;
        wished.reserve(column.size());
        for (const std::size_t i : column) wished.push_back(labels[i].anchor.y);
        const std::vector<float> heights = spread(wished, columns);
        for (std::size_t k = 0; k < column.size(); ++k) {
            labels[column[k]].right = side == 1;
            labels[column[k]].y = heights[k];
        }
    }
    uncross(labels, columns);
    return labels;
}

} // namespace spinescope::scene
