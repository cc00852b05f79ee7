#include "anatomy/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

float volume_of(const Mesh& mesh) {
    const glm::vec3 middle = mesh.positions.front(); // keeps the products small
    float volume = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        volume += glm::dot(mesh.positions[mesh.indices[i]] - middle,
                           glm::cross(mesh.positions[mesh.indices[i + 1]] - middle,
                                      mesh.positions[mesh.indices[i + 2]] - middle));
    return volume;
}

void turn_inside_out(Mesh& mesh) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
}

/// Weighted by the triangles' angles, so that a thin rim turns its edge as a thick one would.
void find_normals(Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t corner = mesh.indices[i + k];
            const glm::vec3 a = mesh.positions[mesh.indices[i + (k + 1) % 3]] - mesh.positions[corner];
            const glm::vec3 b = mesh.positions[mesh.indices[i + (k + 2) % 3]] - mesh.positions[corner];
            const glm::vec3 n = glm::cross(a, b);
            const float length = glm::length(n);
            if (length > 0) mesh.normals[corner] += n / length * std::atan2(length, glm::dot(a, b));
        }
    for (glm::vec3& n : mesh.normals) {
        const float length = glm::length(n);
        n = length > 0 ? n / length : glm::vec3(0, 1, 0);
    }
}

std::vector<glm::vec3> grid_normals(const Sheet& sheet, const glm::vec3& towards) {
    std::vector<glm::vec3> normals;
    const bool sleeve = sheet.ends == Sheet::Columns::meeting;
    const auto deep = [&](int column, int row) {
        column = sleeve ? (column + sheet.columns) % sheet.columns : std::clamp(column, 0, sheet.columns - 1);
        return sheet.at(column, std::clamp(row, 0, sheet.rows - 1)).deep;
    };
    for (int row = 0; row < sheet.rows; ++row)
        for (int column = 0; column < sheet.columns; ++column) {
            const glm::vec3 n = glm::cross(deep(column + 1, row) - deep(column - 1, row),
                                           deep(column, row + 1) - deep(column, row - 1));
            const float length = glm::length(n);
            const glm::vec3 unit = length > 1e-6F ? n / length : towards;
            normals.push_back(glm::dot(unit, towards) < 0 ? -unit : unit);
        }
    return normals;
}

} // namespace

void thicken(Sheet& sheet, const glm::vec3& towards, const std::function<float(int, int)>& thickness) {
    const std::vector<glm::vec3> normals = grid_normals(sheet, towards);
    for (int row = 0; row < sheet.rows; ++row)
        for (int column = 0; column < sheet.columns; ++column) {
            SheetPlace& place = sheet.at(column, row);
            const auto i = static_cast<std::size_t>(row) * static_cast<std::size_t>(sheet.columns) +
                           static_cast<std::size_t>(column);
            place.surface = place.deep + thickness(column, row) * normals[i];
            place.surface_ride = place.deep_ride;
        }
}

void thicken_both_ways(Sheet& sheet, const glm::vec3& towards,
                       const std::function<float(int, int)>& thickness) {
    thicken(sheet, towards, thickness);
    for (SheetPlace& place : sheet.places) {
        const glm::vec3 half = 0.5F * (place.surface - place.deep);
        place.surface -= half;
        place.deep -= half;
    }
}

Mesh closed(const Sheet& sheet) {
    Mesh mesh;
    const auto count = static_cast<std::uint32_t>(sheet.places.size());
    for (const bool surface : {true, false})
        for (const SheetPlace& place : sheet.places) {
            mesh.positions.push_back(surface ? place.surface : place.deep);
            mesh.ride.push_back(surface ? place.surface_ride : place.deep_ride);
            mesh.across.push_back(place.across);
        }
    const bool sleeve = sheet.ends == Sheet::Columns::meeting;
    const auto index = [&](int column, int row) {
        return static_cast<std::uint32_t>(row * sheet.columns + column % sheet.columns);
    };
    // The shorter diagonal keeps a bent sheet smooth.
    const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        const auto apart = [&](std::uint32_t i, std::uint32_t j) {
            return glm::distance(mesh.positions[i], mesh.positions[j]);
        };
        if (apart(a, c) <= apart(b, d))
            mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d});
        else
            mesh.indices.insert(mesh.indices.end(), {b, c, d, b, d, a});
    };
    const int wide = sleeve ? sheet.columns : sheet.columns - 1;
    for (int row = 0; row + 1 < sheet.rows; ++row)
        for (int column = 0; column < wide; ++column) {
            const std::uint32_t a = index(column, row);
            const std::uint32_t b = index(column + 1, row);
            const std::uint32_t c = index(column + 1, row + 1);
            const std::uint32_t d = index(column, row + 1);
            quad(a, b, c, d);
            quad(count + a, count + d, count + c, count + b);
        }
    const auto rim = [&](std::uint32_t from, std::uint32_t to) { quad(to, from, count + from, count + to); };
    for (int column = 0; column < wide; ++column) {
        rim(index(column, 0), index(column + 1, 0));
        rim(index(column + 1, sheet.rows - 1), index(column, sheet.rows - 1));
    }
    if (!sleeve)
        for (int row = 0; row + 1 < sheet.rows; ++row) {
            rim(index(0, row + 1), index(0, row));
            rim(index(sheet.columns - 1, row), index(sheet.columns - 1, row + 1));
        }
    if (volume_of(mesh) < 0) turn_inside_out(mesh);
    find_normals(mesh);
    return mesh;
}

Mesh joined(const Mesh& a, const Mesh& b) {
    Mesh both = a;
    const auto first = static_cast<std::uint32_t>(a.positions.size());
    const auto append = [](auto& to, const auto& more) { to.insert(to.end(), more.begin(), more.end()); };
    append(both.positions, b.positions);
    append(both.normals, b.normals);
    append(both.ride, b.ride);
    append(both.across, b.across);
    for (const std::uint32_t v : b.indices) both.indices.push_back(first + v);
    return both;
}

Mesh seen_in(const Pose& frame, Mesh mesh) {
    for (glm::vec3& p : mesh.positions) p = frame.into(p);
    for (glm::vec3& n : mesh.normals) n = frame.turned_back(n);
    return mesh;
}

float tapered(float s, float power) {
    return std::sqrt(std::max(1 - std::pow(std::abs(2 * s - 1), power), 0.0F));
}

} // namespace spinescope::anatomy
