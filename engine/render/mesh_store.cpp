#include "render/mesh_store.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <string>

namespace spinescope::render {
namespace {

struct Corner {
    glm::vec3 position;
    std::int16_t shape[4]; // normal, sky
};

std::int16_t packed(float x) {
    return static_cast<std::int16_t>(std::clamp(x, -1.0f, 1.0f) * 32767.0f + (x < 0 ? -0.5f : 0.5f));
}

void check(const anatomy::Mesh& mesh) {
    const std::size_t corners = mesh.positions.size();
    const bool whole =
        mesh.normals.size() == corners && (mesh.occlusion.empty() || mesh.occlusion.size() == corners) &&
        mesh.indices.size() % 3 == 0 &&
        std::all_of(mesh.indices.begin(), mesh.indices.end(), [=](auto i) { return i < corners; });
    if (!whole)
        throw Failure("mesh",
                      "its parts do not fit together (" + std::to_string(corners) + " positions, " +
                          std::to_string(mesh.normals.size()) + " normals, " +
                          std::to_string(mesh.indices.size()) + " indices)",
                      "report this");
}

} // namespace

void StoredMesh::draw() const {
    if (count == 0) return;
    glBindVertexArray(arrays.get());
    glDrawElements(GL_TRIANGLES, count, index_type, nullptr);
}

void store(StoredMesh& into, const anatomy::Mesh& mesh) {
    check(mesh);
    std::vector<Corner> corners(mesh.positions.size());
    glm::vec3 low{0}, high{0};
    if (!mesh.positions.empty()) low = high = mesh.positions.front();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const glm::vec3& p = mesh.positions[i];
        const glm::vec3& n = mesh.normals[i];
        low = glm::min(low, p);
        high = glm::max(high, p);
        const float sky = mesh.occlusion.empty() ? 1.0f : mesh.occlusion[i];
        corners[i] = {p, {packed(n.x), packed(n.y), packed(n.z), packed(sky)}};
    }
    into.centre = (low + high) / 2.0f;
    into.radius = glm::length(high - low) / 2;
    into.count = static_cast<GLsizei>(mesh.indices.size());

    if (!into.arrays) {
        into.arrays = gl::make_vertex_array();
        into.corners = gl::make_buffer();
        into.triangles = gl::make_buffer();
    }
    glBindVertexArray(into.arrays.get());
    glBindBuffer(GL_ARRAY_BUFFER, into.corners.get());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners.size() * sizeof(Corner)), corners.data(),
                 GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, into.triangles.get());
    if (corners.size() <= 0xffff) {
        const std::vector<std::uint16_t> small(mesh.indices.begin(), mesh.indices.end());
        into.index_type = GL_UNSIGNED_SHORT;
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(small.size() * sizeof small[0]),
                     small.data(), GL_STATIC_DRAW);
    } else {
        into.index_type = GL_UNSIGNED_INT;
        glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                     static_cast<GLsizeiptr>(mesh.indices.size() * sizeof mesh.indices[0]),
                     mesh.indices.data(), GL_STATIC_DRAW);
    }
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(Corner), nullptr);
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(
        1, 4, GL_SHORT, GL_TRUE, sizeof(Corner),
        reinterpret_cast<const void*>(offsetof(Corner, shape))); // NOLINT(performance-no-int-to-ptr)
    glBindVertexArray(0);
}

} // namespace spinescope::render
