#include "scene/exported_mesh.hpp"

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

namespace spinescope::scene {

// Assimp's scene owns plain arrays and frees them in its destructor, so they are made with new[] where a
// scene is put together and nowhere else. The analyzer does not see that destructor.
// NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks)

std::unique_ptr<aiMesh> exported_mesh(const Structure& structure, bool placed_in_mm) {
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
// NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)

aiMatrix4x4 exported_matrix(const glm::mat4& m) {
    return {m[0][0], m[1][0], m[2][0], m[3][0], m[0][1], m[1][1], m[2][1], m[3][1],
            m[0][2], m[1][2], m[2][2], m[3][2], m[0][3], m[1][3], m[2][3], m[3][3]};
}

} // namespace spinescope::scene
