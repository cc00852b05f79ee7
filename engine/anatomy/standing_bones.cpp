#include "anatomy/standing_bones.hpp"

#include "anatomy/mesh_checks.hpp"
#include "anatomy/mesh_reduction.hpp"
#include "anatomy/parallel.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

namespace spinescope::anatomy {

namespace {

/// What a bone gets of the default level of detail, about 95 000 triangles in all.
std::size_t triangles_for(std::string_view id) {
    if (id == "sacrum") return 8000;
    if (id == "coccyx") return 1200;
    if (id.front() == 'L') return 4400;
    return 3300;
}

Bone bone_at(const Figures& figures, std::string_view level) {
    switch (region_of(level)) {
    case Region::atlas:
        return atlas(figures);
    case Region::axis:
        return axis(figures);
    case Region::cervical:
        return cervical_vertebra(plan_vertebra(figures, level));
    case Region::thoracic:
        return thoracic_vertebra(plan_vertebra(figures, level));
    case Region::lumbar:
        return lumbar_vertebra(plan_vertebra(figures, level));
    default:
        return sacrum(figures);
    }
}

/// Takes out of `bone` the room its lower neighbour needs: the neighbour itself and the joint space around
/// it.
void make_room(Bone& bone, const Solid& neighbour, const Pose& seen, float space_mm) {
    bone.solid.cut(
        [neighbour, seen, space_mm](const glm::vec3& p) { return neighbour(seen.into(p)) - space_mm; }, 0.4F);
}

Mesh surface_of(const StandingBone& bone) {
    Mesh mesh = reduced(largest_piece(mesh_solid(bone.bone.solid, bone.bone.box, bone.spacing)),
                        triangles_for(bone.id));
    mesh.normals.reserve(mesh.positions.size());
    for (const glm::vec3& p : mesh.positions) mesh.normals.push_back(bone.bone.solid.normal(p));
    return mesh;
}

} // namespace

bool StandingBone::near(const glm::vec3& p, float reach) const {
    const glm::vec3 own = pose.into(p);
    return glm::all(glm::greaterThan(own, bone.box.low - reach)) &&
           glm::all(glm::lessThan(own, bone.box.high + reach));
}

float StandingBones::distance(const glm::vec3& p, float reach) const {
    float nearest = reach;
    for (const StandingBone& bone : bones)
        if (bone.near(p, nearest)) nearest = std::min(nearest, bone.distance(p));
    return nearest;
}

glm::vec3 StandingBones::away(const glm::vec3& p) const {
    constexpr float h = 0.1F; // mm
    const auto along = [&](const glm::vec3& d) { return distance(p + d) - distance(p - d); };
    const glm::vec3 slope{along({h, 0, 0}), along({0, h, 0}), along({0, 0, h})};
    const float length = glm::length(slope);
    return length > 1e-6F ? slope / length : glm::vec3(0, 1, 0);
}

glm::vec3 StandingBones::onto(std::string_view level, const glm::vec3& p) const {
    const StandingBone& bone = at(level);
    glm::vec3 own = bone.pose.into(p);
    for (int step = 0; step < 12; ++step) { // blends make the field a little less than a distance
        const float off = bone.bone.solid(own);
        if (std::abs(off) < 0.01F) break;
        own -= off * bone.bone.solid.normal(own);
    }
    return bone.pose.out_of(own);
}

glm::vec3 StandingBones::tip(std::string_view level, const glm::vec3& direction,
                             const std::function<bool(const glm::vec3&)>& where) const {
    const StandingBone& bone = at(level);
    glm::vec3 best = bone.pose.origin;
    float farthest = -1e9F;
    for (const glm::vec3& own : bone.surface.positions) {
        const glm::vec3 p = bone.pose.out_of(own);
        const float far = glm::dot(p, direction);
        if (far <= farthest || (where && !where(p))) continue;
        farthest = far;
        best = p;
    }
    return best;
}

StandingBones stand_bones(const Figures& figures) {
    const std::vector<Pose> stand = standing_curve(figures);
    std::vector<Bone> shaped;
    shaped.reserve(levels.size());
    for (const std::string_view level : levels) shaped.push_back(bone_at(figures, level));
    StandingBones standing;
    for (std::size_t i = 0; i < shaped.size(); ++i) {
        const bool last = i + 1 == shaped.size();
        StandingBone bone{.id = last ? "sacrum" : std::string(levels[i]),
                          .bone = shaped[i],
                          .pose = stand[i],
                          .surface = {},
                          .spacing = last ? 0.8F : 0.6F};
        if (!last)
            make_room(bone.bone, shaped[i + 1].solid, stand[i + 1].seen_from(stand[i]),
                      joint_space(levels[i]));
        standing.bones.push_back(std::move(bone));
    }
    StandingBone tail{
        .id = "coccyx", .bone = coccyx(figures), .pose = stand.back(), .surface = {}, .spacing = 0.6F};
    make_room(tail.bone, shaped.back().solid, {}, 1.0F); // the sacrococcygeal disc
    standing.bones.push_back(std::move(tail));
    for_each_index(standing.bones.size(),
                   [&](std::size_t i) { standing.bones[i].surface = surface_of(standing.bones[i]); });
    return standing;
}

} // namespace spinescope::anatomy
