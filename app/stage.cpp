#include "app/stage.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "mechanics/facet_gapping.hpp"
#include "scene/exploded.hpp"

#include <algorithm>
#include <glm/glm.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::app {

namespace {

constexpr std::array joint_tissue{scene::Tissue::cartilage, scene::Tissue::cartilage, scene::Tissue::fluid,
                                  scene::Tissue::cavity};

/// The opened joint carries everything above it, so that no other joint is disturbed. It opens as it would
/// standing, in the frame of the bone below, which the bend has moved.
void open_joint(anatomy::Posture& posture, const JointOnStage& joint) {
    if (joint.opening_m <= 0) return;
    const auto lower = static_cast<std::size_t>(anatomy::ride_of(joint.space.joint.lower));
    const glm::mat4& below = posture.moved[lower];
    const glm::mat4 lift =
        below * mechanics::facet_gapping(joint.space.joint, joint.opening_m) * glm::inverse(below);
    for (std::size_t bone = 0; bone < lower; ++bone) posture.moved[bone] = lift * posture.moved[bone];
}

render::MeshHandle mesh_of(Stage& stage, render::Renderer& renderer, std::size_t structure,
                           std::size_t level) {
    OnCard& card = stage.cards[structure];
    std::optional<render::MeshHandle>& mesh = card.meshes.at(level);
    if (mesh) return *mesh;
    if (level == 0) {
        mesh = renderer.upload(stage.model.structures[structure].mesh);
    } else {
        mesh = renderer.upload(card.coarser.at(level - 1));
        card.coarser.at(level - 1) = {};
    }
    return *mesh;
}

scene::Model installed(const char* file) {
    return scene::load_spine(files::share() / file, files::asset("anatomy/structures.json"));
}

/// A structure where its bones are. What only spans one joint keeps its shape in an exploded view and stands
/// between its bones; what runs along the spine stretches.
render::Drawing drawn_where_it_rides(Stage& stage, render::Renderer& renderer, std::size_t index,
                                     const anatomy::Posture& posture, const Look& look) {
    const scene::Structure& structure = stage.model.structures[index];
    const OnCard& card = stage.cards[index];
    render::Drawing drawing{
        .place = structure.place, .tissue = structure.tissue, .id = std::uint32_t(index + 1)};
    if (structure.ride)
        drawing.place = anatomy::motion_at(posture, *structure.ride) * structure.place;
    else if (!structure.mesh.ride.empty() && look.explode > 0 && card.last_ride - card.first_ride < 1.5f)
        drawing.place = anatomy::motion_at(posture, (card.first_ride + card.last_ride) / 2) * structure.place;
    else
        drawing.bends = !structure.mesh.ride.empty();
    std::size_t level = 0;
    if (look.viewer) {
        glm::vec4 centre = drawing.place * glm::vec4(card.centre, 1);
        if (drawing.bends)
            centre = anatomy::motion_at(posture, (card.first_ride + card.last_ride) / 2) * centre;
        level = scene::level_of_detail(card.triangles, glm::vec3(centre), card.radius_m, *look.viewer);
    }
    drawing.mesh = mesh_of(stage, renderer, index, level);
    return drawing;
}

/// They were shaped standing, the opening included, in the frame of the bone below.
void add_tissues(const Stage& stage, const anatomy::Posture& posture, std::vector<render::Drawing>& drawn) {
    const glm::mat4 place = anatomy::motion_at(posture, anatomy::ride_of(stage.joint->space.joint.lower));
    for (std::size_t i = 0; i < joint_tissue.size(); ++i) {
        const bool cavity = joint_tissue[i] == scene::Tissue::cavity;
        if (cavity && stage.joint->cavity_m3 <= 0) continue;
        drawn.push_back({.mesh = stage.joint->tissues[i], .place = place, .tissue = joint_tissue[i]});
    }
}

} // namespace

scene::Model spine_at_first_sight() {
    return installed(scene::baked::first_sight);
}

scene::Model rest_of_spine() {
    return installed(scene::baked::the_rest);
}

scene::Model whole_spine() {
    scene::Model model = spine_at_first_sight();
    scene::append(model, rest_of_spine());
    return model;
}

