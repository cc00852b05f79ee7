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
std::vector<float> heights(const Structure& bone, const JointFrame& frame, float sign, float fallback) {
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
                frame.at({2.0f * float(i) / field_cells - 1, 2.0f * float(j) / field_cells - 1}, 0);
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

float sample(const std::vector<float>& field, glm::vec2 uv) {
    const float x = std::clamp((uv.x + 1) / 2, 0.0f, 1.0f) * field_cells,
                y = std::clamp((uv.y + 1) / 2, 0.0f, 1.0f) * field_cells;
    const int i = std::min(int(x), field_cells - 1), j = std::min(int(y), field_cells - 1);
    const float s = x - float(i), t = y - float(j);
    const auto at = [&](int a, int b) { return field[cell(a, b)]; };
    return glm::mix(glm::mix(at(i, j), at(i + 1, j), s), glm::mix(at(i, j + 1), at(i + 1, j + 1), s), t);
}

const Structure& bone(const Model& model, const std::string& id, const std::string& joint) {
    const auto index = model.find(id);
    if (!index) throw Failure(joint, "the model has no structure '" + id + "'", "use the whole spine");
    return model.structures[*index];
}

/// The triangles near the joint, corner by corner, spine frame.
std::vector<glm::vec3> corners_near(const Structure& structure, const JointFrame& frame) {
    const float radius = 1.8f * std::max(frame.half_width, frame.half_height) + reach_m;
    std::vector<glm::vec3> corners;
    for (std::size_t t = 0; t + 2 < structure.mesh.indices.size(); t += 3) {
        glm::vec3 corner[3];
        bool near = false;
        for (std::size_t k = 0; k < 3; ++k) {
            corner[k] = glm::vec3(structure.place *
                                  glm::vec4(structure.mesh.positions[structure.mesh.indices[t + k]], 1));
            near = near || glm::distance(corner[k], frame.centre) < radius;
        }
        if (near) corners.insert(corners.end(), corner, corner + 3);
    }
    return corners;
}

constexpr float shortest_reach = 1.04f, longest_reach = 1.7f;

/// How far from the joint's axis a surface first stands in the way, around the mouth of the cleft.
std::vector<float> distances(const std::vector<glm::vec3>& corners, const JointSpace& space,
                             const JointFrame& frame) {
    std::vector<float> reach(JointSpace::spokes);
    for (std::size_t spoke = 0; spoke < reach.size(); ++spoke) {
        const float angle = glm::two_pi<float>() * float(spoke) / JointSpace::spokes;
        const glm::vec2 rim(std::cos(angle), std::sin(angle));
        const float w = (space.lower_at(rim) + space.upper_at(rim)) / 2;
        const glm::vec3 from = frame.at(0.9f * rim, w), along = frame.at(1.9f * rim, w) - from;
        float nearest = longest_reach;
        for (std::size_t t = 0; t + 2 < corners.size(); t += 3)
            if (const auto hit = ray_triangle(from, along, corners[t], corners[t + 1], corners[t + 2]);
                hit && *hit > 0)
                nearest = std::min(nearest, 0.9f + *hit);
        reach[spoke] = std::max(shortest_reach, nearest);
    }
    // A spoke that slipped through a gap goes as far as its neighbours: the median of three.
    std::vector<float> smooth = reach;
    for (std::size_t spoke = 0; spoke < reach.size(); ++spoke) {
        const auto [low, high] = std::minmax(reach[(spoke + JointSpace::spokes - 1) % JointSpace::spokes],
                                             reach[(spoke + 1) % JointSpace::spokes]);
        smooth[spoke] = std::clamp(reach[spoke], low, high);
    }
    return smooth;
}

float around(const std::vector<float>& values, float angle) {
    const float at = (angle / glm::two_pi<float>() + 2) * float(values.size());
    const auto i = std::size_t(at);
    return glm::mix(values[i % values.size()], values[(i + 1) % values.size()], at - float(i));
}

} // namespace

float JointSpace::lower_at(glm::vec2 uv) const {
    return sample(lower, uv);
}

float JointSpace::upper_at(glm::vec2 uv) const {
    return sample(upper, uv);
}

float JointSpace::reach_at(float angle) const {
    return around(reach, angle);
}

float JointSpace::room_at(float angle) const {
    return around(room, angle);
}

std::string capsule_of(const anatomy::FacetJoint& joint) {
    return "capsule" + joint.id.substr(joint.id.find('.'));
}

JointSpace joint_space(const Model& model, const anatomy::FacetJoint& joint) {
    const JointFrame frame(joint);
    const float half = float(joint.joint_space_m / 2);
    const Structure& below = bone(model, joint.lower == "S1" ? "sacrum" : joint.lower, joint.id);
    const Structure& above = bone(model, joint.upper, joint.id);
    JointSpace space{.joint = joint, .cells = field_cells, .lower = {}, .upper = {}, .reach = {}, .room = {}};
    space.lower = heights(below, frame, -1, -half);
    space.upper = heights(above, frame, 1, half);
    constexpr float usual_reach = 1.15f;
    space.reach.assign(JointSpace::spokes, usual_reach);
    if (const auto capsule = model.find(capsule_of(joint))) {
        space.in_a_capsule = true;
        space.reach = distances(corners_near(model.structures[*capsule], frame), space, frame);
    }
    space.room = space.reach;
    for (const Structure* bone : {&below, &above}) {
        const std::vector<float> lips = distances(corners_near(*bone, frame), space, frame);
        for (std::size_t i = 0; i < lips.size(); ++i) space.room[i] = std::min(space.room[i], lips[i]);
    }
    return space;
}

} // namespace spinescope::scene
