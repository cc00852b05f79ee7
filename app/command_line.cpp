#include "app/command_line.hpp"

#include "app/commands/commands.hpp"
#include "app/window/window.hpp"
#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace spinescope::app {

namespace {

/// "1920x1080" -> width and height.
void read_resolution(const std::string& words, RenderOptions& options) {
    int end = 0;
    const int read = std::sscanf(words.c_str(), "%6dx%6d%n", &options.width, &options.height, &end);
    constexpr int most = 8192;
    if (read != 2 || std::size_t(end) != words.size() || options.width < 1 || options.height < 1 ||
        options.width > most || options.height > most)
        throw UsageError{"--resolution '" + words +
                         "': write WIDTHxHEIGHT in pixels, each from 1 to 8192, for example "
                         "1920x1080"};
}

void read_pose(const std::string& words, Bend& bend) {
    try {
        bend = bend_of(words);
    } catch (const Failure& wrong) {
        throw UsageError{std::string("--pose: ") + wrong.what()};
    }
}

/// The option or command nearest to what was typed.
std::string nearest(const CLI::App& app, const std::string& typed) {
    std::vector<std::string> words;
    const auto collect = [&](const CLI::App* of) {
        for (const CLI::Option* option : of->get_options())
            for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
        for (const CLI::App* command : of->get_subcommands({})) words.push_back(command->get_name());
    };
    collect(&app);
    for (const CLI::App* command : app.get_subcommands()) collect(command);
    return files::suggestion(typed.substr(0, typed.find('=')), words);
}

int usage_error(const std::string& message) {
    std::fprintf(stderr, "spinescope: %s (see spinescope --help)\n", message.c_str());
    return 2;
}

const std::vector<std::string> views{"anterior", "posterior", "left",    "right",
                                     "superior", "inferior",  "oblique", "joint"};

/// A value out of a list, with the nearest one for a wrong word.
CLI::Validator one_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : "|") + word;
    return CLI::Validator(
        [words](std::string& value) {
            if (std::ranges::find(words, value) != words.end()) return std::string();
            return "there is no '" + value + "': " + files::suggestion(value, words);
        },
        list);
}

/// How far it bends, in words of their own; not together with `instead`.
void add_angles(CLI::App& app, Bend& bend, CLI::Option& instead) {
    app.add_option("--flexion", bend.turn.flexion_deg, "degrees forward; backward below zero")
        ->excludes(&instead);
    app.add_option("--side-bend", bend.turn.side_bend_deg, "degrees to the right")->excludes(&instead);
    app.add_option("--rotation", bend.turn.rotation_deg, "degrees to the right")->excludes(&instead);
}

} // namespace

void print(const std::string& words) {
    if (std::fwrite(words.data(), 1, words.size(), stdout) != words.size() || std::fflush(stdout) != 0)
        throw Failure("standard output", "cannot be written to", "check where it goes");
}

