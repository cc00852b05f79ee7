#include "scene/export_model.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "scene/extension.hpp"

#include <assimp/Exporter.hpp>
#include <assimp/scene.h>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <memory>

namespace spinescope::scene {
namespace {

namespace fs = std::filesystem;

// Assimp's scene owns plain arrays and frees them in its destructor, so they are made with new[] here and
// nowhere else. The analyzer does not see that destructor.
// NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks)

std::unique_ptr<aiMesh> mesh_of(const Structure& structure, bool placed_in_mm) {
    auto mesh = std::make_unique<aiMesh>();
    const anatomy::Mesh& from = structure.mesh;
    mesh->mName = structure.id;
    mesh->mPrimitiveTypes = aiPrimitiveType_TRIANGLE;
    mesh->mNumVertices = static_cast<unsigned>(from.positions.size());
    mesh->mVertices = new aiVector3D[from.positions.size()];
    mesh->mNormals = new aiVector3D[from.positions.size()];
    const glm::mat3 turn = placed_in_mm ? glm::mat3(structure.place) : glm::mat3(1);
    const glm::mat3 turn_normals = glm::transpose(glm::inverse(turn));
    for (std::size_t i = 0; i < from.positions.size(); ++i) {
        glm::vec3 p = from.positions[i];
        if (placed_in_mm) p = (turn * p + glm::vec3(structure.place[3])) * 1000.0f;
        const glm::vec3 n = glm::normalize(turn_normals * from.normals[i]);
        mesh->mVertices[i] = {p.x, p.y, p.z};
        mesh->mNormals[i] = {n.x, n.y, n.z};
    }
    if (!from.occlusion.empty() && !placed_in_mm) {
        mesh->mColors[0] = new aiColor4D[from.positions.size()];
        for (std::size_t i = 0; i < from.positions.size(); ++i) {
            const float sky = from.occlusion[i];
            mesh->mColors[0][i] = {sky, sky, sky, 1};
        }
    }
    if (!from.ride.empty() && !placed_in_mm) {
        mesh->mTextureCoords[0] = new aiVector3D[from.positions.size()];
        mesh->mNumUVComponents[0] = 2;
        for (std::size_t i = 0; i < from.positions.size(); ++i)
            mesh->mTextureCoords[0][i] = {from.ride[i], from.across.empty() ? 0 : from.across[i], 0};
    }
    mesh->mNumFaces = static_cast<unsigned>(from.indices.size() / 3);
    mesh->mFaces = new aiFace[mesh->mNumFaces];
    for (unsigned f = 0; f < mesh->mNumFaces; ++f) {
        mesh->mFaces[f].mNumIndices = 3;
        mesh->mFaces[f].mIndices =
            new unsigned[3]{from.indices[3 * f], from.indices[3 * f + 1], from.indices[3 * f + 2]};
    }
    return mesh;
}

/// One node and one mesh a structure. Millimetre formats know no placement, so their corners are placed here.
std::unique_ptr<aiScene> scene_of(const Model& model, std::span<const std::size_t> indices,
                                  bool placed_in_mm) {
    auto scene = std::make_unique<aiScene>();
    const std::size_t count = indices.size();
    scene->mNumMaterials = 1;
    scene->mMaterials = new aiMaterial* [1] { new aiMaterial };
    scene->mRootNode = new aiNode("spine");
    scene->mMeshes = new aiMesh*[count]();
    scene->mRootNode->mChildren = new aiNode*[count]();
    for (std::size_t i = 0; i < count; ++i) {
        const Structure& structure = model.structures.at(indices[i]);
        scene->mMeshes[i] = mesh_of(structure, placed_in_mm).release();
        scene->mNumMeshes = static_cast<unsigned>(i + 1);
        auto node = std::make_unique<aiNode>(structure.id);
        node->mParent = scene->mRootNode;
        node->mNumMeshes = 1;
        node->mMeshes = new unsigned[1]{static_cast<unsigned>(i)};
        const glm::mat4& m = structure.place;
        if (!placed_in_mm)
            node->mTransformation = {m[0][0], m[1][0], m[2][0], m[3][0], m[0][1], m[1][1], m[2][1], m[3][1],
                                     m[0][2], m[1][2], m[2][2], m[3][2], m[0][3], m[1][3], m[2][3], m[3][3]};
        scene->mRootNode->mChildren[i] = node.release();
        scene->mRootNode->mNumChildren = static_cast<unsigned>(i + 1);
    }
    return scene;
}
// NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)

void write(const Model& model, std::span<const std::size_t> indices, const fs::path& file,
           const std::string& format) {
    for (const std::size_t index : indices)
        if (model.structures.at(index).mesh.indices.empty())
            throw Failure(file.string(), "structure \"" + model.structures[index].id + "\" has no triangles",
                          "leave it out");
    const std::unique_ptr<aiScene> scene = scene_of(model, indices, format != "glb2");
    Assimp::Exporter exporter;
    const aiExportDataBlob* blob = exporter.ExportToBlob(scene.get(), format);
    if (blob == nullptr)
        throw Failure(file.string(), std::string("cannot be made: ") + exporter.GetErrorString(),
                      "try another format");
    files::write_whole(file, {static_cast<const char*>(blob->data), blob->size});
}

} // namespace

void export_file(const Model& model, std::span<const std::size_t> indices, const fs::path& file) {
    if (indices.empty()) throw Failure(file.string(), "no structure is selected", "name at least one");
    const std::string kind = extension(file);
    if (kind == ".glb") return write(model, indices, file, "glb2");
    if (kind == ".obj") return write(model, indices, file, "objnomtl");
    if (kind == ".stl") return write(model, indices, file, "stlb");
    throw Failure(file.string(), "its kind is not known", "end the name with .glb, .obj or .stl");
}

void export_folder(const Model& model, std::span<const std::size_t> indices, const fs::path& folder) {
    if (indices.empty()) throw Failure(folder.string(), "no structure is selected", "name at least one");
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder))
        throw Failure(folder.string(), "the folder cannot be made", "choose another folder");
    for (const std::size_t index : indices)
        write(model, std::span(&index, 1), folder / (model.structures.at(index).id + ".stl"), "stlb");
}

} // namespace spinescope::scene
