#include "render/mesh_store.hpp"

#include "anatomy/chain.hpp"
#include "files/failure.hpp"
#include "render/fibres.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <limits>
#include <numbers>
#include <string>

namespace spinescope::render {
namespace {

struct RigidCorner {
    std::array<std::uint16_t, 4> place; // and sky
    std::array<std::int16_t, 2> normal;
};
struct SoftCorner {
    RigidCorner rigid;
    std::array<std::int16_t, 2> fibre;
    std::array<std::uint16_t, 2> ride; // and across
};
static_assert(sizeof(RigidCorner) == 12 && sizeof(SoftCorner) == 20);

/// 0..1 to 16 bits.
std::uint16_t packed(float x) {
    return static_cast<std::uint16_t>(std::lround(std::clamp(x, 0.0f, 1.0f) * 65535.0f));
}

/// A direction folded onto an octahedron and that flattened (Meyer et al. 2010, "On floating-point normal
/// vectors"): 0.004 degrees apart. No direction becomes one.
std::array<std::int16_t, 2> folded(const glm::vec3& n) {
    const float sum = std::abs(n.x) + std::abs(n.y) + std::abs(n.z);
    if (!(sum > 0)) return {};
    glm::vec2 p{n.x / sum, n.y / sum};
    if (n.z < 0)
        p = {(1 - std::abs(p.y)) * (p.x < 0 ? -1.0f : 1.0f), (1 - std::abs(p.x)) * (p.y < 0 ? -1.0f : 1.0f)};
    const auto bits = [](float x) {
        return static_cast<std::int16_t>(std::lround(std::clamp(x, -1.0f, 1.0f) * 32767.0f));
    };
    return {bits(p.x), bits(p.y)};
}

void check(const anatomy::Mesh& mesh) {
    const std::size_t corners = mesh.positions.size();
    const auto none_or_all = [=](const auto& values) { return values.empty() || values.size() == corners; };
    const bool whole =
        mesh.normals.size() == corners && none_or_all(mesh.occlusion) && none_or_all(mesh.ride) &&
        none_or_all(mesh.across) && mesh.indices.size() % 3 == 0 &&
        std::all_of(mesh.indices.begin(), mesh.indices.end(), [=](auto i) { return i < corners; });
    if (!whole)
        throw Failure("mesh",
                      "its parts do not fit together (" + std::to_string(corners) + " positions, " +
                          std::to_string(mesh.normals.size()) + " normals, " +
                          std::to_string(mesh.indices.size()) + " indices)",
                      "report this");
}

Box box_around(const std::vector<glm::vec3>& points) {
    Box box;
    if (!points.empty()) box = {points.front(), points.front()};
    for (const glm::vec3& p : points) box = united(box, {p, p});
    return box;
}

/// What of the mesh lies between which bones. A corner that rides on one bone alone belongs to the part below
/// it.
std::vector<StoredMesh::Part> parts_of(const anatomy::Mesh& mesh) {
    std::array<std::vector<glm::vec3>, anatomy::chain_length - 1> shares;
    for (std::size_t i = 0; i < mesh.ride.size(); ++i) {
        const float place = std::clamp(mesh.ride[i], anatomy::occiput_ride, anatomy::sacrum_ride);
        shares.at(std::min(static_cast<std::size_t>(place), shares.size() - 1)).push_back(mesh.positions[i]);
    }
    std::vector<StoredMesh::Part> parts;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (!shares[i].empty()) parts.push_back({i, box_around(shares[i])});
    return parts;
}

template <typename Corner>
void fill(const std::vector<Corner>& corners) {
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners.size() * sizeof(Corner)), corners.data(),
                 GL_STATIC_DRAW);
}

void point_attribute(GLuint number, GLint numbers, GLenum type, std::size_t stride, std::size_t at) {
    glEnableVertexAttribArray(number);
    glVertexAttribPointer(number, numbers, type, GL_TRUE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(at)); // NOLINT(performance-no-int-to-ptr)
}

Outline outline_of(const StoredMesh& mesh) {
    glBindBuffer(GL_ARRAY_BUFFER, mesh.corners.get());
    GLint bytes = 0;
    glGetBufferParameteriv(GL_ARRAY_BUFFER, GL_BUFFER_SIZE, &bytes);
    std::vector<std::byte> stored(static_cast<std::size_t>(bytes));
    glGetBufferSubData(GL_ARRAY_BUFFER, 0, bytes, stored.data());
    const std::size_t stride = mesh.rides || mesh.has_fibres ? sizeof(SoftCorner) : sizeof(RigidCorner);
    const glm::vec3 size = mesh.box.high - mesh.box.low;
    Outline reach{};
    constexpr auto directions = static_cast<float>(reach.size());
    for (std::size_t at = 0; at + stride <= stored.size(); at += stride) {
        const auto* corner = reinterpret_cast<const RigidCorner*>(&stored[at]);
        const glm::vec2 p{mesh.box.low.x + size.x * static_cast<float>(corner->place[0]) / 65535.0f,
                          mesh.box.low.z + size.z * static_cast<float>(corner->place[2]) / 65535.0f};
        const float turn = std::atan2(p.y, p.x) / (2 * std::numbers::pi_v<float>);
        const auto direction = static_cast<std::size_t>(std::lround((turn + 1) * directions)) % reach.size();
        reach.at(direction) = std::max(reach.at(direction), 1e3f * glm::length(p));
    }
    // A coarse mesh has directions in which only its inside, or nothing, has a corner: such notches are
    // closed (the largest of the neighbours, then the smallest of those), and what is left is smoothed.
    const auto filtered = [&](int width, auto choose) {
        const Outline before = reach;
        for (int i = 0; i < 64; ++i)
            for (int k = -width; k <= width; ++k)
                reach.at(static_cast<std::size_t>(i)) = choose(
                    reach.at(static_cast<std::size_t>(i)), before.at(static_cast<std::size_t>((i + k) & 63)));
    };
    filtered(3, [](float a, float b) { return std::max(a, b); });
    filtered(3, [](float a, float b) { return std::min(a, b); });
    for (int round = 0; round < 3; ++round) {
        const Outline before = reach;
        for (std::size_t i = 0; i < 64; ++i)
            reach.at(i) = 0.25f * (before.at((i + 63) & 63) + 2 * before.at(i) + before.at((i + 1) & 63));
    }
    return reach;
}

} // namespace

