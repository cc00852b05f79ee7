#pragma once

#include "render/mesh_store.hpp"
#include "render/renderer.hpp"

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <optional>
#include <span>
#include <vector>

namespace spinescope::render {

/// One drawing that may be seen, with what its pass needs.
struct Item {
    const Drawing* drawing = nullptr;
    const StoredMesh* mesh = nullptr;
    glm::mat4 to_clip{}; ///< own frame to clip space
    glm::mat3 to_view{}; ///< own frame's normals to the viewer's frame
    glm::vec3 centre{};  ///< of the bounding sphere, spine frame
    float radius = 0;    ///< of the bounding sphere
    float stretch = 1;   ///< by how much the place enlarges
    float depth = 0;     ///< of the sphere's centre, m from the viewer
    bool cut = false;    ///< the section plane goes through it
    glm::vec4 plane{};   ///< the section plane in its own frame
};

/// A rectangle of the kept picture, px from its lower left.
struct Area {
    int left = 0;
    int bottom = 0;
    int width = 0;
    int height = 0;
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
};

/// A picture's camera worked out for a size in pixels; the stage is `side` times as wide and high.
struct Frame {
    const Picture* picture = nullptr;
    int width = 0; ///< of the kept picture, px
    int height = 0;
    glm::mat4 view{};
    glm::mat4 to_clip{}; ///< spine frame to clip space
    glm::vec4 ray{};     ///< see shaders/light.glsl
    float grain = 0;     ///< how much of a surface's grain is seen: 1 close by, 0 from afar
    std::vector<Item> solid, see_through, ghosts;

    /// The smallest area around everything, or around what carries `id`, grown by `margin`; inside the
    /// picture.
    [[nodiscard]] Area covered(float margin, std::optional<std::uint32_t> id = {}) const;

    /// The stage covers only `area`: its fragment coordinates begin there.
    void shift(const Area& area, int side) {
        ray.z += ray.x * static_cast<float>(side * area.left);
        ray.w += ray.y * static_cast<float>(side * area.bottom);
    }

    /// Sorts `drawings` into the lists: solids from near to far, so that what is hidden is not shaded;
    /// drops what lies outside the picture or on the side that is cut away. Keeps the lists' memory.
    void prepare(const Picture& for_picture, int for_width, int for_height, int side,
                 std::span<const Drawing> drawings, std::span<const StoredMesh> meshes);
};

/// Size of a surface's grain, m.
constexpr float grain_m = 0.5e-3f;

} // namespace spinescope::render
