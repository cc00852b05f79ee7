#pragma once

#include "anatomy/facet_joint.hpp"
#include "render/renderer.hpp"
#include "scene/baked.hpp"
#include "scene/detail.hpp"
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

/// A structure's meshes by level of detail, finest first. They go to the graphics card when first drawn.
struct OnCard {
    static constexpr std::size_t levels = 1 + scene::baked::coarse.size();
    std::array<std::optional<render::MeshHandle>, levels> meshes;
    std::array<anatomy::Mesh, levels - 1> coarser; ///< what is not on the card yet
    std::array<std::size_t, levels> triangles{};   ///< 0: not read yet
    glm::vec3 centre{};                            ///< of a sphere around it, own frame, m
    float radius_m = 0;
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

/// What is shown of the spine at first, as the installation has it, and the rest of it.
[[nodiscard]] scene::Model spine_at_first_sight();
[[nodiscard]] scene::Model rest_of_spine();
/// Every structure.
[[nodiscard]] scene::Model whole_spine();
/// Every structure in a coarser level of detail: 0 or 1.
[[nodiscard]] scene::Model coarse_spine(std::size_t level);
/// The facet joints of the installed tables.
[[nodiscard]] std::vector<anatomy::FacetJoint> installed_joints();

[[nodiscard]] Stage set_stage(scene::Model model, std::vector<anatomy::FacetJoint> joints);
/// More of the same model has been read.
void add_to_stage(Stage& stage, scene::Model more);
/// Coarser meshes of structures that are there, by their ids.
void add_detail(Stage& stage, std::size_t level, scene::Model coarse);

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
    bool joint_tissues = false;            ///< cartilage, fluid and cavity of the prepared joint
    float explode = 0;                     ///< 0 together, 1 apart
    std::optional<scene::Viewer> viewer{}; ///< chooses the level of detail; without one the finest
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
