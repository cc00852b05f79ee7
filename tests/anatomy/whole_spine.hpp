#pragma once

#include "anatomy/attachments.hpp"
#include "anatomy/figures.hpp"
#include "files/installation.hpp"
#include "scene/baked.hpp"
#include "scene/model.hpp"

#include <algorithm>
#include <stdexcept>

namespace spinescope::test {

inline const anatomy::Figures& figures() {
    static const anatomy::Figures loaded = anatomy::Figures::load(SPINESCOPE_SOURCE "/assets/anatomy");
    return loaded;
}

/// What the build has baked and the program will show.
inline const std::vector<anatomy::BuiltStructure>& whole_spine() {
    static const std::vector<anatomy::BuiltStructure> baked = [] {
        const std::filesystem::path names = SPINESCOPE_SOURCE "/assets/anatomy/structures.json";
        scene::Model model = scene::load_spine(files::share() / scene::baked::first_sight, names);
        scene::append(model, scene::load_spine(files::share() / scene::baked::the_rest, names));
        const anatomy::Attachments attachments =
            anatomy::load_attachments(files::share() / scene::baked::attachments);
        std::vector<anatomy::BuiltStructure> spine;
        for (scene::Structure& structure : model.structures) {
            const auto holds = attachments.find(structure.id);
            spine.push_back({.id = structure.id,
                             .mesh = std::move(structure.mesh),
                             .place = structure.place,
                             .attachments = holds == attachments.end() ? std::vector<anatomy::Attachment>()
                                                                       : holds->second});
        }
        return spine;
    }();
    return baked;
}

inline const anatomy::BuiltStructure& structure(std::string_view id) {
    const auto found = std::ranges::find(whole_spine(), id, &anatomy::BuiltStructure::id);
    if (found == whole_spine().end()) throw std::runtime_error("no " + std::string(id));
    return *found;
}

} // namespace spinescope::test
