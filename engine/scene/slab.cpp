#include "scene/slab.hpp"

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>

namespace spinescope::scene {

float Slab::rounded(float r) {
    return std::sqrt(std::max(0.0f, 1 - std::pow(r, 8.0f)));
}

anatomy::Mesh surface(const Slab& slab, const JointFrame& frame) {
    const auto spokes = std::uint32_t(slab.spokes), rings = std::uint32_t(slab.rings);
    const std::uint32_t rim = 1 + (rings - 1) * spokes; // first corner of the outermost ring
    anatomy::Mesh mesh;
    std::vector<glm::vec3> below;
    const auto put = [&](float r, float angle) {
        const glm::vec2 uv = slab.place(r, angle);
        const float a = slab.low(uv), b = std::max(a, slab.high(uv));
        const float middle = (a + b) / 2, half = (b - a) / 2 * slab.edge(r);
        mesh.positions.push_back(frame.at(uv, middle + half));
        below.push_back(frame.at(uv, middle - half));
    };
    put(0, 0);
    for (std::uint32_t ring = 1; ring <= rings; ++ring) {
        // Rings crowd towards the rim, where the slab closes.
        const float r = std::sin(glm::half_pi<float>() * float(ring) / float(rings));
        for (std::uint32_t spoke = 0; spoke < spokes; ++spoke)
            put(r, glm::two_pi<float>() * float(spoke) / float(spokes));
    }
    // Both faces share the rim.
    const auto under = std::uint32_t(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), below.begin(), below.begin() + std::ptrdiff_t(rim));
    const auto triangle = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        mesh.indices.insert(mesh.indices.end(), {a, b, c});
        const auto down = [&](std::uint32_t i) { return i >= rim ? i : under + i; };
        mesh.indices.insert(mesh.indices.end(), {down(a), down(c), down(b)});
    };
    for (std::uint32_t s = 0; s < spokes; ++s) {
        const std::uint32_t next = (s + 1) % spokes;
        triangle(0, 1 + s, 1 + next);
        for (std::uint32_t ring = 0; ring + 1 < rings; ++ring) {
            const std::uint32_t inner = 1 + ring * spokes, outer = inner + spokes;
            triangle(inner + s, outer + s, outer + next);
            triangle(inner + s, outer + next, inner + next);
        }
    }
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0));
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[t]], b = mesh.positions[mesh.indices[t + 1]],
                        c = mesh.positions[mesh.indices[t + 2]];
        const glm::vec3 area = glm::cross(b - a, c - a);
        for (std::size_t k = 0; k < 3; ++k) mesh.normals[mesh.indices[t + k]] += area;
    }
    for (glm::vec3& normal : mesh.normals)
        normal = glm::dot(normal, normal) > 0 ? glm::normalize(normal) : frame.normal;
    return mesh;
}

anatomy::Mesh ball(const JointFrame& frame, glm::vec2 uv, float w, float radius_m, int spokes, int rings) {
    // A polyhedron inside a sphere is smaller than it.
    const float across = glm::pi<float>() / float(spokes), along = glm::pi<float>() / float(4 * rings);
    const float true_radius = radius_m * (1 + across * across / 4.5f + along * along / 3);
    Slab slab;
    slab.place = [&](float r, float angle) {
        return uv + r * true_radius *
                        glm::vec2(std::cos(angle) / frame.half_width, std::sin(angle) / frame.half_height);
    };
    slab.low = [&](glm::vec2) { return w - true_radius; };
    slab.high = [&](glm::vec2) { return w + true_radius; };
    slab.edge = [](float r) { return std::sqrt(std::max(0.0f, 1 - r * r)); };
    slab.spokes = spokes;
    slab.rings = rings;
    return surface(slab, frame);
}

void append(anatomy::Mesh& mesh, const anatomy::Mesh& more) {
    const auto first = std::uint32_t(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), more.positions.begin(), more.positions.end());
    mesh.normals.insert(mesh.normals.end(), more.normals.begin(), more.normals.end());
    for (const std::uint32_t index : more.indices) mesh.indices.push_back(first + index);
}

} // namespace spinescope::scene
