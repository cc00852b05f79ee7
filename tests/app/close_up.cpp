// The close-up of a joint in every state of a pop, against pictures that a person has looked at
// (tests/pictures), and what must be true of it whatever it looks like. The states are given, not solved, so
// that the pictures stand while the physics is worked on.
#include "app/close_up.hpp"

#include "../render/reference.hpp"
#include "render/offscreen_context.hpp"
#include "scene/joint_instant.hpp"

#include <glm/geometric.hpp>

using namespace spinescope;
using app::CloseUpView;

namespace {

constexpr const char* joint_id = "facet.L4-L5.right";
constexpr std::array<double, 3> dissolved{45e-9, 12e-9, 2e-9};

/// A trace that goes evenly from one state to another in a second.
timeline::Trace between(cavitation::Sample from, cavitation::Sample to, bool bubbles = false) {
    timeline::Trace trace;
    trace.joint = joint_id;
    from.time_s = 0;
    to.time_s = 1;
    trace.samples = {from, to};
    if (bubbles) trace.events = {{.id = "bubbles", .time_s = 0}};
    return trace;
}

timeline::Trace still(double gap_m, double cavity_mm3, bool bubbles = false) {
    const cavitation::Sample sample{
        .gap_m = gap_m, .cavity_m3 = cavity_mm3 * 1e-9, .dissolved_mol = dissolved};
    return between(sample, sample, bubbles);
}

/// One spine for all: reading it takes longer than drawing it.
struct Theatre {
    render::OffscreenContext context;
    render::Renderer renderer;
    app::Stage stage = app::set_stage(app::whole_spine(), app::installed_joints());

    Theatre() { app::prepare_joint(stage, renderer, joint_id); }

    void pose(const timeline::Trace& trace, double time_s = 0.5) {
        app::pose_joint(stage, renderer, trace, timeline::at(trace, time_s));
    }
    bool draw(CloseUpView view) {
        constexpr int width = 231, height = 330;
        const app::CloseUp close = app::close_up(stage, renderer, view, float(width) / height);
        return renderer.draw(render::Renderer::Canvas::inset, close.drawings,
                             app::close_up_picture(close, view, width, height));
    }
    render::Image shot(const timeline::Trace& trace, CloseUpView view) {
        pose(trace);
        draw(view);
        return renderer.read(render::Renderer::Canvas::inset);
    }
};

} // namespace

TEST_CASE("The close-up in every state of a pop") {
    Theatre theatre;
    const auto look = [&](const timeline::Trace& trace, CloseUpView view, const char* name) {
        test::check(theatre.shot(trace, view), std::string("close-up-") + name);
    };
    look(still(2e-6, 0), CloseUpView::section, "rest");
    look(still(0.7e-3, 85), CloseUpView::section, "cavity");
    look(still(2e-6, 0.6, true), CloseUpView::section, "bubbles");
    look(still(2e-6, 3e-9), CloseUpView::section, "first-bubble");
    look(still(0.7e-3, 85), CloseUpView::face, "cavity-face");
    look(still(2e-6, 0.6, true), CloseUpView::face, "bubbles-face");
    look(still(0.7e-3, 85), CloseUpView::mri, "mri");

    // The cavity's rim runs at metres a second.
    timeline::Trace parting = between({.gap_m = 3e-6, .cavity_m3 = 0.1e-9, .dissolved_mol = dissolved},
                                      {.gap_m = 3e-6, .cavity_m3 = 0.2e-9, .dissolved_mol = dissolved});
    parting.samples.back().time_s = 5e-6;
    theatre.pose(parting, 2e-6);
    theatre.draw(CloseUpView::face);
    test::check(theatre.renderer.read(render::Renderer::Canvas::inset), "close-up-fingers");
    for (const std::string& complaint : theatre.renderer.complaints()) FAIL(complaint);
}

