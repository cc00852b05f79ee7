#include "scene/export_model.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "scene/exported_mesh.hpp"
#include "scene/extension.hpp"

#include <assimp/Exporter.hpp>
#include <assimp/scene.h>
#include <memory>

namespace spinescope::scene {
namespace {

namespace fs = std::filesystem;

// See exported_mesh.cpp for the plain arrays.
// NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks)

/// One node and one mesh a structure. Millimetre formats know no placement, so their corners are placed here.
std::unique_ptr<aiScene> scene_of(const Model& model, std::span<const std::size_t> indices, bool placed_in_mm,
                                  const TissueColours* colours) {
    auto scene = std::make_unique<aiScene>();
    const std::size_t count = indices.size();
    scene->mRootNode = new aiNode("spine");
    scene->mMeshes = new aiMesh*[count]();
    scene->mRootNode->mChildren = new aiNode*[count]();
    for (std::size_t i = 0; i < count; ++i) {
        const Structure& structure = model.structures.at(indices[i]);
        scene->mMeshes[i] = exported_mesh(structure, placed_in_mm).release();
        scene->mNumMeshes = static_cast<unsigned>(i + 1);
        auto node = std::make_unique<aiNode>(structure.id);
        node->mParent = scene->mRootNode;
        node->mNumMeshes = 1;
        node->mMeshes = new unsigned[1]{static_cast<unsigned>(i)};
        if (!placed_in_mm) node->mTransformation = exported_matrix(structure.place);
        scene->mRootNode->mChildren[i] = node.release();
        scene->mRootNode->mNumChildren = static_cast<unsigned>(i + 1);
    }
    give_materials(*scene, model, indices, colours);
    return scene;
}
// NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)

void write(const Model& model, std::span<const std::size_t> indices, const fs::path& file,
           const std::string& format, const TissueColours* colours = nullptr) {
    for (const std::size_t index : indices)
        if (model.structures.at(index).mesh.indices.empty())
            throw Failure(file.string(), "structure \"" + model.structures[index].id + "\" has no triangles",
                          "leave it out");
    const std::unique_ptr<aiScene> scene = scene_of(model, indices, format != "glb2", colours);
    Assimp::Exporter exporter;
    const aiExportDataBlob* blob = exporter.ExportToBlob(scene.get(), format);
    if (blob == nullptr)
        throw Failure(file.string(), std::string("cannot be made: ") + exporter.GetErrorString(),
                      "try another format");
    files::write_whole(file, {static_cast<const char*>(blob->data), blob->size});
}

} // namespace

void export_file(const Model& model, std::span<const std::size_t> indices, const fs::path& file,
                 const TissueColours* colours) {
    if (indices.empty()) throw Failure(file.string(), "no structure is selected", "name at least one");
    const std::string kind = extension(file);
    if (kind == ".glb") return write(model, indices, file, "glb2", colours);
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
