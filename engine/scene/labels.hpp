#pragma once

#include "scene/model.hpp"

#include <glm/vec2.hpp>
#include <string>
#include <vector>

namespace spinescope::scene {

/// Most labels at a time: more are a wall of words.
inline constexpr std::size_t most_labels = 15;

/// What of one structure shows in the picture.
struct Sight {
    std::size_t structure = 0;
    std::size_t pixels = 0;
    glm::vec3 point{}; ///< on it, well inside what shows; spine frame, m
};

/// A name to be set: of a structure, or of a group where its members are too many or too small for names of
/// their own.
struct Caption {
    std::string id; ///< of the structure or the group
    std::string name, latin;
    glm::vec3 point{}; ///< what it points at
    std::size_t pixels = 0;
};

/// The names for what is in sight, at most `most_labels`. The `selected` structure has its own whatever it
/// is.
[[nodiscard]] std::vector<Caption> captions(const Model& model, const std::vector<Sight>& sights,
                                            std::optional<std::size_t> selected);

/// Names for these structures and groups alone, as far as they are in sight; a group points at its member in
/// the middle.
[[nodiscard]] std::vector<Caption> captions_of(const Model& model, const std::vector<Sight>& sights,
                                               const std::vector<std::string>& ids);

/// The two columns in which labels stand; px from the top left.
struct LabelColumns {
    float left_x = 0;  ///< where the left column's leaders begin, right of its words
    float right_x = 0; ///< where the right column's leaders begin, left of its words
    float top = 0, bottom = 0;
    float row = 40; ///< height of a label
};

/// A label in its place.
struct PlacedLabel {
    std::string id;
    glm::vec2 anchor{}; ///< px
    bool right = false; ///< in the right column
    float y = 0;        ///< of the middle of its row, where the leader begins
    [[nodiscard]] glm::vec2 port(const LabelColumns& columns) const {
        return {right ? columns.right_x : columns.left_x, y};
    }
};

struct Anchor {
    std::string id;
    glm::vec2 at{}; ///< px
};

/// Sets one label an anchor into the columns so that the straight leaders never cross and no two labels
/// overlap: each is near the height of its anchor, on the nearer side. What was where in `before` stays there
/// unless a crossing forbids it. Anchors that do not fit (columns full) are left out, the last first.
[[nodiscard]] std::vector<PlacedLabel> placed_labels(const std::vector<Anchor>& anchors,
                                                     const LabelColumns& columns,
                                                     const std::vector<PlacedLabel>& before = {});

} // namespace spinescope::scene
