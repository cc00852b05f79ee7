#include "app/stage.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "mechanics/facet_gapping.hpp"

#include <algorithm>
#include <glm/glm.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::app {

namespace {

constexpr std::array joint_tissue{scene::Tissue::cartilage, scene::Tissue::cartilage, scene::Tissue::fluid,
                                  scene::Tissue::cavity};

/// Everything from the upper vertebra upward follows it when the joint opens, so that no other joint is
/// disturbed.
bool above_joint(const scene::Model& model, std::size_t structure, const anatomy::FacetJoint& joint) {
    const auto upper = model.find(joint.upper);
    if (!upper) return false;
    const float height = model.structures[*upper].place[3].y;
    return model.structures[structure].place[3].y >= height - 1e-4f;
}

glm::mat4 lifted(const Stage& stage) {
    if (!stage.joint || stage.joint->opening_m <= 0) return glm::mat4(1);
    return mechanics::facet_gapping(stage.joint->space.joint, stage.joint->opening_m);
}

void add_tissues(const Stage& stage, std::vector<render::Drawing>& drawn) {
    for (std::size_t i = 0; i < joint_tissue.size(); ++i) {
        const bool cavity = joint_tissue[i] == scene::Tissue::cavity;
        if (cavity && stage.joint->cavity_m3 <= 0) continue;
        drawn.push_back({.mesh = stage.joint->tissues[i], .tissue = joint_tissue[i]});
    }
}

} // namespace

scene::Model installed_spine() {
    return scene::load_spine(files::share() / "spine.glb", files::asset("anatomy/structures.json"));
}

std::vector<anatomy::FacetJoint> installed_joints() {
    return anatomy::facet_joints(anatomy::Figures::load(files::asset("anatomy")));
}

Stage set_stage(render::Renderer& renderer, scene::Model model, std::vector<anatomy::FacetJoint> joints) {
    Stage stage{.model = std::move(model), .meshes = {}, .joints = std::move(joints), .joint = std::nullopt};
    for (const scene::Structure& structure : stage.model.structures)
        stage.meshes.push_back(renderer.upload(structure.mesh));
    return stage;
}

void prepare_joint(Stage& stage, render::Renderer& renderer, const std::string& joint_id) {
    if (stage.joint && stage.joint->space.joint.id == joint_id) return;
    const auto joint = std::ranges::find(stage.joints, joint_id, &anatomy::FacetJoint::id);
    if (joint == stage.joints.end()) {
        std::vector<std::string> ids;
        for (const anatomy::FacetJoint& known : stage.joints) ids.push_back(known.id);
        throw Failure("joint '" + joint_id + "'", "the model has no such joint",
                      files::suggestion(joint_id, ids));
    }
    JointOnStage prepared{.space = scene::joint_space(stage.model, *joint)};
    const scene::JointTissues tissues = scene::joint_tissues(prepared.space, 0, 1e-12);
    prepared.tissues = {renderer.upload(tissues.lower_cartilage), renderer.upload(tissues.upper_cartilage),
                        renderer.upload(tissues.fluid), renderer.upload(tissues.cavity)};
    stage.joint = std::move(prepared);
}

void pose_joint(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace,
                const cavitation::Sample& instant) {
    if (!stage.joint || trace.samples.empty()) return;
    const double opening = std::max(0.0, instant.gap_m - trace.samples.front().gap_m);
    JointOnStage& joint = *stage.joint;
    if (joint.opening_m == opening && joint.cavity_m3 == instant.cavity_m3) return;
    joint.opening_m = opening;
    joint.cavity_m3 = instant.cavity_m3;
    const scene::JointTissues tissues = scene::joint_tissues(joint.space, opening, instant.cavity_m3);
    renderer.replace(joint.tissues[0], tissues.lower_cartilage);
    renderer.replace(joint.tissues[1], tissues.upper_cartilage);
    renderer.replace(joint.tissues[2], tissues.fluid);
    if (instant.cavity_m3 > 0) renderer.replace(joint.tissues[3], tissues.cavity);
}

std::vector<render::Drawing> drawings(const Stage& stage, const Look& look) {
    std::vector<render::Drawing> drawn;
    const glm::mat4 lift = lifted(stage);
    for (std::size_t i = 0; i < stage.model.structures.size(); ++i) {
        const scene::Structure& structure = stage.model.structures[i];
        const auto showing = look.visibility ? (*look.visibility)[i] : scene::Showing::shown;
        const float opacity = look.layer_opacity[static_cast<std::size_t>(structure.layer)];
        if (showing == scene::Showing::hidden || opacity <= 0) continue;
        const bool moves = stage.joint && above_joint(stage.model, i, stage.joint->space.joint);
        drawn.push_back({.mesh = stage.meshes[i],
                         .place = moves ? lift * structure.place : structure.place,
                         .tissue = structure.tissue,
                         .opacity = opacity,
                         .ghost = showing == scene::Showing::faded,
                         .id = std::uint32_t(i + 1)});
    }
    if (look.joint_tissues && stage.joint) add_tissues(stage, drawn);
    return drawn;
}

CloseUp close_up(const Stage& stage) {
    CloseUp result;
    if (!stage.joint) return result;
    const anatomy::FacetJoint& joint = stage.joint->space.joint;
    const glm::mat4 lift = lifted(stage);
    for (const std::string& id : {joint.upper, joint.lower == "S1" ? std::string("sacrum") : joint.lower})
        if (const auto bone = stage.model.find(id))
            result.drawings.push_back({.mesh = stage.meshes[*bone],
                                       .place = id == joint.upper ? lift * stage.model.structures[*bone].place
                                                                  : stage.model.structures[*bone].place,
                                       .tissue = scene::Tissue::bone,
                                       .id = std::uint32_t(*bone + 1)});
    add_tissues(stage, result.drawings);
    // Cut across the facet and look down onto the section, as on an axial scan, a little from behind.
    result.cut = glm::vec4(joint.up, -glm::dot(joint.up, joint.centre));
    const float outward = joint.side == anatomy::Side::right ? 1.0f : -1.0f;
    result.camera.target = joint.centre;
    result.camera.azimuth_deg = 180 + outward * 35;
    result.camera.elevation_deg = 62;
    result.camera.field_of_view_deg = 20;
    result.camera.distance_m = float(std::max(joint.width_m, 0.012)) * 0.58f /
                               glm::tan(glm::radians(result.camera.field_of_view_deg / 2));
    return result;
}

scene::Bounds joint_surroundings(const Stage& stage) {
    if (!stage.joint) return scene::bounds(stage.model);
    const anatomy::FacetJoint& joint = stage.joint->space.joint;
    constexpr float around_m = 0.06f;
    return {.low = joint.centre - glm::vec3(around_m), .high = joint.centre + glm::vec3(around_m)};
}

} // namespace spinescope::app