Box united(const Box& a, const Box& b) {
    return {glm::min(a.low, b.low), glm::max(a.high, b.high)};
}

Box carried(const glm::mat4& there, const Box& box) {
    const glm::vec3 centre(there * glm::vec4((box.low + box.high) / 2.0f, 1));
    const glm::vec3 half = (box.high - box.low) / 2.0f;
    const glm::vec3 reach = glm::abs(glm::vec3(there[0])) * half.x + glm::abs(glm::vec3(there[1])) * half.y +
                            glm::abs(glm::vec3(there[2])) * half.z;
    return {centre - reach, centre + reach};
}

glm::mat4 StoredMesh::unpacked() const {
    const glm::vec3 size = box.high - box.low;
    return {{size.x, 0, 0, 0}, {0, size.y, 0, 0}, {0, 0, size.z, 0}, glm::vec4(box.low, 1)};
}

void StoredMesh::draw() const {
    if (count == 0) return;
    glBindVertexArray(arrays.get());
    glDrawElements(GL_TRIANGLES, count, index_type, nullptr);
}

void store(StoredMesh& into, const anatomy::Mesh& mesh) {
    check(mesh);
    Box box = box_around(mesh.positions);
    box.high = glm::max(box.high, box.low + 1e-6f); // what is flat needs a thickness to be divided by
    into.box = box;
    into.count = static_cast<GLsizei>(mesh.indices.size());
    into.rides = !mesh.ride.empty();
    into.across_low_mm = into.across_span_mm = 0;
    if (!mesh.across.empty()) {
        const auto [low, high] = std::ranges::minmax(mesh.across);
        into.across_low_mm = low;
        into.across_span_mm = high - low;
    }
    // In a file what has no fibres lies at 0 everywhere.
    into.has_fibres = into.across_span_mm > 1e-3f;
    into.parts = parts_of(mesh);
    into.known_outline.reset();

    const auto rigid = [&](std::size_t i) {
        const glm::vec3 at = (mesh.positions[i] - box.low) / (box.high - box.low);
        const float sky = mesh.occlusion.empty() ? 1.0f : mesh.occlusion[i];
        return RigidCorner{{packed(at.x), packed(at.y), packed(at.z), packed(sky)}, folded(mesh.normals[i])};
    };
    if (!into.arrays) {
        into.arrays = gl::make_vertex_array();
        into.corners = gl::make_buffer();
        into.triangles = gl::make_buffer();
    }
    glBindVertexArray(into.arrays.get());
    glBindBuffer(GL_ARRAY_BUFFER, into.corners.get());
    const bool soft = into.rides || into.has_fibres;
    const std::size_t stride = soft ? sizeof(SoftCorner) : sizeof(RigidCorner);
    point_attribute(0, 4, GL_UNSIGNED_SHORT, stride, 0);
    point_attribute(1, 2, GL_SHORT, stride, offsetof(RigidCorner, normal));
    if (soft) {
        const std::vector<glm::vec3> along =
            into.has_fibres ? fibre_directions(mesh) : std::vector<glm::vec3>();
        std::vector<SoftCorner> corners(mesh.positions.size());
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const float ride = into.rides ? mesh.ride[i] / anatomy::sacrum_ride : 0;
            const float across =
                into.has_fibres ? (mesh.across[i] - into.across_low_mm) / into.across_span_mm : 0;
            corners[i] = {
                rigid(i), folded(along.empty() ? glm::vec3(0) : along[i]), {packed(ride), packed(across)}};
        }
        fill(corners);
        point_attribute(2, 2, GL_SHORT, stride, offsetof(SoftCorner, fibre));
        point_attribute(3, 2, GL_UNSIGNED_SHORT, stride, offsetof(SoftCorner, ride));
    } else {
        std::vector<RigidCorner> corners(mesh.positions.size());
        for (std::size_t i = 0; i < corners.size(); ++i) corners[i] = rigid(i);
        fill(corners);
        glDisableVertexAttribArray(2);
        glDisableVertexAttribArray(3);
    }
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, into.triangles.get());
    if (mesh.positions.size() <= 0xffff) {
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
    glBindVertexArray(0);
}

const Outline& StoredMesh::outline() const {
    if (!known_outline) known_outline = outline_of(*this);
    return *known_outline;
}

} // namespace spinescope::render
