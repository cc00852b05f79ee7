#pragma once

#include "anatomy/chain.hpp"
#include "anatomy/mesh.hpp"
#include "render/image.hpp"
#include "scene/camera.hpp"
#include "scene/heat_map.hpp"
#include "scene/tissue.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace spinescope::render {

/// A mesh on the graphics card; a number that stays valid as long as its Renderer.
struct MeshHandle {
    std::uint32_t index = 0;
    bool operator==(const MeshHandle&) const = default;
};

/// A figure along the chain of bones, shown as steps of colour on what has rides: where each segment stands
/// on its scale (scene::heat_level), or scene::not_measured, where the tissue itself shows. Below 0 is slack:
/// grey with thin stripes. Where `part_of_hurt` is above 1 broad dark stripes cross the colour.
struct Heat {
    scene::AlongSpine level{};
    scene::AlongSpine part_of_hurt{};
    bool operator==(const Heat&) const = default;
};

/// One thing to draw: a mesh, where, and how.
struct Drawing {
    MeshHandle mesh;
    glm::mat4 place{1};
    bool bends = false; ///< its corners ride on Picture::posture, after `place`; needs a mesh with rides
    scene::Tissue tissue = scene::Tissue::bone;
    /// Display RGB that stands for a figure, shown instead of the tissue: never tone-mapped, exact where the
    /// surface faces the viewer under open sky, and elsewhere the same hue a little darker, to tell the
    /// shape.
    std::optional<glm::vec3> data_colour{};
    std::optional<glm::vec3> data_rind{}; ///< with data_colour: that of the rind of its cut face
    std::optional<Heat> heat{};           ///< with data_colour, which stands for it where it is seen through
    float backward = 0;                   ///< stands back: 0 as it is, 1 lost in the ground
    float opacity = 1;                    ///< below 1: see-through, order-independent
    bool ghost = false;                   ///< context: only its Fresnel edge, no depth
    bool cut = true;                      ///< obeys Picture::cut
    std::uint32_t id = 0;                 ///< what picking answers; 0 is nothing
    bool operator==(const Drawing&) const = default;
};

enum class Tier { software, full };
enum class Theme { dark, light };

/// Everything else a picture depends on. Two equal Pictures of equal Drawings give the same pixels.
struct Picture {
    // output
    int width = 1280;
    int height = 720;
    float scale =
        1; ///< below 1 the scene is drawn smaller and enlarged: for a moving camera on slow machines
    // camera
    scene::Camera camera;
    // the bones' motion, for what bends
    anatomy::Posture posture;
    // look
    Theme theme = Theme::dark;
    bool background = true; ///< otherwise transparent
    Tier tier = Tier::software;
    bool squares = false;    ///< enlarged, its pixels stay squares
    bool silhouettes = true; ///< thin dark lines where one thing ends before another, when nothing moves
    // emphasis
    std::uint32_t selected = 0; ///< id with the accent outline
    std::uint32_t hovered = 0;  ///< id with a thin outline
    // section: what lies on the positive side of dot(plane.xyz, p) + plane.w is taken away and the cut is
    // capped
    std::optional<glm::vec4> cut;

    bool operator==(const Picture&) const = default;
};

/// Draws pictures of meshes. Needs a current OpenGL 3.3 core context for its whole life.
class Renderer {
public:
    /// Compiles the shaders of the installation. Throws Failure when OpenGL 3.3 is not there or a shader is
    /// broken.
    Renderer();
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// The driver's own name, e.g. "llvmpipe (LLVM 15.0.6, 256 bits)".
    [[nodiscard]] std::string device() const;
    /// software on a processor that draws without a graphics card, full otherwise.
    [[nodiscard]] Tier detected_tier() const;

    [[nodiscard]] MeshHandle upload(const anatomy::Mesh& mesh);
    /// Puts another shape behind the same handle (the fluid and the cavity change as the joint opens).
    void replace(MeshHandle handle, const anatomy::Mesh& mesh);

    /// One of the kept pictures, so that none disturbs another: the scene, the close-up in its inset, and a
    /// scan beside that.
    enum class Canvas { scene, inset, scan };
    /// Draws, unless the canvas already holds this very picture. Returns whether anything was drawn.
    bool draw(Canvas canvas, std::span<const Drawing> drawings, const Picture& picture);

    /// Waits until everything asked for so far is drawn; for measuring.
    void finish() const;

    /// The OpenGL texture of the canvas's picture (bottom row first), for the interface to show.
    [[nodiscard]] unsigned texture(Canvas canvas) const;
    /// Reads the canvas's picture back.
    [[nodiscard]] Image read(Canvas canvas) const;

    /// A point of the scene under a pixel.
    struct Hit {
        std::uint32_t id = 0; ///< 0: nothing there
        glm::vec3 point{};    ///< spine frame, m
    };
    /// What the canvas shows at a pixel counted from the top left of the picture's width x height.
    [[nodiscard]] Hit pick(Canvas canvas, int x, int y) const;

    /// A structure that shows in the canvas's picture, for a label to point at.
    struct Seen {
        std::uint32_t id = 0;
        std::size_t pixels = 0;          ///< of the picture as it is stored
        float left_px = 0, right_px = 0; ///< how far it reaches across the picture
        Hit anchor;                      ///< well inside what shows of it
    };
    [[nodiscard]] std::vector<Seen> seen(Canvas canvas) const;

    /// What the driver has complained about so far (KHR_debug); empty when all is well. For tests.
    [[nodiscard]] std::vector<std::string> complaints() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace spinescope::render
