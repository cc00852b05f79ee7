#include "app/commands/commands.hpp"
#include "app/stage.hpp"
#include "app/structure_words.hpp"
#include "app/take_home/motion.hpp"
#include "app/take_home/tissue_colours.hpp"
#include "files/failure.hpp"
#include "mechanics/spine_model.hpp"
#include "scene/export_model.hpp"
#include "timeline/scenario.hpp"

namespace spinescope::app {

namespace {

constexpr double seconds_of_a_pop = 10;

scene::Motion wanted_motion(const ExportOptions& options) {
    if (options.exercise.empty())
        return motion_of(timeline::solve(timeline::load_scenario(options.scenario)), installed_joints(),
                         seconds_of_a_pop);
    const mechanics::SpineModel model = mechanics::installed_spine_model();
    return motion_of(model, timeline::performed(model, timeline::load_exercise(options.exercise)));
}

/// Bent, or as at one time of what moves.
anatomy::Posture wanted_posture(const ExportOptions& options) {
    if (!options.scenario.empty())
        return posture_at(timeline::solve(timeline::load_scenario(options.scenario)), installed_joints(),
                          *options.time_s);
    const mechanics::SpineModel model = mechanics::installed_spine_model();
    if (!options.exercise.empty())
        return mechanics::posture(
            model, timeline::motions_at(timeline::performed(model, timeline::load_exercise(options.exercise)),
                                        *options.time_s));
    const mechanics::Pose pose = bent(model, options.bend);
    if (!pose.balance.found) throw Failure("--pose", pose.balance.why, "give smaller angles");
    return mechanics::posture(model, pose.motions);
}

} // namespace

void export_command(const ExportOptions& options) {
    const bool moves = !options.exercise.empty() || !options.scenario.empty();
    if (options.time_s && !moves) throw UsageError{"--time needs --exercise or --scenario"};
    if (options.time_s && !(*options.time_s >= 0)) throw UsageError{"--time: give 0 or more seconds"};
    scene::Model model = whole_spine();
    const std::vector<std::size_t> chosen = structures_named(
        model, options.structures.empty() ? std::vector<std::string>{"all"} : options.structures);
    if (moves && !options.time_s)
        return scene::export_motion(model, chosen, wanted_motion(options), options.output, tissue_colours());
    if (moves || options.bend != Bend()) model = scene::posed(std::move(model), wanted_posture(options));
    const scene::TissueColours colours = tissue_colours();
    // A name with an extension is a file; any other is a folder of one STL a structure.
    if (options.output.has_extension() && !std::filesystem::is_directory(options.output))
        scene::export_file(model, chosen, options.output, &colours);
    else
        scene::export_folder(model, chosen, options.output);
}

} // namespace spinescope::app
