#include "app/close_up.hpp"

#include "language/language.hpp"
#include "scene/dissolved_gas.hpp"
#include "scene/joint_cavity.hpp"
#include "scene/joint_tissues.hpp"

#include <algorithm>
#include <cmath>
#include <glm/glm.hpp>
#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::app {

using language::say;

namespace {

using scene::Tissue;

/// Greys of a scan in which fluid and fat are bright.
struct Grey {
    static constexpr glm::vec3 marrow{0.74f}, cortex{0.07f}, cartilage{0.47f}, fluid{0.93f}, gas{0.015f},
        capsule{0.16f}, around{0.30f};
};

/// Looks at the joint from where `towards` points to, with `upright` upright in the picture.
scene::Camera looking(const anatomy::FacetJoint& joint, glm::vec3 towards, glm::vec3 upright,
                      float half_height_m) {
    scene::Camera camera;
    camera.target = joint.centre;
    camera.elevation_deg = glm::degrees(std::asin(glm::clamp(towards.y, -1.0f, 1.0f)));
    camera.azimuth_deg = glm::degrees(std::atan2(-towards.z, towards.x));
    camera.field_of_view_deg = 20;
    camera.distance_m = half_height_m / glm::tan(glm::radians(camera.field_of_view_deg / 2));
    const glm::vec4 seen = camera.view() * glm::vec4(upright, 0);
    camera.roll_deg = glm::degrees(std::atan2(seen.x, seen.y));
    return camera;
}

/// Half the picture's height for a joint of that size and a little of its surroundings.
float half_height(float along, float across, float aspect) {
    return std::max(along, across / aspect);
}

/// Down onto the cut, the cleft upright, tilted a little by looking from its hind end (or the outer one).
scene::Camera across_the_facet(const anatomy::FacetJoint& joint, float tilt_deg, float aspect) {
    const scene::JointFrame frame(joint);
    const float outward = joint.side == anatomy::Side::right ? 1.0f : -1.0f;
    const glm::vec3 hind =
        glm::dot(frame.across, glm::vec3(-1, 0, 0.6f * outward)) > 0 ? frame.across : -frame.across;
    const float tilt = glm::radians(tilt_deg);
    return looking(joint, glm::normalize(std::cos(tilt) * joint.up + std::sin(tilt) * hind), -hind,
                   half_height(frame.half_width + 5.2e-3f, 7e-3f, aspect));
}

std::vector<std::size_t> bones_of(const Stage& stage, const anatomy::FacetJoint& joint) {
    std::vector<std::size_t> bones;
    for (const std::string& id : {joint.lower == "S1" ? std::string("sacrum") : joint.lower, joint.upper})
        if (const auto bone = stage.model.find(id)) bones.push_back(*bone);
    return bones;
}

void show_dots(std::array<render::MeshHandle, 3>& handles, render::Renderer& renderer,
               const scene::JointSpace& space, const scene::JointInstant& instant, scene::Spread spread,
               float radius_m) {
    const auto places = scene::dissolved_gas(space, instant, spread);
    for (std::size_t gas = 0; gas < handles.size(); ++gas)
        renderer.replace(handles.at(gas), scene::dots(places.at(gas), radius_m));
}

CloseUpMeshes::Section& shaped(std::optional<CloseUpMeshes::Section>& section, render::Renderer& renderer,
                               const JointOnStage& joint, scene::Spread spread, float dot_radius_m) {
    if (!section) {
        section = CloseUpMeshes::Section{};
        section->fluid = renderer.upload({});
        for (render::MeshHandle& dots : section->dots) dots = renderer.upload({});
    }
    if (section->shown != joint.shown) {
        section->shown = joint.shown;
        const scene::JointTissues tissues = scene::joint_tissues(joint.space, *joint.shown);
        renderer.replace(section->fluid,
                         spread == scene::Spread::on_the_cut ? tissues.recess : tissues.sheet);
        show_dots(section->dots, renderer, joint.space, *joint.shown, spread, dot_radius_m);
    }
    return *section;
}

void add_dots(std::vector<render::Drawing>& drawings, const CloseUpMeshes::Section& section) {
    for (std::size_t gas = 0; gas < section.dots.size(); ++gas)
        drawings.push_back({.mesh = section.dots.at(gas),
                            .tissue = Tissue::fluid,
                            .data_colour = gas_colours().at(gas),
                            .cut = false});
}

/// The capsule, if it has been read.
std::optional<render::Drawing> capsule(Stage& stage, render::Renderer& renderer,
                                       const anatomy::Posture& posture) {
    const auto index = stage.model.find(scene::capsule_of(stage.joint->space.joint));
    if (!index) return std::nullopt;
    return drawing_of(stage, renderer, *index, posture);
}

void section_names(CloseUp& close, const JointOnStage& joint) {
    const scene::JointFrame frame(joint.space.joint);
    const scene::JointFilm film(joint.space, joint.shown->gap_m);
    const glm::vec2 a(-1, 0), b(1, 0);
    const float reach_a = joint.space.reach_at(glm::pi<float>());
    const float room_a = joint.space.room_at(glm::pi<float>()), room_b = joint.space.room_at(0);
    close.names.push_back(
        {joint.space.joint.upper, frame.at(0.25f * b, film.upper_bone(0.25f * b) + 3.2e-3f), true});
    close.names.push_back(
        {joint.space.joint.lower, frame.at(0.25f * b, film.lower_bone(0.25f * b) - 3.2e-3f), true});
    const glm::vec2 hind = 0.45f * a;
    close.names.push_back({say("window.close_up.name.cartilage"),
                           frame.at(hind, film.upper_bone(hind) - film.cartilage(hind) / 2)});
    if (joint.space.in_a_capsule)
        close.names.push_back(
            {say("window.close_up.name.capsule"), frame.at((reach_a + 0.1f) * a, film.middle(a))});
    const glm::vec2 wider = room_a > room_b ? 0.5f * (1 + room_a) * a : 0.5f * (1 + room_b) * b;
    close.names.push_back({say("window.close_up.name.fluid"), frame.at(wider, film.middle(wider))});
    const scene::Cavity cavity(film, *joint.shown);
    using Kind = scene::Cavity::Kind;
    if (cavity.kind() == Kind::sheet)
        close.names.push_back({say("window.close_up.name.cavity"), frame.at({}, film.middle({}))});
    else if (cavity.kind() == Kind::ball)
        close.names.push_back({say("window.close_up.name.first_bubble"), frame.at({}, film.middle({}))});
    else if (cavity.kind() == Kind::bubbles) {
        const glm::vec2 place = scene::bubble_place(joint.space, 0);
        close.names.push_back({say("window.close_up.name.bubble"), frame.at(place, film.middle(place))});
    }
}

void face_names(CloseUp& close, const JointOnStage& joint) {
    const scene::JointFrame frame(joint.space.joint);
    const scene::JointFilm film(joint.space, joint.shown->gap_m);
    const auto on = [&](float r, float degrees) {
        const float angle = glm::radians(degrees);
        const glm::vec2 uv = r * glm::vec2(std::cos(angle), std::sin(angle));
        return frame.at(uv, film.middle(uv));
    };
    if (joint.space.in_a_capsule)
        close.names.push_back({say("window.close_up.name.capsule"),
                               on(joint.space.reach_at(glm::radians(125.0f)) + 0.1f, 125)});
    close.names.push_back({say("window.close_up.name.fluid"), on(1, 205)});
    const scene::Cavity cavity(film, *joint.shown);
    using Kind = scene::Cavity::Kind;
    close.fingers = cavity.fingers() > 0;
    if (cavity.kind() == Kind::sheet)
        close.names.push_back({say("window.close_up.name.cavity"), on(0.1f, 40)});
    else if (cavity.kind() == Kind::ball)
        close.names.push_back({say("window.close_up.name.first_bubble"), on(0, 0)});
    else if (cavity.kind() == Kind::bubbles) {
        const glm::vec2 place = scene::bubble_place(joint.space, 0);
        close.names.push_back({say("window.close_up.name.bubbles"), frame.at(place, film.middle(place))});
    }
}

void draw_section(CloseUp& close, Stage& stage, render::Renderer& renderer, float aspect) {
    const JointOnStage& joint = *stage.joint;
    const CloseUpMeshes::Section& own =
        shaped(stage.close_up.section, renderer, joint, scene::Spread::on_the_cut, scene::dot_radius_m);
    // Of cut faces that overlap the later one shows: fluid fills what the others leave.
    close.drawings.push_back({.mesh = own.fluid, .tissue = Tissue::fluid});
    for (const std::size_t bone : bones_of(stage, joint.space.joint))
        close.drawings.push_back(drawing_of(stage, renderer, bone, close.posture));
    if (const auto drawing = capsule(stage, renderer, close.posture)) close.drawings.push_back(*drawing);
    close.drawings.push_back({.mesh = joint.tissues[2], .tissue = Tissue::fluid});
    close.drawings.push_back({.mesh = joint.tissues[0], .tissue = Tissue::cartilage});
    close.drawings.push_back({.mesh = joint.tissues[1], .tissue = Tissue::cartilage});
    if (joint.shown->cavity_m3 > 0)
        close.drawings.push_back({.mesh = joint.tissues[3], .tissue = Tissue::cavity});
    add_dots(close.drawings, own);
    const anatomy::FacetJoint& facets = joint.space.joint;
    close.cut = glm::vec4(facets.up, -glm::dot(facets.up, facets.centre));
    close.camera = across_the_facet(facets, 20, aspect);
    section_names(close, joint);
}

void draw_face(CloseUp& close, Stage& stage, render::Renderer& renderer, float aspect) {
    const JointOnStage& joint = *stage.joint;
    const anatomy::FacetJoint& facets = joint.space.joint;
    const CloseUpMeshes::Section& own =
        shaped(stage.close_up.face, renderer, joint, scene::Spread::everywhere, 1.6f * scene::dot_radius_m);
    const std::vector<std::size_t> bones = bones_of(stage, facets);
    for (const std::size_t bone : bones) {
        render::Drawing drawing = drawing_of(stage, renderer, bone, close.posture);
        drawing.ghost = bone == bones.back();
        drawing.cut = false;
        close.drawings.push_back(drawing);
    }
    // Gas and dots lie on the fluid's face, where they are seen through nothing.
    close.drawings.push_back({.mesh = own.fluid, .tissue = Tissue::fluid, .cut = false});
    if (joint.shown->cavity_m3 > 0) {
        // Its rounded fingers, too, and where its facets are flatter than the fluid's.
        const auto to_the_face = float(scene::drawn_gap_m(joint.shown->gap_m)) + 0.2e-3f;
        close.drawings.push_back({.mesh = joint.tissues[3],
                                  .place = glm::translate(glm::mat4(1), to_the_face * facets.normal),
                                  .tissue = Tissue::cavity,
                                  .data_colour = glm::vec3(0.035f, 0.05f, 0.08f),
                                  .cut = false});
    }
    add_dots(close.drawings, own);
    // The capsule's near half is taken away; the rest stands around the facet as a wall.
    if (const auto drawing = capsule(stage, renderer, close.posture)) close.drawings.push_back(*drawing);
    const auto lifted = float(scene::drawn_gap_m(joint.shown->gap_m));
    close.cut = glm::vec4(facets.normal, -glm::dot(facets.normal, facets.centre) - lifted / 2);
    const scene::JointFrame frame(facets);
    close.camera = looking(facets, facets.normal, facets.up,
                           half_height(frame.half_height + 3.2e-3f, frame.half_width + 3.2e-3f, aspect));
    face_names(close, joint);
}

void draw_scan(CloseUp& close, Stage& stage, render::Renderer& renderer, float aspect) {
    const JointOnStage& joint = *stage.joint;
    const anatomy::FacetJoint& facets = joint.space.joint;
    std::optional<CloseUpMeshes::Scan>& scan = stage.close_up.scan;
    if (!scan) {
        scan = CloseUpMeshes::Scan{};
        for (render::MeshHandle& tissue : scan->tissues) tissue = renderer.upload({});
        const scene::JointFrame frame(facets);
        anatomy::Mesh plane;
        for (const glm::vec2 corner :
             {glm::vec2(-1, -1), glm::vec2(1, -1), glm::vec2(1, 1), glm::vec2(-1, 1)})
            plane.positions.push_back(facets.centre - 0.02e-3f * facets.up +
                                      0.06f * (corner.x * frame.across + corner.y * frame.normal));
        plane.normals.assign(4, facets.up);
        plane.indices = {0, 2, 1, 0, 3, 2};
        scan->around = renderer.upload(plane);
    }
    const scene::JointInstant& instant = joint.scanned ? *joint.scanned : *joint.shown;
    if (scan->shown != instant) {
        scan->shown = instant;
        const scene::JointTissues tissues = scene::joint_tissues(joint.space, instant);
        renderer.replace(scan->tissues[0], tissues.recess);
        renderer.replace(scan->tissues[1], tissues.lower_cartilage);
        renderer.replace(scan->tissues[2], tissues.upper_cartilage);
        renderer.replace(scan->tissues[3], tissues.cavity);
    }
    close.posture = {};
    open_joint(close.posture, facets, scene::drawn_opening_m(instant.gap_m));
    const auto add = [&](render::MeshHandle mesh, const glm::vec3& grey) {
        close.drawings.push_back({.mesh = mesh, .tissue = Tissue::plain, .data_colour = grey});
    };
    add(scan->around, Grey::around);
    close.drawings.back().cut = false;
    add(scan->tissues[0], Grey::fluid);
    for (const std::size_t bone : bones_of(stage, facets)) {
        render::Drawing drawing = drawing_of(stage, renderer, bone, close.posture);
        drawing.data_colour = Grey::marrow;
        drawing.data_rind = Grey::cortex;
        close.drawings.push_back(drawing);
    }
    if (auto drawing = capsule(stage, renderer, close.posture)) {
        drawing->data_colour = Grey::capsule;
        close.drawings.push_back(*drawing);
    }
    add(scan->tissues[1], Grey::cartilage);
    add(scan->tissues[2], Grey::cartilage);
    if (instant.cavity_m3 > 0) add(scan->tissues[3], Grey::gas);
    close.cut = glm::vec4(facets.up, -glm::dot(facets.up, facets.centre));
    close.camera = across_the_facet(facets, 0.5f, aspect);
}

} // namespace