scene::Model coarse_spine(std::size_t level) {
    return installed(scene::baked::coarse.at(level).file);
}

std::vector<anatomy::FacetJoint> installed_joints() {
    return anatomy::facet_joints(anatomy::Figures::load(files::asset("anatomy")));
}

Stage set_stage(scene::Model model, std::vector<anatomy::FacetJoint> joints) {
    Stage stage{.joints = std::move(joints)};
    add_to_stage(stage, std::move(model));
    return stage;
}

void add_to_stage(Stage& stage, scene::Model more) {
    if (stage.model.groups.empty()) stage.model.groups = more.groups;
    for (const scene::Structure& structure : more.structures) {
        OnCard& card = stage.cards.emplace_back();
        card.triangles[0] = structure.mesh.indices.size() / 3;
        glm::vec3 low(0), high(0);
        if (!structure.mesh.positions.empty()) low = high = structure.mesh.positions.front();
        for (const glm::vec3& p : structure.mesh.positions) {
            low = glm::min(low, p);
            high = glm::max(high, p);
        }
        card.centre = (low + high) / 2.0f;
        card.radius_m = glm::length(high - low) / 2;
        if (structure.mesh.ride.empty()) continue;
        const auto [first, last] = std::ranges::minmax(structure.mesh.ride);
        card.first_ride = first;
        card.last_ride = last;
    }
    scene::append(stage.model, std::move(more));
}

void add_detail(Stage& stage, std::size_t level, scene::Model coarse) {
    for (scene::Structure& structure : coarse.structures) {
        const auto index = stage.model.find(structure.id);
        if (!index) continue;
        OnCard& card = stage.cards[*index];
        card.triangles.at(level + 1) = structure.mesh.indices.size() / 3;
        card.coarser.at(level) = std::move(structure.mesh);
    }
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

std::vector<scene::Layer> layers_of(const scene::Model& model) {
    std::vector<scene::Layer> layers;
    layers.reserve(model.structures.size());
    for (const scene::Structure& structure : model.structures) layers.push_back(structure.layer);
    return layers;
}

anatomy::Posture posture(const Stage& stage, const Look& look) {
    anatomy::Posture posture = stage.bent;
    if (stage.joint) open_joint(posture, *stage.joint);
    return look.explode > 0 ? scene::exploded(posture, look.explode) : posture;
}

std::vector<render::Drawing> drawings(Stage& stage, render::Renderer& renderer, const Look& look) {
    std::vector<render::Drawing> drawn;
    const anatomy::Posture now = posture(stage, look);
    const bool in_joint = look.joint_tissues && stage.joint;
    for (std::size_t i = 0; i < stage.model.structures.size(); ++i) {
        const scene::Structure& structure = stage.model.structures[i];
        const auto showing = look.visibility ? (*look.visibility)[i] : scene::Showing::shown;
        if (showing == scene::Showing::hidden) continue;
        // The opened joint is drawn with its own cartilage and fluid.
        if (in_joint && structure.layer == scene::Layer::cartilage &&
            structure.id.ends_with(stage.joint->space.joint.id.substr(std::string_view("facet").size())))
            continue;
        render::Drawing drawing = drawn_where_it_rides(stage, renderer, i, now, look);
        drawing.opacity = look.visibility ? look.visibility->opacity(i) : 1;
        drawing.ghost = showing == scene::Showing::faded || structure.layer == scene::Layer::context;
        drawn.push_back(drawing);
    }
    if (in_joint) add_tissues(stage, now, drawn);
    return drawn;
}

CloseUp close_up(Stage& stage, render::Renderer& renderer) {
    CloseUp result;
    if (!stage.joint) return result;
    const anatomy::FacetJoint& joint = stage.joint->space.joint;
    // Seen standing, however the spine is bent: the section is what matters here.
    open_joint(result.posture, *stage.joint);
    for (const std::string& id : {joint.upper, joint.lower == "S1" ? std::string("sacrum") : joint.lower})
        if (const auto bone = stage.model.find(id))
            result.drawings.push_back(drawn_where_it_rides(stage, renderer, *bone, result.posture, {}));
    add_tissues(stage, result.posture, result.drawings);
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
