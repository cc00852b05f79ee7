#include "scene/joint_space.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <cmath>
#include <glm/glm.hpp>
#include <glm/gtc/constants.hpp>
#include <limits>
#include <optional>

namespace spinescope::scene {

namespace {

constexpr int field_cells = 20;
/// Bone further than this from the middle of the joint is not its facet.
constexpr float reach_m = 4e-3f;

constexpr std::size_t side = field_cells + 1;

/// Where the field keeps the value of column `i`, row `j`.
constexpr std::size_t cell(int i, int j) {
    return std::size_t(j) * side + std::size_t(i);
}

struct Frame {
    glm::vec3 centre, across, up, normal;
    float half_width, half_height;

    explicit Frame(const anatomy::FacetJoint& joint)
        : centre(joint.centre), across(glm::normalize(glm::cross(joint.up, joint.normal))), up(joint.up),
          normal(joint.normal), half_width(float(joint.width_m / 2)), half_height(float(joint.height_m / 2)) {
    }

    /// u, v in half widths and heights; w in metres along the normal.
    [[nodiscard]] glm::vec3 at(float u, float v, float w) const {
        return centre + u * half_width * across + v * half_height * up + w * normal;
    }
};

/// Möller & Trumbore 1997: signed distance along the ray.
std::optional<float> ray_triangle(glm::vec3 from, glm::vec3 along, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 e1 = b - a, e2 = c - a, p = glm::cross(along, e2);
    const float determinant = glm::dot(e1, p);
    if (std::abs(determinant) < 1e-14f) return std::nullopt;
    const glm::vec3 s = from - a, q = glm::cross(s, e1);
    const float u = glm::dot(s, p) / determinant, v = glm::dot(along, q) / determinant;
    if (u < 0 || v < 0 || u + v > 1) return std::nullopt;
    return glm::dot(e2, q) / determinant;
}

/// Heights of the bone nearest to the joint's middle surface, on the side `sign` of it.
std::vector<float> heights(const Structure& bone, const Frame& frame, float sign, float fallback) {
    std::vector<glm::vec3> corners;
    const float radius = std::hypot(frame.half_width, frame.half_height) + reach_m;
    for (std::size_t t = 0; t + 2 < bone.mesh.indices.size(); t += 3) {
        glm::vec3 corner[3];
        bool near = false;
        for (std::size_t k = 0; k < 3; ++k) {
            corner[k] = glm::vec3(bone.place * glm::vec4(bone.mesh.positions[bone.mesh.indices[t + k]], 1));
            near = near || glm::distance(corner[k], frame.centre) < radius;
        }
        // A facet looks across the joint space: the lower one up along the normal, the upper one against it.
        const glm::vec3 outward = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
        if (near && sign * glm::dot(outward, frame.normal) < 0)
            corners.insert(corners.end(), corner, corner + 3);
    }
    std::vector<float> field(side * side, std::numeric_limits<float>::quiet_NaN());
    for (int j = 0; j <= field_cells; ++j) {
        for (int i = 0; i <= field_cells; ++i) {
            const glm::vec3 from =
                frame.at(2.0f * float(i) / field_cells - 1, 2.0f * float(j) / field_cells - 1, 0);
            float best = reach_m;
            bool met = false;
            for (std::size_t t = 0; t < corners.size(); t += 3) {
                const auto w = ray_triangle(from, frame.normal, corners[t], corners[t + 1], corners[t + 2]);
                if (w && std::abs(*w) < std::abs(best)) {
                    best = *w;
                    met = true;
                }
            }
            if (met) field[cell(i, j)] = best;
        }
    }
    // Past the rim the field goes on as it was at the nearest ray that met bone.
    std::vector<float> filled = field;
    for (int j = 0; j <= field_cells; ++j) {
        for (int i = 0; i <= field_cells; ++i) {
            if (!std::isnan(field[cell(i, j)])) continue;
            int nearest = std::numeric_limits<int>::max();
            float height = fallback;
            for (int b = 0; b <= field_cells; ++b)
                for (int a = 0; a <= field_cells; ++a)
                    if (const float h = field[cell(a, b)]; !std::isnan(h)) {
                        const int d = (a - i) * (a - i) + (b - j) * (b - j);
                        if (d < nearest) {
                            nearest = d;
                            height = h;
                        }
                    }
            filled[cell(i, j)] = height;
        }
    }
    return filled;
}

float sample(const std::vector<float>& field, float u, float v) {
    const float x = std::clamp((u + 1) / 2, 0.0f, 1.0f) * field_cells,
                y = std::clamp((v + 1) / 2, 0.0f, 1.0f) * field_cells;
    const int i = std::min(int(x), field_cells - 1), j = std::min(int(y), field_cells - 1);
    const float s = x - float(i), t = y - float(j);
    const auto at = [&](int a, int b) { return field[cell(a, b)]; };
    return glm::mix(glm::mix(at(i, j), at(i + 1, j), s), glm::mix(at(i, j + 1), at(i + 1, j + 1), s), t);
}

enum class Rim { rounded, meeting };
/// What a rounded rim leaves of the volume: the integral of sqrt(1 - s^4) over 0..1.
constexpr float rounded_volume = 0.874f;

/// A closed slab over an ellipse of the joint: `low` and `high` give its faces (m along the normal) at (u,
/// v); its rim is rounded unless they meet there anyway. `size` scales the ellipse.
template <typename Low, typename High>
anatomy::Mesh slab(const Frame& frame, float size, Low&& low, High&& high, Rim rim_kind = Rim::rounded) {
    constexpr int rings = 14, spokes = 48;
    anatomy::Mesh mesh;
    const auto add = [&](bool top) {
        const auto first = static_cast<std::uint32_t>(mesh.positions.size());
        const auto put = [&](float r, float angle) {
            const float u = size * r * std::cos(angle), v = size * r * std::sin(angle);
            const float a = low(u, v), b = std::max(a, high(u, v));
            // An elliptical edge: full thickness inside, closing to nothing at the rim.
            const float edge =
                rim_kind == Rim::rounded ? std::sqrt(std::max(0.0f, 1 - std::pow(r, 8.0f))) : 1;
            const float middle = (a + b) / 2, half = (b - a) / 2 * edge;
            mesh.positions.push_back(frame.at(u, v, top ? middle + half : middle - half));
        };
        put(0, 0);
        for (int ring = 1; ring <= rings; ++ring) {
            // Rings crowd towards the rim, where the slab closes.
            const float r = std::sin(glm::half_pi<float>() * float(ring) / rings);
            for (int spoke = 0; spoke < spokes; ++spoke) put(r, glm::two_pi<float>() * float(spoke) / spokes);
        }
        const auto triangle = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
            if (!top) std::swap(b, c);
            for (const std::uint32_t i : {a, b, c}) mesh.indices.push_back(first + i);
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
        return first;
    };
    const std::uint32_t top = add(true), bottom = add(false);
    // The two rims coincide; the bottom's triangles use the top's rim so that the slab is closed.
    const std::uint32_t rim = 1 + (rings - 1) * spokes;
    for (std::uint32_t& index : mesh.indices)
        if (index >= bottom + rim) index = index - bottom + top;
    mesh.positions.resize(bottom + rim);

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

const Structure& bone(const Model& model, const std::string& id, const std::string& joint) {
    const auto index = model.find(id);
    if (!index) throw Failure(joint, "the model has no structure '" + id + "'", "use the whole spine");
    return model.structures[*index];
}

} // namespace

JointSpace joint_space(const Model& model, const anatomy::FacetJoint& joint) {
    const Frame frame(joint);
    const float half = float(joint.joint_space_m / 2);
    JointSpace space{.joint = joint, .cells = field_cells, .lower = {}, .upper = {}};
    space.lower =
        heights(bone(model, joint.lower == "S1" ? "sacrum" : joint.lower, joint.id), frame, -1, -half);
    space.upper = heights(bone(model, joint.upper, joint.id), frame, 1, half);
    return space;
}

JointTissues joint_tissues(const JointSpace& space, double opening_m, double cavity_m3) {
    const Frame frame(space.joint);
    const float opening = float(std::max(0.0, opening_m));
    const float film = float(thinnest_film_drawn_m);
    const auto floor = [&](float u, float v) { return sample(space.lower, u, v); };
    const auto ceiling = [&](float u, float v) { return sample(space.upper, u, v) + opening; };
    // Each cartilage fills its half of the space at rest but for the film.
    const auto thickness = [&](float u, float v) {
        return std::max(0.0f, (sample(space.upper, u, v) - sample(space.lower, u, v) - film) / 2);
    };
    const auto wet_floor = [&](float u, float v) { return floor(u, v) + thickness(u, v); };
    const auto wet_ceiling = [&](float u, float v) { return ceiling(u, v) - thickness(u, v); };
    // Cartilage reaches a little into its bone so that no light shows between them.
    constexpr float rooted = 0.25e-3f;

    JointTissues tissues;
    tissues.lower_cartilage = slab(
        frame, 1, [&](float u, float v) { return floor(u, v) - rooted; }, wet_floor);
    tissues.upper_cartilage =
        slab(frame, 1, wet_ceiling, [&](float u, float v) { return ceiling(u, v) + rooted; });
    tissues.fluid = slab(frame, 0.97f, wet_floor, wet_ceiling);
    if (cavity_m3 <= 0) return tissues;

    const float gap = film + opening;
    const float sphere = std::cbrt(float(cavity_m3) * 3 / (4 * glm::pi<float>()));
    // As a sphere while it fits; flattened to the gap it covers the area that its volume needs, at most the
    // facet.
    const float thick = std::min(2 * sphere, 0.92f * gap);
    const bool fits = sphere <= gap / 2;
    const float radius =
        fits ? sphere : std::sqrt(float(cavity_m3) / (glm::pi<float>() * thick * rounded_volume));
    const float mean_half = std::sqrt(frame.half_width * frame.half_height);
    const float size = std::min(0.93f, radius / mean_half);
    const auto middle = [&](float u, float v) { return (wet_floor(u, v) + wet_ceiling(u, v)) / 2; };
    const auto half_thick = [&](float u, float v) {
        const float flat = thick / 2;
        if (!fits) return flat;
        const float r2 = (u * u + v * v) / (size * size);
        return flat * std::sqrt(std::max(0.0f, 1 - r2));
    };
    tissues.cavity = slab(
        frame, size, [&](float u, float v) { return middle(u, v) - half_thick(u, v); },
        [&](float u, float v) { return middle(u, v) + half_thick(u, v); },
        fits ? Rim::meeting : Rim::rounded);
    return tissues;
}

} // namespace spinescope::scene
