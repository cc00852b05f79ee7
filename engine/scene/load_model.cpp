#include "anatomy/chain.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "scene/extension.hpp"
#include "scene/model.hpp"
#include "scene/structure_names.hpp"

#include <algorithm>
#include <assimp/Importer.hpp>
#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <set>

namespace spinescope::scene {
namespace {

namespace fs = std::filesystem;

Failure unreadable(const fs::path& path, const std::string& what) {
    return {path.string(), what, "give a whole mesh file (.glb, .obj, .stl, .ply, ...)"};
}

glm::mat4 matrix(const aiMatrix4x4& m) {
    return {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2, m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4};
}

bool finite(const glm::vec3& v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

bool finite(const glm::mat4& m) {
    for (int i = 0; i < 4; ++i)
        if (!finite(glm::vec3(m[i])) || !std::isfinite(m[i][3])) return false;
    return true;
}

glm::vec3 vector(const aiVector3D& v) {
    return {v.x, v.y, v.z};
}

/// Grey corners are baked occlusion; real colours are not.
bool holds_occlusion(const aiMesh& mesh) {
    if (!mesh.HasVertexColors(0)) return false;
    const aiColor4D* const colours = mesh.mColors[0];
    return std::all_of(colours, colours + mesh.mNumVertices,
                       [](const aiColor4D& c) { return c.r == c.g && c.g == c.b; });
}

/// Adds the triangles of `from` to `to`. What is no triangle (points, lines) is left out; a triangle whose
/// corners do not exist or are no numbers means that the file is damaged.
void append(anatomy::Mesh& to, const aiMesh& from, const fs::path& path) {
    const auto first = static_cast<std::uint32_t>(to.positions.size());
    to.positions.reserve(first + from.mNumVertices);
    to.normals.reserve(first + from.mNumVertices);
    const bool lit = holds_occlusion(from);
    for (unsigned i = 0; i < from.mNumVertices; ++i) {
        const glm::vec3 position = vector(from.mVertices[i]);
        glm::vec3 normal = from.mNormals != nullptr ? vector(from.mNormals[i]) : glm::vec3(0, 1, 0);
        const float length = glm::length(normal);
        // Seams and needles leave Assimp without a direction.
        normal = length > 1e-6f && std::isfinite(length) ? normal / length : glm::vec3(0, 1, 0);
        if (!finite(position)) throw unreadable(path, "holds positions that are not numbers");
        to.positions.push_back(position);
        to.normals.push_back(normal);
        if (lit) {
            const float sky = from.mColors[0][i].r;
            to.occlusion.push_back(std::isfinite(sky) ? std::clamp(sky, 0.0f, 1.0f) : 1.0f);
        }
    }
    if (!to.occlusion.empty()) to.occlusion.resize(to.positions.size(), 1.0f);
    if (from.HasTextureCoords(0)) { // where a corner rides, and how far across the fibres it lies
        to.ride.resize(first, 0.0f);
        to.across.resize(first, 0.0f);
        for (unsigned i = 0; i < from.mNumVertices; ++i) {
            const aiVector3D& at = from.mTextureCoords[0][i];
            if (!std::isfinite(at.x) || !std::isfinite(at.y))
                throw unreadable(path, "its attachments are damaged");
            to.ride.push_back(at.x);
            to.across.push_back(at.y);
        }
    } else if (!to.ride.empty()) {
        to.ride.resize(to.positions.size(), to.ride.back());
        to.across.resize(to.positions.size(), 0.0f);
    }
    to.indices.reserve(to.indices.size() + 3 * static_cast<std::size_t>(from.mNumFaces));
    for (unsigned f = 0; f < from.mNumFaces; ++f) {
        const aiFace& face = from.mFaces[f];
        if (face.mNumIndices != 3) continue;
        for (unsigned k = 0; k < 3; ++k) {
            if (face.mIndices[k] >= from.mNumVertices) throw unreadable(path, "its triangles are damaged");
            to.indices.push_back(first + face.mIndices[k]);
        }
    }
}

void collect(Model& model, const aiScene& scene, const aiNode& node, const aiMatrix4x4& above,
             const fs::path& path) {
    const aiMatrix4x4 here = above * node.mTransformation;
    if (node.mNumMeshes > 0) {
        Structure structure;
        structure.id = node.mName.C_Str();
        structure.place = matrix(here);
        if (!finite(structure.place)) throw unreadable(path, "its placements are damaged");
        for (unsigned i = 0; i < node.mNumMeshes; ++i)
            append(structure.mesh, *scene.mMeshes[node.mMeshes[i]], path);
        if (!structure.mesh.indices.empty()) model.structures.push_back(std::move(structure));
    }
    for (unsigned i = 0; i < node.mNumChildren; ++i) collect(model, scene, *node.mChildren[i], here, path);
}

/// One structure a mesh node, in the file's own units.
Model read(const fs::path& path, unsigned steps, int dropped = 0) {
    const std::string bytes = files::read_whole(path);
    if (bytes.empty()) throw unreadable(path, "is empty");
    Assimp::Importer importer;
    importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
    importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS, dropped);
    importer.SetPropertyFloat(AI_CONFIG_PP_GSN_MAX_SMOOTHING_ANGLE, 60); // rims stay crisp
    const aiScene* scene = nullptr;
    Model model;
    try {
        // These kinds are one file each and are already read; others may point at files beside them.
        const std::string kind = extension(path);
        scene = kind == ".glb" || kind == ".stl"
                    ? importer.ReadFileFromMemory(bytes.data(), bytes.size(), steps, kind.c_str() + 1)
                    : importer.ReadFile(path.string(), steps);
    } catch (const std::exception& fault) {
        throw unreadable(path, std::string("cannot be read: ") + fault.what());
    }
    if (scene == nullptr || scene->mRootNode == nullptr) {
        std::string why = importer.GetErrorString();
        std::replace(why.begin(), why.end(), '\n', ' ');
        throw unreadable(path, "is not a mesh that can be read" + (why.empty() ? "" : " (" + why + ")"));
    }
    collect(model, *scene, *scene->mRootNode, aiMatrix4x4(), path);
    if (model.structures.empty()) throw unreadable(path, "holds no triangles");
    return model;
}

} // namespace

Model load_spine(const fs::path& glb, const fs::path& structures_json) {
    // The baked file already has triangles, normals and shared corners: any step would only cost time.
    Model model = read(glb, 0);
    for (Structure& structure : model.structures)
        if (anatomy::is_bone_of_chain(structure.id)) structure.ride = anatomy::ride_of(structure.id);
    name_structures(model, structures_json);
    return model;
}

Model load_mesh_file(const fs::path& path) {
    int dropped = aiComponent_TANGENTS_AND_BITANGENTS | aiComponent_TEXCOORDS | aiComponent_BONEWEIGHTS |
                  aiComponent_ANIMATIONS | aiComponent_TEXTURES | aiComponent_LIGHTS | aiComponent_CAMERAS;
    // STL keeps one normal a facet: a smooth surface would look like a cut gem.
    if (extension(path) == ".stl") dropped |= aiComponent_NORMALS;
    Model model = read(path,
                       aiProcess_RemoveComponent | aiProcess_Triangulate | aiProcess_JoinIdenticalVertices |
                           aiProcess_GenSmoothNormals | aiProcess_SortByPType,
                       dropped);
    std::set<std::string> taken;
    for (Structure& structure : model.structures) {
        if (structure.id.empty()) structure.id = path.stem().string();
        const std::string name = structure.id;
        for (int copy = 2; !taken.insert(structure.id).second; ++copy)
            structure.id = name + "." + std::to_string(copy);
        structure.description.name = structure.id;
        structure.layer = Layer::bone;
        structure.tissue = Tissue::bone;
    }
    // Most mesh files carry no unit. Numbers too large for metres of anything on this stage are taken for
    // millimetres (or less); the shape itself is kept as it is and only its place is scaled.
    const Bounds box = bounds(model);
    const glm::vec3 size = box.high - box.low;
    const float extent = std::max({size.x, size.y, size.z});
    if (!std::isfinite(extent) || !finite(box.low) || !(extent > 0))
        throw unreadable(path, "its size is not a number above zero");
    float scale = 1;
    while (extent * scale > 5) scale /= 1000;
    if (scale < 1)
        for (Structure& structure : model.structures)
            structure.place = glm::scale(glm::mat4(1), glm::vec3(scale)) * structure.place;
    return model;
}

} // namespace spinescope::scene
