#include "scene/structure_names.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace spinescope::scene {
namespace {

using nlohmann::json;

constexpr const char* remedy = "correct the file, or install the program again";

/// The value whose word this is. Throws Failure naming the file for a word that is none.
template <typename Value, std::size_t n>
Value value_of(const std::array<std::string_view, n>& words, const std::string& word, const char* kind,
               const std::string& where) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) throw Failure(where, std::string("an unknown ") + kind + ": " + word, remedy);
    return static_cast<Value>(found - words.begin());
}

/// What the star of `pattern` stands for in `id`; nothing when they do not fit. Without a star they must be
/// equal.
std::optional<std::string> starred(std::string_view pattern, std::string_view id) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == id ? std::optional(std::string()) : std::nullopt;
    const std::string_view head = pattern.substr(0, star), tail = pattern.substr(star + 1);
    if (id.size() <= head.size() + tail.size() || !id.starts_with(head) || !id.ends_with(tail))
        return std::nullopt;
    return std::string(id.substr(head.size(), id.size() - head.size() - tail.size()));
}

std::string filled_in(std::string words, const std::string& star) {
    for (std::size_t at = words.find("{*}"); at != std::string::npos; at = words.find("{*}", at))
        words.replace(at, 3, star), at += star.size();
    return words;
}

Description description(const json& entry, const std::string& star = {}) {
    return {.words = entry.at("id").get<std::string>(),
            .latin = filled_in(entry.value("latin", ""), star),
            .fma = entry.value("fma", "")};
}

/// Name and text in the language in use: those of the entry itself, or those that it shares with its fellow
/// on the other side, whose ids differ in the last word.
void say(Description& description, std::string_view id) {
    const std::string& entry = description.words;
    const std::string star = starred(entry, id).value_or("");
    const auto said = [&](const std::string& words, const char* what) {
        const std::string key = "structures." + words + what;
        return language::has(key) ? language::say(key, {{"*", star}}) : std::string();
    };
    description.name = said(entry, ".name");
    description.text = said(entry, ".text");
    for (const std::string side : {"right", "left"}) {
        if (!entry.ends_with("." + side)) continue;
        const std::string pair = entry.substr(0, entry.size() - side.size() - 1);
        if (description.text.empty()) description.text = said(pair, ".text");
        if (const std::string name = said(pair, ".name"); description.name.empty() && !name.empty())
            description.name = language::say("structures.side." + side, {{"name", name}});
    }
    if (description.name.empty()) description.name = id;
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

        std::vector<bool> named(model.structures.size(), false);
        std::vector<Structure> ordered;
        ordered.reserve(model.structures.size());
        for (const json& entry : file.at("structures")) {
            const std::string pattern = entry.at("id"), parent = entry.value("parent", "");
            if (!groups.contains(parent))
                throw Failure(where, "structure \"" + pattern + "\" is in no known group", remedy);
            const auto layer = value_of<Layer>(layer_words, entry.value("layer", "other"), "layer", where);
            const std::string usual(tissue_words[static_cast<std::size_t>(usual_tissue(layer))]);
            const auto tissue = value_of<Tissue>(tissue_words, entry.value("tissue", usual), "tissue", where);
            for (std::size_t i = 0; i < named.size(); ++i) {
                if (named[i]) continue;
                const auto star = starred(pattern, model.structures[i].id);
                if (!star) continue;
                named[i] = true;
                Structure structure = std::move(model.structures[i]);
                structure.parent = parent;
                structure.layer = layer;
                structure.tissue = tissue;
                structure.description = description(entry, *star);
                ordered.push_back(std::move(structure));
            }
        }
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (named[i]) continue;
            model.structures[i].description = {.name = model.structures[i].id};
            ordered.push_back(std::move(model.structures[i]));
        }
        model.structures = std::move(ordered);
        rename(model);
    } catch (const json::exception& fault) {
        throw Failure(where, std::string("is malformed: ") + fault.what(), remedy);
    }
}

void rename(Model& model) {
    for (Group& group : model.groups)
        if (!group.description.words.empty()) say(group.description, group.id);
    for (Structure& structure : model.structures)
        if (!structure.description.words.empty()) say(structure.description, structure.id);
}

} // namespace spinescope::scene
