#include "scene/export_motion.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "scene/exported_mesh.hpp"
#include "scene/extension.hpp"

#include <algorithm>
#include <array>
#include <assimp/Exporter.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/matrix.hpp>
#include <memory>

namespace spinescope::scene {

namespace {

std::string bone_name(std::size_t bone) {
    if (bone == 0) return "bone.occiput";
    return "bone." + (bone <= anatomy::levels.size() ? std::string(anatomy::levels[bone - 1]) : "sacrum");
}

Structure in_spine_frame(Structure structure) {
    for (glm::vec3& position : structure.mesh.positions)
        position = glm::vec3(structure.place * glm::vec4(position, 1));
    for (glm::vec3& normal : structure.mesh.normals)
        normal = glm::normalize(glm::mat3(structure.place) * normal);
    structure.place = glm::mat4(1);
    return structure;
}

// See exported_mesh.cpp for the plain arrays.
// NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks)

/// How much of every vertex each bone of the chain carries.
void skin(aiMesh& mesh, const Structure& structure) {
    std::array<std::vector<aiVertexWeight>, anatomy::chain_length> carried;
    const std::vector<float>& rides = structure.mesh.ride;
    for (std::size_t i = 0; i < rides.size(); ++i) {
        const float ride = std::clamp(rides[i], 0.0f, float(anatomy::chain_length - 1));
        const auto upper = std::min(std::size_t(ride), anatomy::chain_length - 2);
        const float lower_share = ride - float(upper);
        if (lower_share < 1) carried[upper].emplace_back(unsigned(i), 1 - lower_share);
        if (lower_share > 0) carried[upper + 1].emplace_back(unsigned(i), lower_share);
    }
    mesh.mBones = new aiBone* [anatomy::chain_length] {};
    for (std::size_t bone = 0; bone < carried.size(); ++bone) {
        if (carried[bone].empty()) continue;
        auto made = std::make_unique<aiBone>();
        made->mName = bone_name(bone);
        // At rest every bone of the chain is at home, and all that bends is told in the spine frame: one skin
        // has room for one frame only.
        made->mOffsetMatrix = aiMatrix4x4();
        made->mNumWeights = unsigned(carried[bone].size());
        made->mWeights = new aiVertexWeight[carried[bone].size()];
        std::ranges::copy(carried[bone], made->mWeights);
        mesh.mBones[mesh.mNumBones++] = made.release();
    }
}

aiNodeAnim* channel_of(std::size_t bone, const Motion& motion) {
    auto channel = std::make_unique<aiNodeAnim>();
    const std::size_t count = motion.time_s.size();
    channel->mNodeName = bone_name(bone);
    channel->mNumPositionKeys = channel->mNumRotationKeys = channel->mNumScalingKeys = unsigned(count);
    channel->mPositionKeys = new aiVectorKey[count];
    channel->mRotationKeys = new aiQuatKey[count];
    channel->mScalingKeys = new aiVectorKey[count];
    glm::quat before(1, 0, 0, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const glm::mat4& moved = motion.postures[i].moved[bone];
        glm::quat turn = glm::quat_cast(glm::mat3(moved));
        if (glm::dot(turn, before) < 0) turn = -turn; // the shorter way round
        before = turn;
        const double at = motion.time_s[i];
        channel->mPositionKeys[i] = {at, {moved[3].x, moved[3].y, moved[3].z}};
        channel->mRotationKeys[i] = {at, {turn.w, turn.x, turn.y, turn.z}};
        channel->mScalingKeys[i] = {at, {1, 1, 1}};
    }
    return channel.release();
}

aiAnimation* animation_of(const Motion& motion) {
    auto animation = std::make_unique<aiAnimation>();
    animation->mName = "motion";
    animation->mTicksPerSecond = 1;
    animation->mDuration = motion.time_s.back();
    animation->mChannels = new aiNodeAnim* [anatomy::chain_length] {};
    for (std::size_t bone = 0; bone < anatomy::chain_length; ++bone) {
        animation->mChannels[bone] = channel_of(bone, motion);
        animation->mNumChannels = unsigned(bone + 1);
    }
    return animation.release();
}

aiNode* child_of(aiNode& parent, const std::string& name) {
    auto* node = new aiNode(name);
    parent.addChildren(1, &node);
    return node;
}

std::unique_ptr<aiScene> moving_scene(const Model& model, std::span<const std::size_t> indices,
                                      const Motion& motion, const TissueColours& colours) {
    auto scene = std::make_unique<aiScene>();
    scene->mRootNode = new aiNode("spine");
    std::array<aiNode*, anatomy::chain_length> bones{};
    for (std::size_t bone = 0; bone < bones.size(); ++bone)
        bones[bone] = child_of(*scene->mRootNode, bone_name(bone));
    scene->mMeshes = new aiMesh* [indices.size()] {};
    for (const std::size_t index : indices) {
        const Structure& structure = model.structures.at(index);
        const bool bends = !structure.mesh.ride.empty() && !structure.ride;
        auto mesh = exported_mesh(bends ? in_spine_frame(structure) : structure);
        if (bends) skin(*mesh, structure);
        const auto rides = std::size_t(std::lround(structure.ride.value_or(0)));
        aiNode* node = child_of(structure.ride ? *bones.at(rides) : *scene->mRootNode, structure.id);
        if (!bends) node->mTransformation = exported_matrix(structure.place);
        node->mNumMeshes = 1;
        node->mMeshes = new unsigned[1]{scene->mNumMeshes};
        scene->mMeshes[scene->mNumMeshes++] = mesh.release();
    }
    give_materials(*scene, model, indices, &colours);
    scene->mNumAnimations = 1;
    scene->mAnimations = new aiAnimation* [1] { animation_of(motion) };
    return scene;
}
// NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)

} // namespace

Model posed(Model model, const anatomy::Posture& posture) {
    for (Structure& structure : model.structures) {
        if (structure.ride) {
            structure.place = anatomy::motion_at(posture, *structure.ride) * structure.place;
            continue;
        }
        anatomy::Mesh& mesh = structure.mesh;
        for (std::size_t i = 0; i < mesh.ride.size(); ++i) {
            const glm::mat4 own =
                glm::inverse(structure.place) * anatomy::motion_at(posture, mesh.ride[i]) * structure.place;
            mesh.positions[i] = glm::vec3(own * glm::vec4(mesh.positions[i], 1));
            mesh.normals[i] = glm::normalize(glm::mat3(own) * mesh.normals[i]);
        }
    }
    return model;
}

void export_motion(const Model& model, std::span<const std::size_t> indices, const Motion& motion,
                   const std::filesystem::path& file, const TissueColours& colours) {
    if (extension(file) != ".glb")
        throw Failure(file.string(), "only .glb keeps a motion",
                      "end the name with .glb, or choose an instant");
    if (indices.empty()) throw Failure(file.string(), "no structure is selected", "name at least one");
    if (motion.time_s.empty() || motion.time_s.size() != motion.postures.size())
        throw Failure(file.string(), "there is no motion", "choose another");
    const std::unique_ptr<aiScene> scene = moving_scene(model, indices, motion, colours);
    Assimp::Exporter exporter;
    const aiExportDataBlob* blob = exporter.ExportToBlob(scene.get(), "glb2");
    if (blob == nullptr)
        throw Failure(file.string(), std::string("cannot be made: ") + exporter.GetErrorString(),
                      "leave some structures out");
    files::write_whole(file, {static_cast<const char*>(blob->data), blob->size});
}

} // namespace spinescope::scene
