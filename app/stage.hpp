#pragma once

#include "anatomy/facet_joint.hpp"
#include "app/ghost_body.hpp"
#include "render/renderer.hpp"
#include "scene/baked.hpp"
#include "scene/detail.hpp"
#include "scene/heat_map.hpp"
#include "scene/joint_instant.hpp"
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
    std::array<render::MeshHandle, 4> tissues{};  ///< lower cartilage, upper cartilage, fluid, cavity
    std::optional<scene::JointInstant> shown{};   ///< what they stand for
    std::optional<scene::JointInstant> scanned{}; ///< the same when an MRI cine took its last frame
};

/// Frames an MRI cine takes in a second (Kawchuk et al. 2015, PLoS ONE e0119470; finger joints).
constexpr double cine_frames_a_second = 3.2;

/// What only the close-up shows, on the graphics card; made when it is first drawn.
struct CloseUpMeshes {
    struct Section {
        render::MeshHandle fluid{};               ///< as far as the capsule
        std::array<render::MeshHandle, 3> dots{}; ///< of dissolved CO2, N2 and O2
        std::optional<scene::JointInstant> shown{};
    };
    struct Scan {
        std::array<render::MeshHandle, 4> tissues{}; ///< room in the capsule, both cartilages, cavity
        render::MeshHandle around{};                 ///< muscle, for want of more
        std::optional<scene::JointInstant> shown{};
    };
    std::optional<Section> section, face;
    std::optional<Scan> scan;
};

/// A structure's meshes by level of detail, finest first. They go to the graphics card when first drawn.
struct OnCard {
    static constexpr std::size_t levels = 1 + scene::baked::coarse.size();
    std::array<std::optional<render::MeshHandle>, levels> meshes;
    std::array<anatomy::Mesh, levels - 1> coarser; ///< what is not on the card yet
    std::array<std::size_t, levels> triangles{};   ///< 0: not read yet
    glm::vec3 centre{};                            ///< of a box around it, own frame, m
    float radius_m = 0;                  ///< of a ball that covers as much of a picture as the box around it
    float first_ride = 0, last_ride = 0; ///< of a tissue that bends: the ends of its place on the chain
};

/// How the window's close-up is looked at.
struct CloseUpLook {
    bool face = false;      ///< at the fluid through the upper facet; otherwise at the section
    bool scan = false;      ///< an MRI cine beside it
    glm::vec2 turned_deg{}; ///< by hand
    float nearer = 1;
};

/// The model as it stands or bends.
struct Stage {
    scene::Model model;
    std::vector<OnCard> cards;               ///< one a structure
    std::vector<anatomy::FacetJoint> joints; ///< empty for a plain model
    std::optional<JointOnStage> joint;       ///< the one in the close-up
    std::vector<JointOnStage> neighbours;    ///< others that open with it
    CloseUpMeshes close_up;
    CloseUpLook close_up_look;
    anatomy::Posture bent;         ///< before the joint opens
    std::optional<GhostBody> body; ///< that does an exercise; bent is then its spine's
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
/// The same for the others that open with it, and for no more than these.
void prepare_neighbours(Stage& stage, render::Renderer& renderer, std::span<const std::string> joint_ids);
/// What a trace says of a joint at a time.
[[nodiscard]] scene::JointInstant joint_instant(const timeline::Trace& trace, double time_s);
/// Opens the prepared joint as at this instant: reshapes fluid and cavity when they changed.
void pose_joint(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace,
                const cavitation::Sample& instant);
/// The same for one of its neighbours, which has a trace of its own; another is left alone.
void pose_neighbour(Stage& stage, render::Renderer& renderer, const timeline::Trace& trace, double time_s);

/// The layer of each structure, for its visibility.
[[nodiscard]] std::vector<scene::Layer> layers_of(const scene::Model& model);

/// How the whole scene is shown.
struct Look {
    const scene::Visibility* visibility = nullptr;
    bool joint_tissues = false;            ///< cartilage, fluid and cavity of the prepared joint
    float explode = 0;                     ///< 0 together, 1 apart
    std::optional<scene::Viewer> viewer{}; ///< chooses the level of detail; without one the finest
    /// Ligaments and discs in the colours of their strain and load, everything else standing back. What it
    /// holds shows even where its layer does not.
    std::optional<scene::HeatMap> heat{};
    render::Theme theme = render::Theme::dark;
    /// Structures that everything else stands back for; none: nothing does. Ascending.
    std::vector<std::size_t> highlighted{};
};

/// The body as it is at a time of an exercise, spine and all.
void pose_body(Stage& stage, const timeline::Performance& performance, double time_s);
/// Whether and how a structure shows.
[[nodiscard]] scene::Showing showing(const Look& look, const scene::Structure& structure, std::size_t index);

/// Where every bone is: bent, with the prepared joint as open as it is, and pulled apart.
[[nodiscard]] anatomy::Posture posture(const Stage& stage, const Look& look);

/// Picking answers structure index + 1; the joint's tissues answer nothing.
[[nodiscard]] std::vector<render::Drawing> drawings(Stage& stage, render::Renderer& renderer,
                                                    const Look& look);

/// One structure where `posture` carries it, as finely as it is known.
[[nodiscard]] render::Drawing drawing_of(Stage& stage, render::Renderer& renderer, std::size_t structure,
                                         const anatomy::Posture& posture);
/// The middle of a bone of the chain (0 the occiput) where `posture` carries it; nothing when the model has
/// no such bone.
[[nodiscard]] std::optional<glm::vec3> bone_middle(const Stage& stage, const anatomy::Posture& posture,
                                                   std::size_t bone);
/// Opens a joint in `posture` and carries along everything above it, so that no other joint is disturbed.
void open_joint(anatomy::Posture& posture, const anatomy::FacetJoint& joint, double opening_m);

/// The surroundings of the prepared joint: its two vertebrae and the next above and below.
[[nodiscard]] scene::Bounds joint_surroundings(const Stage& stage);

} // namespace spinescope::app
