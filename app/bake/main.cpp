// Bakes the spine from its tables: spinescope-bake FOLDER
#include "anatomy/attachments.hpp"
#include "anatomy/mesh_reduction.hpp"
#include "anatomy/spine.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "scene/baked.hpp"
#include "scene/export_model.hpp"
#include "scene/structure_names.hpp"
#include "scene/visibility.hpp"

#include <cstdio>

namespace {

using namespace spinescope;

scene::Model named(std::vector<anatomy::BuiltStructure> spine) {
    scene::Model model;
    for (anatomy::BuiltStructure& built : spine) {
        scene::Structure structure;
        structure.id = built.id;
        structure.mesh = std::move(built.mesh);
        structure.place = built.place;
        model.structures.push_back(std::move(structure));
    }
    scene::name_structures(model, files::asset("anatomy/structures.json"));
    return model;
}

void bake(const std::filesystem::path& folder) {
    std::vector<anatomy::BuiltStructure> spine =
        anatomy::build_spine(anatomy::Figures::load(files::asset("anatomy")));
    anatomy::save_attachments(spine, folder / scene::baked::attachments);
    const scene::Model whole = named(std::move(spine));
    std::vector<std::size_t> all, first, later;
    for (std::size_t i = 0; i < whole.structures.size(); ++i) {
        all.push_back(i);
        const auto layer = static_cast<std::size_t>(whole.structures[i].layer);
        (scene::first_opacities[layer] > 0 ? first : later).push_back(i);
    }
    scene::export_file(whole, first, folder / scene::baked::first_sight);
    if (later.empty()) throw Failure("spine", "has no soft tissues", "check assets/anatomy/structures.json");
    scene::export_file(whole, later, folder / scene::baked::the_rest);
    for (const scene::baked::Coarse& level : scene::baked::coarse) {
        scene::Model model = whole;
        for (scene::Structure& structure : model.structures)
            structure.mesh = anatomy::coarser(structure.mesh, level.share);
        scene::export_file(model, all, folder / level.file);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: spinescope-bake FOLDER\n");
        return 2;
    }
    try {
        bake(argv[1]);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "spinescope-bake: %s\n", failure.what());
        return 1;
    }
    return 0;
}
