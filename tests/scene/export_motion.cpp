// The motion that other programs play, opened again by another reader of glTF than ours.
#include "scene/export_motion.hpp"

#include "files/failure.hpp"

#include <assimp/Importer.hpp>
#include <assimp/material.h>
#include <assimp/scene.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <unistd.h>

using namespace spinescope;
namespace fs = std::filesystem;

namespace {

anatomy::Mesh triangle() {
    anatomy::Mesh mesh;
    mesh.positions = {{0, 0, 0}, {0.01f, 0, 0}, {0, 0.02f, 0}};
    mesh.normals = {{0, 0, 1}, {0, 0, 1}, {0, 0, 1}};
    mesh.indices = {0, 1, 2};
    return mesh;
}

/// A bone and a tissue between two bones, each somewhere of its own.
scene::Model small_model() {
    scene::Model model;
    model.structures.push_back({.id = "L4",
                                .tissue = scene::Tissue::bone,
                                .mesh = triangle(),
                                .place = glm::translate(glm::mat4(1), {0.0f, 0.1f, 0.0f}),
                                .ride = anatomy::ride_of("L4")});
    scene::Structure disc{
        .id = "disc.L4-L5", .mesh = triangle(), .place = glm::translate(glm::mat4(1), {0.0f, 0.08f, 0.0f})};
    disc.tissue = scene::Tissue::annulus;
    disc.mesh.ride = {23.0f, 23.5f, 24.0f};
    model.structures.push_back(disc);
    scene::Structure flavum{.id = "ligament.flavum.L4-L5",
                            .mesh = triangle(),
                            .place = glm::translate(glm::mat4(1), {0.0f, 0.0f, 0.05f})};
    flavum.tissue = scene::Tissue::elastic;
    flavum.mesh.ride = {23.25f, 23.5f, 24.0f};
    model.structures.push_back(flavum);
    return model;
}

scene::Motion small_motion() {
    scene::Motion motion{.time_s = {0, 1, 2}, .postures = {{}, {}, {}}};
    for (std::size_t i = 1; i < 3; ++i)
        for (std::size_t bone = 0; bone <= 23; ++bone)
            motion.postures[i].moved[bone] =
                glm::rotate(glm::translate(glm::mat4(1), {0.004f * float(i), 0.0f, 0.001f * float(i)}),
                            0.2f * float(i), glm::vec3(0, 0, 1));
    return motion;
}

struct Scratch {
    fs::path folder = fs::temp_directory_path() / ("spinescope-motion-" + std::to_string(getpid()));
    Scratch() { fs::create_directories(folder); }
    ~Scratch() { fs::remove_all(folder); }
};

/// Where Assimp has a node at a key of the animation.
aiMatrix4x4 global(const aiScene& scene, const aiNode* node, unsigned key) {
    aiMatrix4x4 own = node->mTransformation;
    for (unsigned c = 0; c < scene.mAnimations[0]->mNumChannels; ++c) {
        const aiNodeAnim& channel = *scene.mAnimations[0]->mChannels[c];
        if (channel.mNodeName != node->mName) continue;
        own = aiMatrix4x4(aiVector3D(1, 1, 1), channel.mRotationKeys[key].mValue,
                          channel.mPositionKeys[key].mValue);
    }
    return node->mParent != nullptr ? global(scene, node->mParent, key) * own : own;
}

} // namespace

TEST_CASE("A motion comes back from glTF as the program itself moves, bones and what bends between them") {
    const Scratch scratch;
    const fs::path file = scratch.folder / "motion.glb";
    const scene::Model model = small_model();
    const scene::Motion motion = small_motion();
    const std::vector<std::size_t> all{0, 1, 2};
    scene::TissueColours colours{};
    for (std::size_t i = 0; i < colours.size(); ++i) colours.at(i) = {0.05f * float(i), 0.3f, 1};
    scene::export_motion(model, all, motion, file, colours);

    Assimp::Importer importer;
    const aiScene* read = importer.ReadFile(file.string(), 0);
    REQUIRE(read != nullptr);
    REQUIRE(read->mNumAnimations == 1);
    CHECK(read->mNumMaterials >= 3); // one a tissue; Assimp adds its own
    const double ticks =
        read->mAnimations[0]->mTicksPerSecond > 0 ? read->mAnimations[0]->mTicksPerSecond : 1;
    CHECK(read->mAnimations[0]->mDuration / ticks == Approx(2));
    for (unsigned key = 0; key < 3; ++key) {
        const scene::Model there = scene::posed(model, motion.postures[key]);
        for (std::size_t s = 0; s < model.structures.size(); ++s) {
            const scene::Structure& expected = there.structures[s];
            const aiNode* node = read->mRootNode->FindNode(expected.id.c_str());
            REQUIRE(node != nullptr);
            REQUIRE(node->mNumMeshes == 1);
            const aiMesh& mesh = *read->mMeshes[node->mMeshes[0]];
            REQUIRE(mesh.mNumVertices == 3);
            aiColor4D colour;
            REQUIRE(read->mMaterials[mesh.mMaterialIndex]->Get(AI_MATKEY_BASE_COLOR, colour) == AI_SUCCESS);
            const glm::vec3& own = colours.at(std::size_t(expected.tissue));
            CHECK(glm::length(glm::vec3(colour.r, colour.g, colour.b) - own) < 1e-5f);
            std::vector<aiVector3D> at(3);
            if (mesh.mNumBones == 0)
                for (unsigned v = 0; v < 3; ++v) at[v] = global(*read, node, key) * mesh.mVertices[v];
            for (unsigned b = 0; b < mesh.mNumBones; ++b) {
                const aiBone& bone = *mesh.mBones[b];
                const aiMatrix4x4 moves =
                    global(*read, read->mRootNode->FindNode(bone.mName), key) * bone.mOffsetMatrix;
                for (unsigned w = 0; w < bone.mNumWeights; ++w) {
                    const unsigned v = bone.mWeights[w].mVertexId;
                    at[v] += (moves * mesh.mVertices[v]) * bone.mWeights[w].mWeight;
                }
            }
            for (unsigned v = 0; v < 3; ++v) {
                const glm::vec3 wanted = glm::vec3(expected.place * glm::vec4(expected.mesh.positions[v], 1));
                INFO(expected.id << ", vertex " << v << " at key " << key);
                CHECK(at[v].x == Approx(wanted.x).margin(2e-6));
                CHECK(at[v].y == Approx(wanted.y).margin(2e-6));
                CHECK(at[v].z == Approx(wanted.z).margin(2e-6));
            }
        }
    }
}

TEST_CASE("A motion that no file can hold is refused in words") {
    const Scratch scratch;
    const std::vector<std::size_t> all{0, 1, 2}, none;
    const scene::Model model = small_model();
    CHECK_THROWS_AS(scene::export_motion(model, all, small_motion(), scratch.folder / "motion.obj", {}),
                    Failure);
    CHECK_THROWS_AS(scene::export_motion(model, none, small_motion(), scratch.folder / "motion.glb", {}),
                    Failure);
    CHECK_THROWS_AS(scene::export_motion(model, all, {}, scratch.folder / "motion.glb", {}), Failure);
    CHECK(fs::is_empty(scratch.folder));
}
