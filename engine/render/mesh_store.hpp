#pragma once

#include "anatomy/mesh.hpp"
#include "render/gl.hpp"

#include <glm/vec3.hpp>
#include <vector>

namespace spinescope::render {

/// A mesh in the graphics card's memory: position as float, normal and occlusion as four signed 16-bit
/// numbers, 20 bytes a corner.
struct StoredMesh {
    gl::VertexArray arrays;
    gl::Buffer corners;
    gl::Buffer triangles;
    GLsizei count = 0; ///< of indices
    GLenum index_type = GL_UNSIGNED_INT;
    glm::vec3 centre{}; ///< of a sphere around it, own frame
    float radius = 0;

    /// Draws its triangles with whatever program is in use.
    void draw() const;
};

/// Fills `into` (new or not). Throws Failure when the mesh does not fit together.
void store(StoredMesh& into, const anatomy::Mesh& mesh);

} // namespace spinescope::render
