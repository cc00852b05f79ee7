#include "anatomy/surface_nets.hpp"

#include "files/failure.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr int block = 8; // samples a side

/// Corner i of a cell sits at (i & 1, i >> 1 & 1, i >> 2 & 1).
struct Grid {
    glm::vec3 low{};
    float spacing = 0;
    glm::ivec3 size{}; // samples
    std::vector<float> value;

    [[nodiscard]] std::size_t index(int x, int y, int z) const {
        return (static_cast<std::size_t>(z) * size.y + y) * size.x + x;
    }
    [[nodiscard]] glm::vec3 at(int x, int y, int z) const {
        return low + spacing * glm::vec3(static_cast<float>(x), static_cast<float>(y), static_cast<float>(z));
    }
    [[nodiscard]] std::array<std::size_t, 8> corners(std::size_t first) const {
        const std::size_t dy = size.x;
        const std::size_t dz = static_cast<std::size_t>(size.x) * size.y;
        return {first,      first + 1,      first + dy,      first + dy + 1,
                first + dz, first + dz + 1, first + dz + dy, first + dz + dy + 1};
    }
};

Grid sample(const Solid& solid, const Box& box, float spacing) {
    Grid grid;
    grid.low = box.low;
    grid.spacing = spacing;
    grid.size = glm::ivec3(glm::ceil((box.high - box.low) / spacing)) + 1;
    grid.value.resize(static_cast<std::size_t>(grid.size.x) * grid.size.y * grid.size.z);
    const float half = 0.5F * (block - 1) * spacing;
    const float radius = half * std::sqrt(3.0F);
    std::vector<std::uint16_t> steps;
    for (int bz = 0; bz < grid.size.z; bz += block)
        for (int by = 0; by < grid.size.y; by += block)
            for (int bx = 0; bx < grid.size.x; bx += block) {
                const float middle = solid.steps_near(grid.at(bx, by, bz) + half, radius, steps);
                // One cell more than the block, so that the seam to a skipped neighbour holds no surface.
                const bool empty = std::abs(middle) > steepest * (radius + 2 * spacing);
                const glm::ivec3 end = glm::min(glm::ivec3(bx, by, bz) + block, grid.size);
                for (int z = bz; z < end.z; ++z)
                    for (int y = by; y < end.y; ++y)
                        for (int x = bx; x < end.x; ++x)
                            grid.value[grid.index(x, y, z)] =
                                empty ? middle : solid.evaluate(grid.at(x, y, z), steps);
            }
    return grid;
}

/// Whether the corners in `mask` hang together along the cell's edges.
constexpr bool connected(unsigned mask) {
    if (mask == 0) return true;
    unsigned reached = mask & (~mask + 1U);
    for (int round = 0; round < 8; ++round)
        for (unsigned i = 0; i < 8; ++i)
            if ((reached >> i & 1U) != 0)
                for (unsigned axis = 1; axis < 8; axis <<= 1U) reached |= (1U << (i ^ axis)) & mask;
    return reached == mask;
}

constexpr std::array<bool, 256> simple_cells = [] {
    std::array<bool, 256> simple{};
    for (unsigned mask = 0; mask < 256; ++mask) simple[mask] = connected(mask) && connected(~mask & 255U);
    return simple;
}();

unsigned mask_of(const Grid& grid, const std::array<std::size_t, 8>& corners) {
    unsigned mask = 0;
    for (unsigned i = 0; i < 8; ++i) mask |= (grid.value[corners[i]] < 0 ? 1U : 0U) << i;
    return mask;
}

/// A cell with one patch of surface in it gives a manifold mesh; others are filled, corner by corner, until
/// they are such. Filling only ever adds, so this ends.
void fill_ambiguous_cells(Grid& grid) {
    for (bool again = true; again;) {
        again = false;
        for (int z = 0; z + 1 < grid.size.z; ++z)
            for (int y = 0; y + 1 < grid.size.y; ++y)
                for (int x = 0; x + 1 < grid.size.x; ++x) {
                    const auto corners = grid.corners(grid.index(x, y, z));
                    if (simple_cells[mask_of(grid, corners)]) continue;
                    std::size_t best = corners[0];
                    float least = 1e30F;
                    for (const std::size_t c : corners)
                        if (grid.value[c] >= 0 && grid.value[c] < least) {
                            least = grid.value[c];
                            best = c;
                        }
                    grid.value[best] = -0.02F * grid.spacing;
                    again = true;
                }
    }
}

/// Mean of the points where the surface crosses the cell's edges.
glm::vec3 crossing_mean(const Grid& grid, const std::array<std::size_t, 8>& corners) {
    glm::vec3 sum(0);
    float count = 0;
    for (unsigned i = 0; i < 8; ++i)
        for (unsigned axis = 0; axis < 3; ++axis) {
            const unsigned j = i | 1U << axis;
            if (j == i) continue;
            const float a = grid.value[corners[i]];
            const float b = grid.value[corners[j]];
            if ((a < 0) == (b < 0)) continue;
            glm::vec3 p(static_cast<float>(i & 1U), static_cast<float>(i >> 1U & 1U),
                        static_cast<float>(i >> 2U & 1U));
            p[static_cast<int>(axis)] = a / (a - b);
            sum += p;
            count += 1;
        }
    return sum / count;
}