TEST_CASE(
    "Nothing of the close-up is drawn again while nothing changes, and a scan only with its next frame") {
    Theatre theatre;
    const timeline::Trace opening =
        between({.gap_m = 0.1e-3, .cavity_m3 = 5e-9}, {.gap_m = 0.5e-3, .cavity_m3 = 50e-9});
    theatre.pose(opening, 0.4);
    CHECK(theatre.draw(CloseUpView::section));
    CHECK_FALSE(theatre.draw(CloseUpView::section));
    theatre.pose(opening, 0.4);
    CHECK_FALSE(theatre.draw(CloseUpView::section));
    theatre.pose(opening, 0.45);
    CHECK(theatre.draw(CloseUpView::section));

    // Frames are taken at 0.3125 s and 0.625 s.
    CHECK(theatre.draw(CloseUpView::mri));
    theatre.pose(opening, 0.6);
    CHECK_FALSE(theatre.draw(CloseUpView::mri));
    theatre.pose(opening, 0.63);
    CHECK(theatre.draw(CloseUpView::mri));
}

TEST_CASE("The capsule stays on its two bones as the joint opens") {
    Theatre theatre;
    theatre.pose(still(1e-3, 100));
    const app::CloseUp close = app::close_up(theatre.stage, theatre.renderer, CloseUpView::section, 0.7f);
    const anatomy::FacetJoint& joint = theatre.stage.joint->space.joint;
    const float upper = anatomy::ride_of(joint.upper), lower = anatomy::ride_of(joint.lower);
    const auto moved = [&](float ride, glm::vec3 p) {
        return glm::distance(glm::vec3(anatomy::motion_at(close.posture, ride) * glm::vec4(p, 1)), p);
    };
    CHECK(moved(lower, joint.centre) < 1e-7f);
    CHECK(moved(upper, joint.centre) > 0.8e-3f);
    const auto index = theatre.stage.model.find(scene::capsule_of(joint));
    REQUIRE(index);
    const scene::Structure& capsule = theatre.stage.model.structures[*index];
    std::size_t on_lower = 0, on_upper = 0;
    for (std::size_t i = 0; i < capsule.mesh.ride.size(); ++i) {
        const float ride = capsule.mesh.ride[i];
        REQUIRE(ride >= upper - 1e-3f);
        REQUIRE(ride <= lower + 1e-3f);
        on_lower += std::abs(ride - lower) < 1e-3f ? 1 : 0;
        on_upper += std::abs(ride - upper) < 1e-3f ? 1 : 0;
    }
    CHECK(on_lower > 20);
    CHECK(on_upper > 20);
    bool drawn_bending = false;
    for (const render::Drawing& drawing : close.drawings)
        drawn_bending = drawn_bending || (drawing.tissue == scene::Tissue::capsule && drawing.bends);
    CHECK(drawn_bending);
}

TEST_CASE("Several joints open in one trace, each as far as its own says") {
    Theatre theatre;
    timeline::Trace trace = still(0.7e-3, 80);
    trace.neighbours = {still(2e-6, 0), still(2e-6, 0)};
    trace.neighbours[0].joint = "facet.L3-L4.right";
    trace.neighbours[1].joint = "facet.L5-S1.right";
    theatre.pose(trace);
    const auto lift = [&](const char* bone, glm::vec3 at) {
        const anatomy::Posture now = app::posture(theatre.stage, {});
        return glm::vec3(now.moved[std::size_t(anatomy::ride_of(bone))] * glm::vec4(at, 1)) - at;
    };
    const anatomy::FacetJoint above = theatre.stage.neighbours[0].space.joint;
    const auto opened = [&] {
        return glm::dot(lift("L3", above.centre) - lift("L4", above.centre), above.normal);
    };
    CHECK(std::abs(opened()) < 1e-6f);
    for (cavitation::Sample& sample : trace.neighbours[0].samples) sample.gap_m = 0.62e-3;
    theatre.pose(trace);
    CHECK(opened() == Approx(0.5e-3).epsilon(0.02));
    theatre.pose(still(0.7e-3, 80));
    CHECK(theatre.stage.neighbours.empty());
}
