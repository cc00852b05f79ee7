#pragma once

#include "anatomy/chain.hpp"
#include "anatomy/mesh.hpp"
#include "scene/layer.hpp"

#include <filesystem>
#include <glm/mat4x4.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::scene {

/// What is told about a structure: from assets/anatomy/structures.json and the language in use, or made up
/// from the node's name.
struct Description {
    std::string words{}; ///< the entry that names it, "disc.*"; empty: no language does
    std::string name{};
    std::string latin{}; ///< Terminologia Anatomica; empty when unknown
    std::string fma{};   ///< Foundational Model of Anatomy id, digits only; empty when unknown
    std::string text{};  ///< one to three sentences
};

struct Structure {
    std::string id{};     ///< "L4", "disc.L4-L5"
    std::string parent{}; ///< id of the group it belongs to, e.g. "lumbar"; empty at the top
    Layer layer = Layer::other;
    Tissue tissue = Tissue::plain;
    Description description{};
    anatomy::Mesh mesh{};        ///< m, own frame
    glm::mat4 place{1};          ///< own frame to spine frame at rest
    std::optional<float> ride{}; ///< of a bone: where it is on the chain (anatomy/chain.hpp)
};

/// A heading of the structure tree, e.g. "lumbar".
struct Group {
    std::string id{};
    std::string parent{};
    Description description{};
};

struct Bounds {
    glm::vec3 low{};
    glm::vec3 high{};
};

struct Model {
    std::vector<Structure> structures;
    std::vector<Group> groups; ///< parents before children

    /// Index into structures, or nothing.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
};

/// The baked spine with its names. Throws Failure when the baked file or the names are missing or malformed.
[[nodiscard]] Model load_spine(const std::filesystem::path& glb,
                               const std::filesystem::path& structures_json);

/// Any mesh file that Assimp reads, as a plain model: one structure a mesh node, named by it, normals made
/// where the file has none. Throws Failure naming the file when it is missing, empty, truncated or not a
/// mesh.
[[nodiscard]] Model load_mesh_file(const std::filesystem::path& path);

/// Adds the structures of `more` after those of `model`, whose groups stay as they are.
void append(Model& model, Model&& more);

/// Smallest box around the given structures, spine frame; all of them when `indices` is empty.
[[nodiscard]] Bounds bounds(const Model& model, std::span<const std::size_t> indices = {},
                            const anatomy::Posture& posture = {});

} // namespace spinescope::scene
