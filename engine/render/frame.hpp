#pragma once

#include "render/mesh_store.hpp"
#include "render/renderer.hpp"

#include <array>
#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <optional>
#include <span>
#include <vector>

namespace spinescope::render {

/// One drawing that may be seen, with what its pass needs.
struct Item {
    const Drawing* drawing = nullptr;
    const StoredMesh* mesh = nullptr;
    unsigned number = 0;     ///< of the drawing, from 1: the later of two
    bool follows = false;    ///< the posture bends it
    bool cut = false;        ///< the section plane goes through it
    glm::mat4 place{};       ///< stored places (0 to 1) to the spine frame, before it bends
    glm::mat4 to_clip{};     ///< the same to clip space; of what follows: spine frame to clip space
    glm::mat3 turn{};        ///< own directions to the spine frame's
    glm::mat3 to_view{};     ///< own directions to the viewer's frame; of what follows: the spine frame's
    glm::vec4 plane{};       ///< the section plane for stored places; of what follows: in the spine frame
    glm::vec3 centre{};      ///< of a box around it, spine frame, m
    glm::vec3 half{};        ///< the box's half size
    glm::vec2 low{}, high{}; ///< where it lies in the picture at most, px from the lower left
    float depth = 0;         ///< of the box's centre, m from the viewer
};

/// A rectangle of the kept picture, px from its lower left.
struct Area {
    int left = 0;
    int bottom = 0;
    int width = 0;
    int height = 0;
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
};

/// The bones' motions as the vertex shader takes them: three rows of four a bone.
using Motions = std::array<glm::vec4, 3 * anatomy::chain_length>;

/// A picture's camera worked out for a size in pixels; the stage is `side` times as wide and high.
struct Frame {
    const Picture* picture = nullptr;
    int width = 0; ///< of the kept picture, px
    int height = 0;
    int side = 1;
    glm::mat4 view{};
    glm::mat4 to_clip{};  ///< spine frame to clip space
    glm::vec4 ray{};      ///< see shaders/light.glsl; for the part that the stage covers
    float pixel_mm = 1;   ///< of the stage, at the target's distance
    glm::vec2 nearness{}; ///< see shaders/mark.glsl
    bool bent = false;    ///< some bone has moved
    Motions motions{};    ///< when bent
    Area stage;           ///< what of the picture the stage covers now
    Box whole;            ///< around everything that may be seen; spine frame
    /// What is opaque and lit, what shows data, what is see-through and what is only context.
    std::vector<Item> solid, data, see_through, ghosts;

    /// The smallest area around everything, or around what carries `id`, grown by `margin`; inside the
    /// picture.
    [[nodiscard]] Area covered(float margin, std::optional<std::uint32_t> id = {}) const;

    /// From now on the stage covers only `area`: its fragment coordinates begin there, and what lies beside
    /// it is not drawn.
    void cover(const Area& area);
    [[nodiscard]] bool on_stage(const Item& item) const;

    /// Sorts `drawings` into the lists: solids from near to far, so that what is hidden is not shaded;
    /// drops what lies outside the picture or on the side that is cut away. Keeps the lists' memory.
    void prepare(const Picture& for_picture, int for_width, int for_height, int for_side,
                 std::span<const Drawing> drawings, std::span<const StoredMesh> meshes);
};

} // namespace spinescope::render
