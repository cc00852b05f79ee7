#include "app/command_line.hpp"

#include "app/commands/commands.hpp"
#include "app/manual/manual.hpp"
#include "app/window/window.hpp"
#include "files/failure.hpp"
#include "files/nearest_word.hpp"
#include "language/language.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace spinescope::app {

namespace {

/// "1920x1080" -> width and height.
template <typename Options>
void read_resolution(const std::string& words, Options& options) {
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
        for (const CLI::App* command : of->get_subcommands({}))
            if (!command->get_group().empty()) words.push_back(command->get_name());
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
    render_app
        ->add_option("--supersample", render.supersample,
                     "draw so many times larger and reduce it: smoother edges")
        ->check(CLI::Range(1, 4))
        ->capture_default_str();
    render_app->add_option("--caption", render.caption, "words at the foot of the picture");
    render_app->add_flag("--window", render.window, "draw the whole interface, panels and all");
    render_app->add_option("--interface-scale", render.interface_scale, "size of the interface with --window")
        ->check(CLI::Range(0.75, 3.0))
        ->capture_default_str();
    render_app->add_option("--quiz", render.quiz,
                           "SET[:SEED[:QUESTION[:told]]] of a quiz, with --window; told: with its answer");
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

    QuizOptions quiz;
    CLI::App* quiz_app = app.add_subcommand("quiz", "the quizzes: list, check, or print one for paper");
    CLI::Option* list = quiz_app->add_flag("--list", quiz.list, "what there is");
    CLI::Option* check =
        quiz_app->add_option("--check", quiz.check, "a file, or a name: tell what is wrong with it")
            ->excludes(list);
    quiz_app->add_option("--set", quiz.set, "print this one with its answers; a name, or a file")
        ->excludes(list)
        ->excludes(check);
    quiz_app->add_option("--seed", quiz.seed, "the same number makes the same quiz")->capture_default_str();
    quiz_app->add_option("--format", quiz.format)->check(one_of({"text", "csv"}))->capture_default_str();
    quiz_app->add_option("--output", quiz.output, "file, or - for standard output");

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

    ClipOptions clip;
    std::string clip_resolution = "1280x720";
    CLI::App* clip_app = app.add_subcommand("clip", "make a film of a pop, a regimen or an exercise");
    clip_app
        ->add_option("--output", clip.output,
                     "FILE.mp4 or FILE.webm, which ffmpeg makes, or a folder for a picture each")
        ->required();
    clip_app->add_option("--scenario", clip.scenario,
                         "a scenario's or regimen's name, e.g. healthy-pop or self-twist");
    clip_app->add_option("--exercise", clip.exercise, "something safer that the body does, e.g. cat-cow")
        ->excludes("--scenario");
    clip_app->add_option("--resolution", clip_resolution, "WIDTHxHEIGHT in pixels")->capture_default_str();
    clip_app->add_option("--seconds", clip.seconds, "how long the film is")
        ->check(CLI::Range(0.5, 600.0))
        ->capture_default_str();
    clip_app->add_option("--fps", clip.frames_per_s, "pictures a second")
        ->check(CLI::Range(1, 60))
        ->capture_default_str();
    clip_app
        ->add_option("--sound", clip.sound, "of the pop: none, in its own tempo, or as slow as the picture")
        ->check(one_of({"none", "as-heard", "slowed"}))
        ->capture_default_str();
    clip_app->add_flag("--labels", clip.labels, "name what is seen");
    clip_app->add_option("--theme", clip.theme)->check(one_of({"dark", "light"}))->capture_default_str();
    clip_app->add_option("--tier", clip.tier, "how richly to draw (as detected)")
        ->check(one_of({"full", "software"}));

    HandoutOptions handout;
    CLI::App* handout_app = app.add_subcommand("handout", "a lesson on paper, as PDF");
    handout_app->add_option("--lesson", handout.lesson, "its name, or a file of your own")->required();
    handout_app->add_option("--output", handout.output, "FILE.pdf")->required();

    ExportOptions exported;
    CLI::App* export_app = app.add_subcommand("export", "write the spine for other programs");
    export_app
        ->add_option("--output", exported.output,
                     "FILE.glb, FILE.obj, FILE.stl, or a folder for one STL each")
        ->required();
    export_app->add_option("--structures", exported.structures,
                           "ids, groups or layers, separated by commas (all)");
    std::string exported_pose;
    CLI::Option* exported_bend = export_app->add_option(
        "--pose", exported_pose, "bent: KEY=VALUE,... as of render, for example flexion=40,region=lumbar");
    CLI::Option* exported_exercise =
        export_app
            ->add_option("--exercise", exported.exercise, "moving, once through an exercise, e.g. cat-cow")
            ->excludes(exported_bend);
    CLI::Option* exported_scenario =
        export_app
            ->add_option("--scenario", exported.scenario,
                         "moving, through a pop slowed to 10 s, e.g. healthy-pop")
            ->excludes(exported_bend)
            ->excludes(exported_exercise);
    (void)exported_scenario;
    export_app->add_option("--time", exported.time_s,
                           "of the exercise or scenario: as at that second, instead of moving");

    AnatomyOptions anatomy;
    CLI::App* anatomy_app = app.add_subcommand("anatomy", "published figures against the model's own");
    anatomy_app->add_option("--format", anatomy.format)
        ->check(one_of({"table", "csv", "json"}))
        ->capture_default_str();

    LessonOptions lesson;
    std::string lesson_resolution = "1440x900";
    CLI::App* lesson_app =
        app.add_subcommand("lesson", "lessons: what there are, checked, or a picture a step");
    lesson_app->add_flag("--list", lesson.list, "name them");
    lesson_app->add_option("--check", lesson.check, "FILE: tell line and field of what is wrong in it");
    lesson_app->add_option("--render", lesson.render, "DIR: a PNG for every step");
    lesson_app->add_option("--lesson", lesson.lesson, "the one to render, a name or a file (all)");
    lesson_app->add_option("--resolution", lesson_resolution, "WIDTHxHEIGHT in pixels")
        ->capture_default_str();
    lesson_app->add_option("--interface-scale", lesson.interface_scale, "size of the words")
        ->check(CLI::Range(0.75, 3.0))
        ->capture_default_str();
    lesson_app->add_option("--theme", lesson.theme)->check(one_of({"dark", "light"}))->capture_default_str();
    lesson_app->add_flag("--high-contrast", lesson.high_contrast, "black and white grounds");

    BenchOptions bench;
    CLI::App* bench_app = app.add_subcommand("bench", "measure the program on this machine");
    bench_app->add_option("--format", bench.format)->check(one_of({"table", "json"}))->capture_default_str();

    std::string code;
    app.add_option("--language", code, "of the words")->check(one_of(language::codes()));
    for (CLI::App* command : app.get_subcommands({}))
        command->add_option("--language", code, "of the words")->check(one_of(language::codes()));

    // For the build, and shown to nobody: the manual page and what bash completes follow from the above.
    std::string described;
    CLI::App* describe_app = app.add_subcommand("describe", "the command line itself")->group("");
    describe_app->add_option("--as", described)->required()->check(one_of({"man", "bash"}));

    try {
        app.parse(argc, argv);
        // Pictures are for people and speak their language; tables are for programs, too, and are the same
        // everywhere unless asked otherwise.
        if (!code.empty())
            language::use(code);
        else if (*render_app || *lesson_app || *clip_app || *handout_app)
            language::use(language::of_system());
        window.language = code;
        read_resolution(resolution, render);
        read_resolution(lesson_resolution, lesson);
        read_resolution(clip_resolution, clip);
        if (!posed.empty()) read_pose(posed, render.bend);
        if (!exported_pose.empty()) read_pose(exported_pose, exported.bend);
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
        else if (*quiz_app)
            quiz_command(quiz);
        else if (*validate_app)
            validate_command(validate);
        else if (*clip_app)
            clip_command(clip);
        else if (*handout_app)
            handout_command(handout);
        else if (*export_app)
            export_command(exported);
        else if (*anatomy_app)
            anatomy_command(anatomy);
        else if (*bench_app)
            bench_command(bench);
        else if (*lesson_app)
            lesson_command(lesson);
        else if (*describe_app)
            print(described == "man" ? manual_page(app, SPINESCOPE_VERSION) : bash_completion(app));
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
