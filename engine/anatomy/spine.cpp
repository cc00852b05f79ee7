#include "anatomy/spine.hpp"

#include "anatomy/bones.hpp"
#include "anatomy/disc.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/mesh_checks.hpp"
#include "anatomy/mesh_reduction.hpp"
#include "anatomy/occlusion.hpp"
#include "anatomy/parallel.hpp"
#include "anatomy/shapes.hpp"
#include "anatomy/standing_curve.hpp"

#include <glm/common.hpp>

namespace spinescope::anatomy {

namespace {

constexpr float metres = 0.001F; // a millimetre

/// What a structure gets of the default level of detail, about 100 000 triangles in all.
std::size_t triangles_for(std::string_view id) {
    if (id.starts_with("disc")) return 700;
    if (id == "sacrum") return 8000;
    if (id == "coccyx") return 800;
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
        [&neighbour, seen, space_mm](const glm::vec3& p) { return neighbour(seen.into(p)) - space_mm; },
        0.4F);
}

Mesh finished(const Bone& bone, float spacing_mm, std::size_t triangles) {
    Mesh mesh = reduced(largest_piece(mesh_solid(bone.solid, bone.box, spacing_mm)), triangles);
    mesh.normals.reserve(mesh.positions.size());
    for (glm::vec3& p : mesh.positions) {
        mesh.normals.push_back(bone.solid.normal(p));
        p *= metres;
    }
    return mesh;
}

} // namespace

std::vector<BuiltStructure> build_spine(const Figures& figures) {
    const std::vector<Pose> stand = standing_curve(figures);
    std::vector<Bone> bones;
    bones.reserve(levels.size());
    for (const std::string_view level : levels) bones.push_back(bone_at(figures, level));
    std::vector<Bone> roomy = bones;
    for (std::size_t i = 0; i + 1 < bones.size(); ++i)
        make_room(roomy[i], bones[i + 1].solid, stand[i + 1].seen_from(stand[i]), joint_space(levels[i]));

    struct Part {
        std::string id;
        const Bone* bone;
        Pose pose;
        float spacing;
    };
    std::vector<Disc> discs;
    for (std::size_t i = 1; i + 1 < bones.size(); ++i)
        discs.push_back(disc_between(figures, levels[i], bones[i], stand[i], bones[i + 1], stand[i + 1]));
    Bone tail = coccyx(figures);
    make_room(tail, bones.back().solid, {}, 1.0F); // the sacrococcygeal disc
    std::vector<Part> parts;
    for (std::size_t i = 0; i < bones.size(); ++i) {
        const bool last = i + 1 == bones.size();
        parts.push_back({last ? "sacrum" : std::string(levels[i]), &roomy[i], stand[i], last ? 0.8F : 0.6F});
    }
    parts.push_back({"coccyx", &tail, stand.back(), 0.6F});
    for (std::size_t i = 0; i < discs.size(); ++i)
        parts.push_back({"disc." + segment_under(levels[i + 1]), &discs[i].body, discs[i].pose, 0.7F});

    std::vector<BuiltStructure> spine(parts.size());
    for_each_index(parts.size(), [&](std::size_t i) {
        const Part& part = parts[i];
        spine[i] = {part.id, finished(*part.bone, part.spacing, triangles_for(part.id)),
                    part.pose.matrix_m()};
    });
    bake_occlusion(spine, 0.06F);
    return spine;
}

} // namespace spinescope::anatomy
