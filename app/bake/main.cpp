// Bakes the spine: tables in, one glTF file out. Run by the build.
#include "anatomy/spine.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "scene/export_model.hpp"

#include <cstdio>

int main(int argc, char** argv) {
    using namespace spinescope;
    if (argc != 2) {
        std::fprintf(stderr, "usage: spinescope-bake FILE.glb\n");
        return 2;
    }
    try {
        scene::Model model;
        std::vector<std::size_t> all;
        for (anatomy::BuiltStructure& built :
             anatomy::build_spine(anatomy::Figures::load(files::asset("anatomy")))) {
            scene::Structure structure;
            structure.id = built.id;
            structure.mesh = std::move(built.mesh);
            structure.place = built.place;
            all.push_back(model.structures.size());
            model.structures.push_back(std::move(structure));
        }
        scene::export_file(model, all, argv[1]);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "spinescope-bake: %s\n", failure.what());
        return 1;
    }
    return 0;
}
