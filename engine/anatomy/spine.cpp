#include "anatomy/spine.hpp"

#include "anatomy/atlantoaxial_ligaments.hpp"
#include "anatomy/canal.hpp"
#include "anatomy/clearance.hpp"
#include "anatomy/cord.hpp"
#include "anatomy/disc.hpp"
#include "anatomy/facet_cartilage.hpp"
#include "anatomy/hip_bone.hpp"
#include "anatomy/iliolumbar_ligaments.hpp"
#include "anatomy/interspinous_ligaments.hpp"
#include "anatomy/intertransverse_ligaments.hpp"
#include "anatomy/joint_capsule.hpp"
#include "anatomy/ligamenta_flava.hpp"
#include "anatomy/longitudinal_ligaments.hpp"
#include "anatomy/muscles.hpp"
#include "anatomy/nerve_roots.hpp"
#include "anatomy/occlusion.hpp"
#include "anatomy/parallel.hpp"
#include "anatomy/ribs.hpp"
#include "anatomy/skull_base.hpp"
#include "anatomy/standing_bones.hpp"
#include "anatomy/supraspinous_and_nuchal.hpp"
#include "anatomy/tissue_plan.hpp"
#include "anatomy/vertebral_artery.hpp"

#include <algorithm>
#include <iterator>

namespace spinescope::anatomy {

namespace {

constexpr float metres = 0.001F; // a millimetre

void to_metres(Mesh& mesh) {
    for (glm::vec3& p : mesh.positions) p *= metres;
}

} // namespace

std::vector<BuiltStructure> build_spine(const Figures& figures) {
    const StandingBones standing = stand_bones(figures);
    std::vector<BuiltStructure> spine;
    for (const StandingBone& bone : standing.bones) {
        spine.push_back({.id = bone.id, .mesh = bone.surface, .place = bone.pose.matrix_m()});
        to_metres(spine.back().mesh);
    }

    std::vector<TissuePlan> plans;
    const auto plan = [&](std::vector<TissuePlan> more) {
        std::ranges::move(more, std::back_inserter(plans));
    };
    plan(discs(figures, standing));
    const Canal canal(figures, standing);
    plan(cord_and_covers(figures, standing, canal));
    plan(nerve_roots(figures, standing, canal));
    plan(vertebral_arteries(figures, standing));
    const auto pairs_of_ribs = ribs(figures, standing);
    plan(rib_cage(pairs_of_ribs, standing));
    plan(hip_bones(standing));
    plan(skull_base(figures, standing));
    const std::vector<JointCleft> clefts = joint_clefts(figures, standing);
    plan(facet_cartilages(figures, clefts));
    plan(joint_capsules(figures, clefts));
    plan(ligamenta_flava(figures, standing));
    plan(longitudinal_ligaments(figures, standing));
    plan(interspinous_ligaments(figures, standing));
    plan(supraspinous_and_nuchal(figures, standing));
    plan(intertransverse_ligaments(figures, standing));
    plan(atlantoaxial_ligaments(figures, standing));
    plan(iliolumbar_ligaments(figures, standing));
    plan(muscles(figures, standing, pairs_of_ribs));

    const std::size_t first = spine.size();
    spine.resize(first + plans.size());
    for_each_index(plans.size(), [&](std::size_t i) {
        spine[first + i] = {.id = plans[i].id,
                            .mesh = plans[i].make(),
                            .place = plans[i].frame.matrix_m(),
                            .attachments = plans[i].attachments};
        bring_out_of_bone(spine[first + i].mesh, plans[i].frame, standing);
        to_metres(spine[first + i].mesh);
        for (const Hold& hold : plans[i].holds)
            spine[first + i].attachments.push_back(
                {.bone = hold.bone,
                 .at = glm::vec3(spine[first + i].place *
                                 glm::vec4(spine[first + i].mesh.positions[hold.vertex], 1))});
    });
    bake_occlusion(spine, 0.06F);
    return spine;
}

} // namespace spinescope::anatomy
