#include "app/stage.hpp"

#include "cavitation/nucleation.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "mechanics/facet_gapping.hpp"
#include "scene/exploded.hpp"
#include "scene/joint_tissues.hpp"
#include "scene/structure_names.hpp"

#include <algorithm>
#include <cmath>
#include <glm/glm.hpp>
#include <numbers>

namespace spinescope::app {

namespace {

constexpr std::array joint_tissue{scene::Tissue::cartilage, scene::Tissue::cartilage, scene::Tissue::fluid,
                                  scene::Tissue::cavity};

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

/// What the heat map says of a structure; nothing for what it does not hold.
std::optional<render::Heat> heat_of(const scene::HeatMap& map, const scene::Structure& structure,
                                    const OnCard& card) {
    render::Heat heat{.level = scene::nowhere_measured(), .part_of_hurt = {}};
    if (const auto ligament = map.ligaments.find(structure.id); ligament != map.ligaments.end()) {
        const scene::StrainedLigament& bears = ligament->second;
        for (std::size_t i = 0; i < heat.level.size(); ++i) {
            if (bears.strain[i] <= scene::not_measured) continue;
            heat.level[i] = scene::heat_level(scene::strain_edges, bears.strain[i]);
            if (bears.hurt_from[i] > 0) heat.part_of_hurt[i] = bears.strain[i] / bears.hurt_from[i];
        }
        return heat;
    }
    const auto segment = std::size_t(card.first_ride);
    if (structure.layer == scene::Layer::disc && map.disc_N && segment < heat.level.size()) {
        heat.level[segment] = scene::heat_level(scene::disc_edges_N, (*map.disc_N)[segment]);
        return heat;
    }
    return std::nullopt;
}

/// Of the most strained part, for where a plane cuts through.
glm::vec3 hottest_colour(const render::Heat& heat) {
    constexpr glm::vec3 slack(0.42f);
    const auto step = scene::heat_step(std::ranges::max(heat.level));
    return step ? scene::heat_colour(*step) : slack;
}

bool of_heat_map(const scene::Structure& structure) {
    return structure.layer == scene::Layer::ligament || structure.layer == scene::Layer::disc;
}

/// Of a heat map ligaments and discs stand out; all else stands back.
void warm(render::Drawing& drawing, const scene::HeatMap& map, const scene::Structure& structure,
          const OnCard& card) {
    constexpr float backward = 0.74f;
    drawing.backward = backward;
    const std::optional<render::Heat> heat = heat_of(map, structure, card);
    if (!heat || std::ranges::max(heat->level) <= scene::not_measured) return;
    drawing.heat = heat;
    drawing.data_colour = hottest_colour(*heat);
}

/// They were shaped standing, the opening included, in the frame of the bone below.
void add_tissues(const JointOnStage& joint, const anatomy::Posture& posture,
                 std::vector<render::Drawing>& drawn) {
    if (!joint.shown) return;
    const glm::mat4 place = anatomy::motion_at(posture, anatomy::ride_of(joint.space.joint.lower));
    for (std::size_t i = 0; i < joint_tissue.size(); ++i) {
        const bool cavity = joint_tissue[i] == scene::Tissue::cavity;
        if (cavity && joint.shown->cavity_m3 <= 0) continue;
        drawn.push_back({.mesh = joint.tissues[i], .place = place, .tissue = joint_tissue[i]});
    }
}

void shape(JointOnStage& joint, render::Renderer& renderer, const scene::JointInstant& instant) {
    if (joint.shown == instant) return;
    joint.shown = instant;
    const scene::JointTissues tissues = scene::joint_tissues(joint.space, instant);
    renderer.replace(joint.tissues[0], tissues.lower_cartilage);
    renderer.replace(joint.tissues[1], tissues.upper_cartilage);
    renderer.replace(joint.tissues[2], tissues.fluid);
    if (instant.cavity_m3 > 0) renderer.replace(joint.tissues[3], tissues.cavity);
}

JointOnStage prepared(const Stage& stage, render::Renderer& renderer, const std::string& joint_id) {
    const auto joint = std::ranges::find(stage.joints, joint_id, &anatomy::FacetJoint::id);
    if (joint == stage.joints.end()) {
        std::vector<std::string> ids;
        for (const anatomy::FacetJoint& known : stage.joints) ids.push_back(known.id);
        throw Failure("joint '" + joint_id + "'", "the model has no such joint",
                      files::suggestion(joint_id, ids));
    }
    JointOnStage made{.space = scene::joint_space(stage.model, *joint)};
    for (render::MeshHandle& handle : made.tissues) handle = renderer.upload({});
    shape(made, renderer, {});
    return made;
}

/// Where gas has replaced fluid, that pushed the rest aside.
double area_of_cavity(const cavitation::Sample& sample) {
    return sample.gap_m > 0 ? sample.cavity_m3 / sample.gap_m : 0;
}

/// Number of the cavity's rim as it spreads: viscosity x speed / surface tension.
double capillary_number(const timeline::Trace& trace, const cavitation::Sample& now) {
    if (now.cavity_m3 <= 0) return 0;
    const auto after = std::ranges::upper_bound(trace.samples, now.time_s, {}, &cavitation::Sample::time_s);
    if (after == trace.samples.begin() || after == trace.samples.end()) return 0;
    const cavitation::Sample &a = *(after - 1), &b = *after;
    const double growth = (area_of_cavity(b) - area_of_cavity(a)) / (b.time_s - a.time_s);
    const double radius = std::sqrt(area_of_cavity(now) / std::numbers::pi);
    if (!(growth > 0) || !(radius > 0)) return 0;
    const double speed = growth / (2 * std::numbers::pi * radius);
    const double eta = cavitation::viscosity(trace.parameters.synovia, 6 * speed / now.gap_m);
    return eta * speed / cavitation::surface_tension;
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
    scene::rename(more); // it was read in the background, where another language may have been in use
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
        const glm::vec3 half = (high - low) / 2.0f; // what is long and thin covers little
        card.radius_m = std::sqrt(half.x * half.y + half.y * half.z + half.z * half.x);
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

void open_joint(anatomy::Posture& posture, const anatomy::FacetJoint& joint, double opening_m) {
    if (opening_m <= 0) return;
    // It opens as it would standing, in the frame of the bone below, which the bend has moved.
    const auto lower = static_cast<std::size_t>(anatomy::ride_of(joint.lower));
    const glm::mat4& below = posture.moved[lower];
    const glm::mat4 lift = below * mechanics::facet_gapping(joint, opening_m) * glm::inverse(below);
    for (std::size_t bone = 0; bone < lower; ++bone) posture.moved[bone] = lift * posture.moved[bone];
}

void prepare_joint(Stage& stage, render::Renderer& renderer, const std::string& joint_id) {
    if (stage.joint && stage.joint->space.joint.id == joint_id) return;
    stage.joint = prepared(stage, renderer, joint_id);
    stage.close_up = {};
}

void prepare_neighbours(Stage& stage, render::Renderer& renderer, std::span<const std::string> joint_ids) {
    std::vector<JointOnStage> wanted;
    for (const std::string& id : joint_ids) {
        const auto known = std::ranges::find_if(
            stage.neighbours, [&](const JointOnStage& joint) { return joint.space.joint.id == id; });
        wanted.push_back(known != stage.neighbours.end() ? *known : prepared(stage, renderer, id));
    }
    stage.neighbours = std::move(wanted);
}

scene::JointInstant joint_instant(const timeline::Trace& trace, double time_s) {
    const cavitation::Sample now = timeline::at(trace, time_s);
    const auto apart = std::ranges::find(trace.events, "bubbles", &timeline::Event::id);
    const bool bubbles = apart != trace.events.end() && time_s >= apart->time_s;
    return {.gap_m = now.gap_m,
            .cavity_m3 = now.cavity_m3,
            .bubbles = bubbles ? int(std::lround(trace.parameters.bubbles)) : 1,
            .capillary = capillary_number(trace, now),
            .dissolved_mol = now.dissolved_mol};
}

void pose_joint(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace,
                const cavitation::Sample& instant) {
    if (!stage.joint || trace.samples.empty()) return;
    // The rest of the spine, capsules too, may have been read since the joint was prepared.
    if (!stage.joint->space.in_a_capsule && stage.model.find(scene::capsule_of(stage.joint->space.joint))) {
        stage.joint->space = scene::joint_space(stage.model, anatomy::FacetJoint(stage.joint->space.joint));
        stage.joint->shown.reset();
        stage.close_up = {};
    }
    shape(*stage.joint, renderer, joint_instant(trace, instant.time_s));
    stage.joint->scanned =
        joint_instant(trace, std::floor(instant.time_s * cine_frames_a_second) / cine_frames_a_second);
    const auto same = [](const timeline::Trace& other, const JointOnStage& joint) {
        return other.joint == joint.space.joint.id;
    };
    if (!std::ranges::equal(trace.neighbours, stage.neighbours, same)) {
        std::vector<std::string> others;
        for (const timeline::Trace& other : trace.neighbours) others.push_back(other.joint);
        prepare_neighbours(stage, renderer, others);
    }
    for (const timeline::Trace& other : trace.neighbours)
        pose_neighbour(stage, renderer, other, instant.time_s);
}

void pose_neighbour(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace, double time_s) {
    for (JointOnStage& joint : stage.neighbours)
        if (joint.space.joint.id == trace.joint && !trace.samples.empty())
            shape(joint, renderer, joint_instant(trace, time_s));
}

std::vector<scene::Layer> layers_of(const scene::Model& model) {
    std::vector<scene::Layer> layers;
    layers.reserve(model.structures.size());
    for (const scene::Structure& structure : model.structures) layers.push_back(structure.layer);
    return layers;
}

namespace {

/// In a blue that stands out from bone and disc, with and without colour vision.
void point_out(render::Drawing& drawing, render::Theme theme) {
    drawing.data_colour =
        theme == render::Theme::dark ? glm::vec3(0.30f, 0.66f, 0.94f) : glm::vec3(0.10f, 0.48f, 0.78f);
}

} // namespace

scene::Showing showing(const Look& look, const scene::Structure& structure, std::size_t index) {
    if (!look.visibility) return scene::Showing::shown;
    return look.heat && of_heat_map(structure) ? look.visibility->own(index) : (*look.visibility)[index];
}

anatomy::Posture posture(const Stage& stage, const Look& look) {
    anatomy::Posture posture = stage.bent;
    const auto open = [&](const JointOnStage& joint) {
        if (joint.shown) open_joint(posture, joint.space.joint, scene::drawn_opening_m(joint.shown->gap_m));
    };
    if (stage.joint) open(*stage.joint);
    std::ranges::for_each(stage.neighbours, open);
    return look.explode > 0 ? scene::exploded(posture, look.explode) : posture;
}

std::vector<render::Drawing> drawings(Stage& stage, render::Renderer& renderer, const Look& look) {
    std::vector<render::Drawing> drawn;
    const anatomy::Posture now = posture(stage, look);
    const bool in_joint = look.joint_tissues && stage.joint;
    for (std::size_t i = 0; i < stage.model.structures.size(); ++i) {
        const scene::Structure& structure = stage.model.structures[i];
        const bool around = stage.body && structure.layer == scene::Layer::context; // with the body, always
        const scene::Showing shows = around ? scene::Showing::shown : showing(look, structure, i);
        if (shows == scene::Showing::hidden) continue;
        // The opened joint is drawn with its own cartilage and fluid.
        const auto replaced = [&](const JointOnStage& joint) {
            return structure.id.ends_with(joint.space.joint.id.substr(std::string_view("facet").size()));
        };
        if (in_joint && structure.layer == scene::Layer::cartilage &&
            (replaced(*stage.joint) || std::ranges::any_of(stage.neighbours, replaced)))
            continue;
        render::Drawing drawing = drawn_where_it_rides(stage, renderer, i, now, look);
        drawing.opacity = look.visibility ? look.visibility->opacity(i) : 1;
        drawing.ghost = shows == scene::Showing::faded || structure.layer == scene::Layer::context;
        if (look.heat) {
            if (of_heat_map(structure)) drawing.opacity = 1;
            warm(drawing, *look.heat, structure, stage.cards[i]);
        }
        if (std::ranges::binary_search(look.highlighted, i))
            point_out(drawing, look.theme);
        else if (!look.highlighted.empty())
            drawing.backward = std::max(drawing.backward, 0.3f);
        if (around) show_through(drawing, look.theme); // as the limbs are
        drawn.push_back(drawing);
    }
    if (in_joint) {
        add_tissues(*stage.joint, now, drawn);
        for (const JointOnStage& joint : stage.neighbours) add_tissues(joint, now, drawn);
    }
    if (stage.body) add_drawings(*stage.body, look.theme, drawn);
    return drawn;
}

void pose_body(Stage& stage, const timeline::Performance& performance, double time_s) {
    if (!stage.body) return;
    stage.body->pose = timeline::at(performance, time_s);
    stage.bent = stage.body->pose.posture;
}

render::Drawing drawing_of(Stage& stage, render::Renderer& renderer, std::size_t structure,
                           const anatomy::Posture& posture) {
    return drawn_where_it_rides(stage, renderer, structure, posture, {});
}

std::optional<glm::vec3> bone_middle(const Stage& stage, const anatomy::Posture& posture, std::size_t bone) {
    for (std::size_t i = 0; i < stage.cards.size(); ++i) {
        const scene::Structure& structure = stage.model.structures[i];
        if (structure.ride != float(bone)) continue;
        return glm::vec3(anatomy::motion_at(posture, *structure.ride) * structure.place *
                         glm::vec4(stage.cards[i].centre, 1));
    }
    return std::nullopt;
}

scene::Bounds joint_surroundings(const Stage& stage) {
    if (!stage.joint) return scene::bounds(stage.model);
    const anatomy::FacetJoint& joint = stage.joint->space.joint;
    constexpr float around_m = 0.06f;
    return {.low = joint.centre - glm::vec3(around_m), .high = joint.centre + glm::vec3(around_m)};
}

} // namespace spinescope::app