std::optional<CloseUpView> close_up_view(std::string_view word) {
    if (word == "section") return CloseUpView::section;
    if (word == "face") return CloseUpView::face;
    if (word == "mri") return CloseUpView::mri;
    return std::nullopt;
}

CloseUp close_up(Stage& stage, render::Renderer& renderer, CloseUpView view, float aspect) {
    CloseUp close;
    if (!stage.joint || !stage.joint->shown) return close;
    const JointOnStage& joint = *stage.joint;
    open_joint(close.posture, joint.space.joint, scene::drawn_opening_m(joint.shown->gap_m));
    switch (view) {
    case CloseUpView::section:
        draw_section(close, stage, renderer, aspect);
        break;
    case CloseUpView::face:
        draw_face(close, stage, renderer, aspect);
        break;
    case CloseUpView::mri:
        draw_scan(close, stage, renderer, aspect);
        break;
    }
    return close;
}

render::Picture close_up_picture(const CloseUp& close, CloseUpView view, int width, int height) {
    render::Picture picture{
        .width = width, .height = height, .camera = close.camera, .posture = close.posture, .cut = close.cut};
    if (view != CloseUpView::mri) return picture;
    const float tall =
        2 * close.camera.distance_m * glm::tan(glm::radians(close.camera.field_of_view_deg / 2)); // m
    const float coarse = std::min(1.0f, tall / scan_pixel_m / float(height));
    picture.width = std::max(1, int(std::lround(float(width) * coarse)));
    picture.height = std::max(1, int(std::lround(float(height) * coarse)));
    picture.silhouettes = false;
    picture.squares = true;
    return picture;
}

const std::array<glm::vec3, 3>& gas_colours() {
    // Told apart by lightness, too.
    static const std::array<glm::vec3, 3> colours{
        {{0.98f, 0.86f, 0.42f}, {1.0f, 1.0f, 1.0f}, {0.86f, 0.25f, 0.22f}}};
    return colours;
}

} // namespace spinescope::app
