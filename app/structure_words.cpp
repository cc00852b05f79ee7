#include "app/structure_words.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <sstream>

namespace spinescope::app {

namespace {

bool below(const scene::Model& model, std::string parent, const std::string& group) {
    // A file could name a group as its own ancestor; no tree is deeper than its number of groups.
    for (std::size_t step = 0; step <= model.groups.size() && !parent.empty(); ++step) {
        if (parent == group) return true;
        const auto above = std::ranges::find(model.groups, parent, &scene::Group::id);
        parent = above == model.groups.end() ? std::string() : above->parent;
    }
    return false;
}

} // namespace

std::vector<std::size_t> structures_in(const scene::Model& model, const std::string& group) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < model.structures.size(); ++i)
        if (below(model, model.structures[i].parent, group)) found.push_back(i);
    return found;
}

scene::Opacities opacities_named(const std::string& words) {
    const auto number = [&](const std::string& digits) {
        char* end = nullptr;
        const float value = std::strtof(digits.c_str(), &end);
        if (digits.empty() || *end != 0 || !(value >= 0 && value <= 1))
            throw Failure("layers " + files::shown(words), files::shown(digits) + " is no number from 0 to 1",
                          "write for example bone=0.3,nerve");
        return value;
    };
    if (!words.empty() &&
        (std::isdigit(static_cast<unsigned char>(words.front())) != 0 || words.front() == '.'))
        return scene::opacities_at_depth(number(words));
    scene::Opacities opacities{};
    std::istringstream parts(words);
    for (std::string part; std::getline(parts, part, ',');) {
        const std::size_t equals = part.find('=');
        const std::string layer = part.substr(0, equals);
        const auto known = std::ranges::find(scene::layer_words, layer);
        if (known == scene::layer_words.end()) {
            const std::vector<std::string> choices(scene::layer_words.begin(), scene::layer_words.end());
            throw Failure("layer " + files::shown(layer), "there is no such layer",
                          files::suggestion(layer, choices));
        }
        opacities[static_cast<std::size_t>(known - scene::layer_words.begin())] =
            equals == std::string::npos ? 1 : number(part.substr(equals + 1));
    }
    return opacities;
}

std::vector<std::size_t> structures_named(const scene::Model& model, const std::vector<std::string>& words) {
    std::vector<bool> meant(model.structures.size(), false);
    for (const std::string& list : words) {
        std::istringstream parts(list);
        for (std::string part; std::getline(parts, part, ',');) {
            bool known = part == "all" ||
                         std::ranges::find(model.groups, part, &scene::Group::id) != model.groups.end();
            for (std::size_t i = 0; i < model.structures.size(); ++i) {
                const scene::Structure& structure = model.structures[i];
                const bool here = part == "all" || structure.id == part ||
                                  part == scene::word(structure.layer) ||
                                  below(model, structure.parent, part);
                meant[i] = meant[i] || here;
                known = known || here;
            }
            if (!known) {
                std::vector<std::string> choices;
                for (const scene::Group& group : model.groups) choices.push_back(group.id);
                for (const scene::Structure& structure : model.structures) choices.push_back(structure.id);
                throw Failure("structure " + files::shown(part), "there is no such structure",
                              files::suggestion(part, choices));
            }
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < meant.size(); ++i)
        if (meant[i]) found.push_back(i);
    return found;
}

} // namespace spinescope::app