int run(int argc, char** argv) {
    CLI::App app{"Spinescope: an interactive model of the human spine. Why won't my back pop, and is it safe "
                 "to force it?",
                 "spinescope"};
    app.set_version_flag("--version", "spinescope " SPINESCOPE_VERSION);
    app.require_subcommand(0, 1);

    WindowOptions window;
    std::string top_model;
    app.add_option("MODEL", top_model, "a mesh file to open instead of the spine (any format Assimp reads)");
    app.add_flag("--verbose", window.verbose, "tell on standard error what happens");
    CLI::App* view = app.add_subcommand("view", "open the window (also without a command)");
    view->add_option("MODEL", window.model, "a mesh file to open instead of the spine");
    view->add_flag("--verbose", window.verbose, "tell on standard error what happens");
    view->add_option("--exit-after", window.exit_after_s, "close so many seconds after the first picture")
        ->check(CLI::Range(0.0, 86400.0));

    RenderOptions render;
    std::string resolution = "1280x720";
    CLI::App* render_app = app.add_subcommand("render", "draw a picture without a window");
    render_app->add_option("--output", render.output, "PNG file, or - for standard output")->required();
    render_app->add_option("--resolution", resolution, "WIDTHxHEIGHT in pixels")->capture_default_str();
    render_app->add_option("--view", render.view)->check(one_of(views))->capture_default_str();
    render_app
        ->add_option("--camera-azimuth-angle", render.camera_azimuth_deg,
                     "degrees from the front, to the left")
        ->check(CLI::Range(-360.0, 360.0));
    render_app
        ->add_option("--camera-elevation-angle", render.camera_elevation_deg, "degrees from level, upward")
        ->check(CLI::Range(-90.0, 90.0));
    render_app->add_option(
        "--scenario", render.scenario,
        "a scenario's name, e.g. healthy-pop; with --window also a regimen's, e.g. self-twist");
    render_app->add_option("--exercise", render.exercise, "something safer that the body does, e.g. cat-cow")
        ->excludes("--scenario");
    render_app->add_option(
        "--time", render.time_s,
        "seconds from the scenario's or exercise's beginning; of a regimen, days from its first repetition");
    render_app
        ->add_option("--close-up", render.close_up,
                     "how the joint view looks at it: cut across, the fluid face-on, or as an MRI cine")
        ->check(one_of({"section", "face", "mri"}));
    render_app->add_option("--show", render.show,
                           "structures, groups or layers to show, separated by commas");
    render_app->add_option("--hide", render.hide, "the same, to hide");
    render_app->add_option("--isolate", render.isolate, "the same, to show alone");
    render_app->add_option("--layers", render.layers,
                           "LAYER[=OPACITY],... alone (bone, disc, cartilage, ligament, nerve, vessel, "
                           "muscle, context), or a depth from 0, the muscles, to 1, the nerves");
    render_app->add_option("--cut", render.cut,
                           "PLANE: sagittal, frontal or transverse, then :mm or :STRUCTURE off the middle, "
                           "then :other to take away the other side; or x,y,z:mm");
    render_app->add_option("--explode", render.explode, "how far the bones are pulled apart, 0 to 1")
        ->check(CLI::Range(0.0, 1.0));
    render_app->add_flag("--labels", render.labels, "name what is seen");
    std::string posed, heat;
    CLI::Option* pose_words = render_app->add_option(
        "--pose", posed,
        "KEY=VALUE,... with flexion, side-bend, rotation in degrees, region and guarding (0 to 1), "
        "for example flexion=40,region=lumbar");
    add_angles(*render_app, render.bend, *pose_words);
    render_app->add_option("--heatmap", heat, "colour ligaments by strain and discs by load")
        ->check(one_of({"strain"}));
    render_app->add_option("--theme", render.theme)->check(one_of({"dark", "light"}))->capture_default_str();
    render_app->add_option("--tier", render.tier, "how richly to draw (as detected)")
        ->check(one_of({"full", "software"}));
    render_app->add_flag("--no-background", render.no_background, "leave the background transparent");
    render_app->add_flag("--window", render.window, "draw the whole interface, panels and all");
    render_app->add_option("--interface-scale", render.interface_scale, "size of the interface with --window")
        ->check(CLI::Range(0.75, 3.0))
        ->capture_default_str();
    render_app->add_flag("--verbose", render.verbose, "tell on standard error what draws");
    render_app->add_option("MODEL", render.model, "a mesh file to draw instead of the spine");

    SimulateOptions simulate;
    CLI::App* simulate_app = app.add_subcommand("simulate", "solve a scenario");
    simulate_app
        ->add_option("--scenario", simulate.scenario,
                     "its name, e.g. healthy-pop, or a file of your own, e.g. ./mine.json")
        ->required();
    simulate_app->add_option("--set", simulate.settings,
                             "KEY=VALUE, a parameter of the scenario; may be repeated");
    simulate_app->add_option("--sweep", simulate.sweeps,
                             "KEY=from:to:n[:log], one line for each value; repeated: a grid");
    simulate_app->add_option("--output", simulate.output,
                             "CSV file for the whole trace (the sweep), or - for standard output");
    simulate_app->add_option("--format", simulate.format)
        ->check(one_of({"table", "csv", "json"}))
        ->capture_default_str();

    SoundOptions sound;
    CLI::App* sound_app = app.add_subcommand("sound", "write a scenario's pop as it would be heard");
    sound_app->add_option("--scenario", sound.scenario, "its name, e.g. healthy-pop")->required();
    sound_app->add_option("--output", sound.output, "WAV file, or - for standard output")->required();
    sound_app->add_option("--set", sound.settings, "KEY=VALUE, a parameter of the scenario; may be repeated");
    sound_app
        ->add_option("--explanation", sound.explanation,
                     "what makes the sound, which is argued: the cavity's growth, or a bubble's partial "
                     "collapse")
        ->check(one_of({"inception", "partial-collapse"}))
        ->capture_default_str();
    sound_app->add_option("--slow", sound.slow, "how many times slower, at the same pitch")
        ->check(CLI::Range(1.0, 1e4))
        ->capture_default_str();

    ValidateOptions validate;
    CLI::App* validate_app =
        app.add_subcommand("validate", "the model's pop and spine against published figures");
    validate_app->add_option("--format", validate.format)
        ->check(one_of({"table", "csv", "json"}))
        ->capture_default_str();

    PoseOptions pose;
    CLI::App* pose_app = app.add_subcommand("pose", "bend and turn the spine: angles, strains, loads");
    CLI::Option* moment =
        pose_app
            ->add_option("--moment", pose.moment,
                         "FLEXION,SIDE-BEND,ROTATION in N m on every segment, instead of angles")
            ->delimiter(',')
            ->expected(3);
    add_angles(*pose_app, pose.bend, *moment);
    std::string region = "whole";
    pose_app->add_option("--region", region, "what is bent")
        ->check(one_of({"whole", "cervical", "thoracic", "lumbar"}))
        ->capture_default_str();
    pose_app->add_option("--guarding", pose.bend.guarding, "muscles on guard, 0 slack to 1 braced")
        ->check(CLI::Range(0.0, 1.0));
    pose_app->add_option("--format", pose.format)
        ->check(one_of({"table", "json", "csv"}))
        ->capture_default_str();

    ExportOptions exported;
    CLI::App* export_app = app.add_subcommand("export", "write the spine for other programs");
    export_app
        ->add_option("--output", exported.output,
                     "FILE.glb, FILE.obj, FILE.stl, or a folder for one STL each")
        ->required();
    export_app->add_option("--structures", exported.structures,
                           "ids, groups or layers, separated by commas (all)");

    AnatomyOptions anatomy;
    CLI::App* anatomy_app = app.add_subcommand("anatomy", "published figures against the model's own");
    anatomy_app->add_option("--format", anatomy.format)
        ->check(one_of({"table", "csv", "json"}))
        ->capture_default_str();

    BenchOptions bench;
    CLI::App* bench_app = app.add_subcommand("bench", "measure the program on this machine");
    bench_app->add_option("--format", bench.format)->check(one_of({"table", "json"}))->capture_default_str();

    try {
        app.parse(argc, argv);
        read_resolution(resolution, render);
        if (!posed.empty()) read_pose(posed, render.bend);
        render.heat_map = !heat.empty();
        pose.bend.region = mechanics::region_named(region);
        if (*render_app)
            render_command(render);
        else if (*simulate_app)
            simulate_command(simulate);
        else if (*pose_app)
            pose_command(pose);
        else if (*sound_app)
            sound_command(sound);
        else if (*validate_app)
            validate_command(validate);
        else if (*export_app)
            export_command(exported);
        else if (*anatomy_app)
            anatomy_command(anatomy);
        else if (*bench_app)
            bench_command(bench);
        else {
            if (!top_model.empty()) {
                // The first bare word is a model's file; one that is no file was probably meant as a command.
                if (!std::filesystem::exists(top_model) && top_model.find('.') == std::string::npos)
                    throw UsageError{"there is no command or file '" + top_model +
                                     "': " + nearest(app, top_model)};
                window.model = top_model;
            }
            show_window(window);
        }
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ExtrasError&) {
        std::vector<std::string> left = app.remaining(true);
        const std::string first = left.empty() ? "" : left.front();
        return usage_error("'" + first + "' is not known here: " + nearest(app, first));
    } catch (const CLI::ParseError& error) {
        return usage_error(error.what());
    } catch (const UsageError& error) {
        return usage_error(error.message);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "spinescope: %s\n", failure.what());
        return 1;
    }
    return 0;
}

} // namespace spinescope::app
