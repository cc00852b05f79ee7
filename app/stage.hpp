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

/// A structure's mesh on the graphics card, where it goes when it is first drawn.
struct OnCard {
    std::optional<render::MeshHandle> mesh;
    float first_ride = 0, last_ride = 0; ///< of a tissue that bends: the ends of its place on the chain
};

/// The model as it stands or bends.
struct Stage {
    scene::Model model;
    std::vector<OnCard> cards;               ///< one a structure
    std::vector<anatomy::FacetJoint> joints; ///< empty for a plain model
    std::optional<JointOnStage> joint;
    anatomy::Posture bent; ///< before the joint opens
};

/// The baked spine of the installation.
[[nodiscard]] scene::Model installed_spine();
/// The facet joints of the installed tables.
[[nodiscard]] std::vector<anatomy::FacetJoint> installed_joints();

[[nodiscard]] Stage set_stage(scene::Model model, std::vector<anatomy::FacetJoint> joints);
/// More of the same model has been read.
void add_to_stage(Stage& stage, scene::Model more);

/// Prepares a joint for its close-up. Throws Failure for a joint the stage does not have.
void prepare_joint(Stage& stage, render::Renderer& renderer, const std::string& joint_id);
/// Opens the prepared joint as at this instant: reshapes fluid and cavity when they changed.
void pose_joint(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace,
                const cavitation::Sample& instant);

/// The layer of each structure, for its visibility.
[[nodiscard]] std::vector<scene::Layer> layers_of(const scene::Model& model);

/// How the whole scene is shown.
struct Look {
    const scene::Visibility* visibility = nullptr;
    bool joint_tissues = false; ///< cartilage, fluid and cavity of the prepared joint
    float explode = 0;          ///< 0 together, 1 apart
};

/// Where every bone is: bent, with the prepared joint as open as it is, and pulled apart.
[[nodiscard]] anatomy::Posture posture(const Stage& stage, const Look& look);

/// Picking answers structure index + 1; the joint's tissues answer nothing.
[[nodiscard]] std::vector<render::Drawing> drawings(Stage& stage, render::Renderer& renderer,
                                                    const Look& look);

/// The close-up: the two bones cut across the prepared joint, with what lies between.
struct CloseUp {
    std::vector<render::Drawing> drawings;
    anatomy::Posture posture;
    scene::Camera camera;
    glm::vec4 cut{};
};
[[nodiscard]] CloseUp close_up(Stage& stage, render::Renderer& renderer);

/// The surroundings of the prepared joint: its two vertebrae and the next above and below.
[[nodiscard]] scene::Bounds joint_surroundings(const Stage& stage);

} // namespace spinescope::app