/// A step down the field's gradient, held within the cell, so that rims stay crisp.
glm::vec3 onto_surface(const Solid& solid, glm::vec3 p, float spacing, std::span<const std::uint16_t> steps) {
    const glm::vec3 start = p;
    const float h = 0.1F * spacing;
    for (int round = 0; round < 2; ++round) {
        const float value = solid.evaluate(p, steps);
        const glm::vec3 g{solid.evaluate(p + glm::vec3(h, 0, 0), steps) - value,
                          solid.evaluate(p + glm::vec3(0, h, 0), steps) - value,
                          solid.evaluate(p + glm::vec3(0, 0, h), steps) - value};
        const float steep = glm::dot(g, g) / (h * h);
        if (steep < 0.05F) break;
        p -= value * (g / h) / steep;
        p = glm::clamp(p, start - 0.45F * spacing, start + 0.45F * spacing);
    }
    return p;
}

} // namespace

Mesh mesh_solid(const Solid& solid, const Box& box, float spacing_mm) {
    Grid grid = sample(solid, box, spacing_mm);
    const auto fails = [&](int x, int y, int z) { return grid.value[grid.index(x, y, z)] < 0; };
    for (int z = 0; z < grid.size.z; ++z)
        for (int y = 0; y < grid.size.y; ++y)
            if (fails(0, y, z) || fails(grid.size.x - 1, y, z))
                throw Failure("mesh", "the solid reaches the side of its box along x", "enlarge the box");
    for (int x = 0; x < grid.size.x; ++x) {
        for (int z = 0; z < grid.size.z; ++z)
            if (fails(x, 0, z) || fails(x, grid.size.y - 1, z))
                throw Failure("mesh", "the solid reaches the side of its box along y", "enlarge the box");
        for (int y = 0; y < grid.size.y; ++y)
            if (fails(x, y, 0) || fails(x, y, grid.size.z - 1))
                throw Failure("mesh", "the solid reaches the side of its box along z", "enlarge the box");
    }
    fill_ambiguous_cells(grid);

    Mesh mesh;
    std::vector<std::int32_t> vertex(grid.value.size(), -1);
    std::vector<std::uint16_t> steps;
    for (int z = 0; z + 1 < grid.size.z; ++z)
        for (int y = 0; y + 1 < grid.size.y; ++y)
            for (int x = 0; x + 1 < grid.size.x; ++x) {
                const std::size_t first = grid.index(x, y, z);
                const auto corners = grid.corners(first);
                const unsigned mask = mask_of(grid, corners);
                if (mask == 0 || mask == 255) continue;
                vertex[first] = static_cast<std::int32_t>(mesh.positions.size());
                const glm::vec3 p = grid.at(x, y, z) + grid.spacing * crossing_mean(grid, corners);
                (void)solid.steps_near(p, 1.2F * grid.spacing, steps);
                mesh.positions.push_back(onto_surface(solid, p, grid.spacing, steps));
            }

    // One quad across every grid edge with a change of sign, seen from outside counter-clockwise.
    const std::array<std::size_t, 3> stride = {1, static_cast<std::size_t>(grid.size.x),
                                               static_cast<std::size_t>(grid.size.x) * grid.size.y};
    const auto quad = [&](std::size_t at, int axis, bool inside_first) {
        const std::size_t u = stride[static_cast<std::size_t>((axis + 1) % 3)];
        const std::size_t v = stride[static_cast<std::size_t>((axis + 2) % 3)];
        std::array<std::uint32_t, 4> q = {
            static_cast<std::uint32_t>(vertex[at]), static_cast<std::uint32_t>(vertex[at - u]),
            static_cast<std::uint32_t>(vertex[at - u - v]), static_cast<std::uint32_t>(vertex[at - v])};
        if (!inside_first) std::swap(q[1], q[3]);
        const auto gap = [&](int i, int j) {
            const glm::vec3 d = mesh.positions[q[static_cast<std::size_t>(i)]] -
                                mesh.positions[q[static_cast<std::size_t>(j)]];
            return glm::dot(d, d);
        };
        if (gap(0, 2) < gap(1, 3))
            mesh.indices.insert(mesh.indices.end(), {q[0], q[1], q[2], q[0], q[2], q[3]});
        else
            mesh.indices.insert(mesh.indices.end(), {q[1], q[2], q[3], q[1], q[3], q[0]});
    };
    for (int z = 1; z + 1 < grid.size.z; ++z)
        for (int y = 1; y + 1 < grid.size.y; ++y)
            for (int x = 1; x + 1 < grid.size.x; ++x) {
                const std::size_t at = grid.index(x, y, z);
                const bool inside = grid.value[at] < 0;
                for (int axis = 0; axis < 3; ++axis)
                    if (inside != (grid.value[at + stride[static_cast<std::size_t>(axis)]] < 0))
                        quad(at, axis, inside);
            }
    return mesh;
}

} // namespace spinescope::anatomy
