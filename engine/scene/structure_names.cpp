#include "scene/structure_names.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace spinescope::scene {
namespace {

using nlohmann::json;

constexpr const char* remedy = "correct the file, or install the program again";

std::optional<Layer> layer(std::string_view word) {
    using enum Layer;
    static constexpr std::array<std::pair<std::string_view, Layer>, 8> words{{{"bone", bone},
                                                                              {"disc", disc},
                                                                              {"cartilage", cartilage},
                                                                              {"ligament", ligament},
                                                                              {"nerve", nerve},
                                                                              {"vessel", vessel},
                                                                              {"muscle", muscle},
                                                                              {"other", other}}};
    for (const auto& [name, value] : words)
        if (name == word) return value;
    return std::nullopt;
}

Description description(const json& entry) {
    return {.english = entry.value("english", entry.at("id").get<std::string>()),
            .latin = entry.value("latin", ""),
            .fma = entry.value("fma", ""),
            .text = entry.value("text", "")};
}

} // namespace

void name_structures(Model& model, const std::filesystem::path& structures_json) {
    const std::string where = structures_json.string();
    try {
        const json file = json::parse(files::read_whole(structures_json));
        std::set<std::string> groups{""};
        for (const json& entry : file.at("groups")) {
            Group group{.id = entry.at("id").get<std::string>(),
                        .parent = entry.value("parent", ""),
                        .description = description(entry)};
            if (!groups.contains(group.parent))
                throw Failure(where,
                              "group \"" + group.id + "\" comes before its parent \"" + group.parent + "\"",
                              remedy);
            if (!groups.insert(group.id).second)
                throw Failure(where, "group \"" + group.id + "\" is there twice", remedy);
            model.groups.push_back(std::move(group));
        }

        std::map<std::string, std::size_t, std::less<>> unnamed;
        for (std::size_t i = 0; i < model.structures.size(); ++i) unnamed.emplace(model.structures[i].id, i);
        std::vector<Structure> ordered;
        ordered.reserve(model.structures.size());
        for (const json& entry : file.at("structures")) {
            const std::string id = entry.at("id");
            const auto found = unnamed.find(id);
            if (found == unnamed.end()) continue;
            Structure structure = std::move(model.structures[found->second]);
            unnamed.erase(found);
            structure.parent = entry.value("parent", "");
            if (!groups.contains(structure.parent))
                throw Failure(where, "structure \"" + id + "\" is in no known group", remedy);
            const std::string word = entry.value("layer", "other");
            const std::optional<Layer> known = layer(word);
            if (!known) throw Failure(where, "an unknown layer: " + word, remedy);
            structure.layer = *known;
            structure.description = description(entry);
            ordered.push_back(std::move(structure));
        }
        for (Structure& structure : model.structures) {
            const auto found = unnamed.find(structure.id);
            if (found == unnamed.end() || &model.structures[found->second] != &structure) continue;
            structure.description.english = structure.id;
            ordered.push_back(std::move(structure));
        }
        model.structures = std::move(ordered);
    } catch (const json::exception& fault) {
        throw Failure(where, std::string("is malformed: ") + fault.what(), remedy);
    }
}

} // namespace spinescope::scene
