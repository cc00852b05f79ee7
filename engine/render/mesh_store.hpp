#pragma once

#include "anatomy/mesh.hpp"
#include "render/gl.hpp"

#include <array>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

namespace spinescope::render {

/// How far a mesh reaches from its own y axis in 64 directions, mm, the first along x, onward to z.
using Outline = std::array<float, 64>;

/// An upright box in some frame.
struct Box {
    glm::vec3 low{};
    glm::vec3 high{};
};
/// The smallest box in the other frame around a box that is carried there.
[[nodiscard]] Box carried(const glm::mat4& there, const Box& box);
[[nodiscard]] Box united(const Box& a, const Box& b);

/// A mesh in the graphics card's memory. A rigid corner takes 12 bytes: its place in the mesh's box and the
/// sky it sees as four 16-bit numbers, and its normal folded onto an octahedron; a soft one takes 20: the
/// direction of its fibres, its ride and its place across the fibres too. Places are kept to a 130000th of
/// the box.
struct StoredMesh {
    gl::VertexArray arrays;
    gl::Buffer corners;
    gl::Buffer triangles;
    GLsizei count = 0; ///< of indices
    GLenum index_type = GL_UNSIGNED_INT;
    Box box; ///< own frame
    bool rides = false;
    bool has_fibres = false;
    float across_low_mm = 0, across_span_mm = 0; ///< what 0 and 1 of the stored place across mean

    /// Of a mesh that rides: the part of it between two neighbours on the chain of bones.
    struct Part {
        std::size_t upper = 0; ///< and upper + 1 carry it
        Box box;
    };
    std::vector<Part> parts;

    /// From stored places (0 to 1) to its own frame, m.
    [[nodiscard]] glm::mat4 unpacked() const;
    /// Found in what is stored, when first asked for.
    [[nodiscard]] const Outline& outline() const;
    /// Draws its triangles with whatever program is in use.
    void draw() const;

    mutable std::optional<Outline> known_outline;
};

/// Fills `into` (new or not). Throws Failure when the mesh does not fit together.
void store(StoredMesh& into, const anatomy::Mesh& mesh);

} // namespace spinescope::render
