#pragma once

#include "anatomy/facet_joint.hpp"
#include "render/renderer.hpp"
#include "scene/joint_space.hpp"
#include "scene/model.hpp"
#include "scene/visibility.hpp"
#include "timeline/trace.hpp"

#include <array>
#include <optional>
#include <vector>

namespace spinescope::app {

/// A joint that is about to pop, and what lies in it, on the graphics card.
struct JointOnStage {
    scene::JointSpace space;
    std::array<render::MeshHandle, 4> tissues{}; ///< lower cartilage, upper cartilage, fluid, cavity
    double opening_m = -1;                       ///< what the meshes stand for; negative: nothing yet
    double cavity_m3 = 0;
};

/// The model on the graphics card.
struct Stage {
    scene::Model model;
    std::vector<render::MeshHandle> meshes;  ///< one a structure
    std::vector<anatomy::FacetJoint> joints; ///< empty for a plain model
    std::optional<JointOnStage> joint;
};

/// The baked spine of the installation.
[[nodiscard]] scene::Model installed_spine();
/// The facet joints of the installed tables.
[[nodiscard]] std::vector<anatomy::FacetJoint> installed_joints();

[[nodiscard]] Stage set_stage(render::Renderer& renderer, scene::Model model,
                              std::vector<anatomy::FacetJoint> joints);

/// Prepares a joint for its close-up. Throws Failure for a joint the stage does not have.
void prepare_joint(Stage& stage, render::Renderer& renderer, const std::string& joint_id);
/// Opens the prepared joint as at this instant: reshapes fluid and cavity when they changed.
void pose_joint(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace,
                const cavitation::Sample& instant);

/// How the whole scene is shown.
struct Look {
    const scene::Visibility* visibility = nullptr;
    std::array<float, scene::layer_words.size()> layer_opacity{1, 1, 1, 1, 1,
                                                               1, 1, 1, 1}; ///< by scene::Layer
    bool joint_tissues = false; ///< cartilage, fluid and cavity of the prepared joint
};

/// Picking answers structure index + 1; the joint's tissues answer nothing.
[[nodiscard]] std::vector<render::Drawing> drawings(const Stage& stage, const Look& look);

/// The close-up: the two bones cut across the prepared joint, with what lies between.
struct CloseUp {
    std::vector<render::Drawing> drawings;
    scene::Camera camera;
    glm::vec4 cut{};
};
[[nodiscard]] CloseUp close_up(const Stage& stage);

/// The surroundings of the prepared joint: its two vertebrae and the next above and below.
[[nodiscard]] scene::Bounds joint_surroundings(const Stage& stage);

} // namespace spinescope::app
