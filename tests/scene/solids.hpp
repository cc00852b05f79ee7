#pragma once

#include "anatomy/mesh.hpp"
#include "scene/model.hpp"

#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <numbers>
#include <string>
#include <unistd.h>

namespace spinescope::test {

/// A closed surface over a periodic grid; `at(u, v)` with u, v in 0..1 gives position and outward normal.
template <typename At>
anatomy::Mesh grid(unsigned columns, unsigned rows, bool closed_rows, At at) {
    anatomy::Mesh mesh;
    for (unsigned j = 0; j <= rows; ++j)
        for (unsigned i = 0; i <= columns; ++i) {
            // The last row and column repeat the first exactly, so that the surface is watertight.
            const unsigned ii = i == columns ? 0 : i;
            const unsigned jj = closed_rows && j == rows ? 0 : j;
            const auto [position, normal] = at(static_cast<float>(ii) / static_cast<float>(columns),
                                               static_cast<float>(jj) / static_cast<float>(rows));
            mesh.positions.push_back(position);
            mesh.normals.push_back(normal);
            mesh.occlusion.push_back(1);
        }
    for (unsigned j = 0; j < rows; ++j)
        for (unsigned i = 0; i < columns; ++i) {
            const unsigned a = j * (columns + 1) + i, b = a + 1, c = a + columns + 1, d = c + 1;
            if (closed_rows || j != 0) mesh.indices.insert(mesh.indices.end(), {a, b, c});
            if (closed_rows || j != rows - 1) mesh.indices.insert(mesh.indices.end(), {b, d, c});
        }
    return mesh;
}

inline anatomy::Mesh sphere(float radius, unsigned columns = 48, unsigned rows = 24) {
    return grid(columns, rows, false, [=](float u, float v) {
        const float a = 2 * std::numbers::pi_v<float> * u;
        // The poles exactly, so that all their corners are one point.
        const float s = v == 0 || v == 1 ? 0.0f : std::sin(std::numbers::pi_v<float> * v);
        const float c = v == 0 ? 1.0f : v == 1 ? -1.0f : std::cos(std::numbers::pi_v<float> * v);
        const glm::vec3 n{s * std::cos(a), c, s * std::sin(a)};
        return std::pair(n * radius, n);
    });
}

inline anatomy::Mesh torus(float ring, float tube, unsigned columns = 64, unsigned rows = 32) {
    return grid(columns, rows, true, [=](float u, float v) {
        const float a = 2 * std::numbers::pi_v<float> * u;
        const float b = -2 * std::numbers::pi_v<float> * v;
        const glm::vec3 n{std::cos(b) * std::cos(a), std::sin(b), std::cos(b) * std::sin(a)};
        const glm::vec3 centre{ring * std::cos(a), 0, ring * std::sin(a)};
        return std::pair(centre + n * tube, n);
    });
}

/// Two solids with names, placed apart: enough of a model to write and read.
inline scene::Model two_solids() {
    scene::Model model;
    model.structures.push_back({.id = "L4", .mesh = torus(0.02f, 0.008f)});
    model.structures.push_back({.id = "disc.L4-L5", .mesh = sphere(0.015f)});
    model.structures[0].place = glm::rotate(glm::translate(glm::mat4(1), {0.01f, 0.05f, -0.02f}), 0.4f,
                                            glm::normalize(glm::vec3(1, 2, 3)));
    anatomy::Mesh& ring = model.structures[0].mesh;
    for (std::size_t i = 0; i < ring.occlusion.size(); ++i)
        ring.occlusion[i] = 0.5f + 0.4f * std::sin(200 * ring.positions[i].x);
    return model;
}

/// A folder of its own, gone afterwards.
struct ScratchFolder {
    std::filesystem::path path;
    ScratchFolder() {
        static int count = 0;
        path = std::filesystem::temp_directory_path() /
               ("spinescope-test-" + std::to_string(getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path);
    }
    ~ScratchFolder() {
        std::error_code error;
        std::filesystem::remove_all(path, error);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
};

} // namespace spinescope::test
