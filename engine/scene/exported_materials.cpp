#include "scene/exported_materials.hpp"

#include <algorithm>
#include <assimp/material.h>
#include <memory>
#include <string>
#include <vector>

namespace spinescope::scene {

namespace {

std::unique_ptr<aiMaterial> material(Tissue tissue, const glm::vec3& colour) {
    auto made = std::make_unique<aiMaterial>();
    const aiString name{std::string(tissue_words.at(static_cast<std::size_t>(tissue)))};
    const aiColor4D base{colour.r, colour.g, colour.b, 1};
    // Moist, and no metal; bands and capsules are seen from within, too.
    const ai_real metallic = 0, roughness = 0.6f;
    const int two_sided = 1;
    made->AddProperty(&name, AI_MATKEY_NAME);
    made->AddProperty(&base, 1, AI_MATKEY_BASE_COLOR);
    made->AddProperty(&metallic, 1, AI_MATKEY_METALLIC_FACTOR);
    made->AddProperty(&roughness, 1, AI_MATKEY_ROUGHNESS_FACTOR);
    made->AddProperty(&two_sided, 1, AI_MATKEY_TWOSIDED);
    return made;
}

} // namespace

void give_materials(aiScene& scene, const Model& model, std::span<const std::size_t> indices,
                    const TissueColours* colours) {
    std::vector<Tissue> tissues;
    if (colours != nullptr) {
        for (const std::size_t index : indices) tissues.push_back(model.structures.at(index).tissue);
        std::ranges::sort(tissues);
        tissues.erase(std::unique(tissues.begin(), tissues.end()), tissues.end());
    }
    const std::size_t count = std::max<std::size_t>(1, tissues.size());
    scene.mMaterials = new aiMaterial* [count] {};
    for (std::size_t i = 0; i < count; ++i) {
        auto made = tissues.empty() ? std::make_unique<aiMaterial>()
                                    : material(tissues[i], colours->at(static_cast<std::size_t>(tissues[i])));
        scene.mMaterials[i] = made.release();
        scene.mNumMaterials = static_cast<unsigned>(i + 1);
    }
    if (tissues.empty()) return;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto own = std::ranges::lower_bound(tissues, model.structures.at(indices[i]).tissue);
        scene.mMeshes[i]->mMaterialIndex = static_cast<unsigned>(own - tissues.begin());
    }
}

} // namespace spinescope::scene
