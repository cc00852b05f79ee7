// Measures the rows of the budget table on this machine.
#include "app/commands/commands.hpp"
#include "app/heat_map.hpp"
#include "app/session.hpp"
#include "app/stage.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "render/offscreen_context.hpp"
#include "timeline/course.hpp"
#include "timeline/scenario.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <optional>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace spinescope::app {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Row {
    std::string what;
    std::optional<double> budget; ///< none: told for comparison
    std::optional<double> measured;
    std::string unit;
    std::string how;
};

double median(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
    return values[values.size() / 2];
}

/// A run of a program, its words on standard error read back.
struct Child {
    double to_first_picture_s = -1; ///< -1: it never said so
    double wall_s = 0;
    double peak_MB = 0;
    double resting_cpu_share = 0;
    int frames_at_rest = 0;
    int status = 0;
};

double cpu_seconds(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::size_t name_end = text.rfind(')');
    if (name_end == std::string::npos) return 0;
    std::array<double, 13> fields{};
    const char* cursor = text.c_str() + name_end + 3; // past ") S"
    char* next = nullptr;
    for (double& field : fields) {
        field = std::strtod(cursor, &next);
        cursor = next;
    }
    return (fields[10] + fields[11]) / double(sysconf(_SC_CLK_TCK));
}

/// `rest_from_s` and `rest_to_s`: between these times after the first picture its processor time is watched.
Child run(const std::filesystem::path& program, std::vector<std::string> arguments, double rest_from_s,
          double rest_to_s) {
    arguments.insert(arguments.begin(), program.filename().string());
    std::vector<char*> words;
    words.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    int pipe_ends[2];
    if (pipe2(pipe_ends, O_CLOEXEC) != 0) throw Failure("bench", std::strerror(errno), "close some programs");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDERR_FILENO);
    pid_t pid = 0;
    const auto start = Clock::now();
    const int failed = posix_spawn(&pid, program.c_str(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    if (failed != 0) {
        close(pipe_ends[0]);
        throw Failure("bench", std::strerror(failed), "close some programs");
    }
    Child child;
    const auto at = [&](double t) {
        std::this_thread::sleep_for(std::chrono::duration<double>(std::max(0.0, t - seconds_since(start))));
    };
    std::string said;
    char buffer[256];
    for (ssize_t got = 0; (got = read(pipe_ends[0], buffer, sizeof buffer)) > 0;) {
        said.append(buffer, std::size_t(got));
        if (child.to_first_picture_s < 0 && said.find("first picture") != std::string::npos) {
            child.to_first_picture_s = seconds_since(start);
            if (rest_to_s > rest_from_s) {
                at(child.to_first_picture_s + rest_from_s);
                const double before = cpu_seconds(pid);
                at(child.to_first_picture_s + rest_to_s);
                child.resting_cpu_share = (cpu_seconds(pid) - before) / (rest_to_s - rest_from_s);
            }
        }
    }
    close(pipe_ends[0]);
    rusage used{};
    wait4(pid, &child.status, 0, &used);
    child.wall_s = seconds_since(start);
    child.peak_MB = double(used.ru_maxrss) / 1024;
    // "frames 7, 0 at rest"
    if (const std::size_t word = said.rfind("frames "); word != std::string::npos)
        if (const std::size_t comma = said.find(", ", word); comma != std::string::npos)
            child.frames_at_rest = std::atoi(said.c_str() + comma + 2);
    return child;
}

bool has_display() {
    return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
}

void measure_start(std::vector<Row>& rows) {
    constexpr int runs = 7;
    std::vector<double> times;
    double memory = 0;
    const std::string picture = (std::filesystem::temp_directory_path() / "spinescope-bench.png").string();
    const bool window = has_display();
    const std::vector<std::string> arguments =
        window ? std::vector<std::string>{"view", "--verbose", "--exit-after", "0"}
               : std::vector<std::string>{"render", "--window", "--output", picture};
    for (int i = 0; i < runs; ++i) {
        const Child child = run("/proc/self/exe", arguments, 0, 0);
        if (child.status != 0)
            throw Failure("bench", "the program did not start", "run 'spinescope' to see why");
        times.push_back(window ? child.to_first_picture_s : child.wall_s);
        memory = std::max(memory, child.peak_MB);
    }
    std::error_code ignored;
    std::filesystem::remove(picture, ignored);
    const char* how = window ? "window, median of 7" : "no display: 'render --window' to a PNG, median of 7";
    rows.push_back({"start to first full picture", 0.15, median(times), "s", how});
    rows.push_back({"peak memory", 150, memory, "MB", how});
}

void measure_rest(std::vector<Row>& rows) {
    if (!has_display()) {
        rows.push_back({"at rest", 0, std::nullopt, "frames", "needs a display"});
        rows.push_back({"at rest", 1, std::nullopt, "% of a core", "needs a display"});
        return;
    }
    const Child child = run("/proc/self/exe", {"view", "--verbose", "--exit-after", "3.5"}, 1, 3);
    rows.push_back({"at rest", 0, double(child.frames_at_rest), "frames", "in 2.5 s"});
    rows.push_back({"at rest", 1, child.resting_cpu_share * 100, "% of a core", "over 2 s"});
}

/// The whole spine in every level of detail, ready to be drawn.
struct Theatre {
    render::OffscreenContext context;
    render::Renderer renderer;
    Stage stage = set_stage(whole_spine(), installed_joints());
    scene::Visibility visibility{layers_of(stage.model)};

    Theatre() {
        for (std::size_t level = 0; level < scene::baked::coarse.size(); ++level)
            add_detail(stage, level, coarse_spine(level));
    }
    [[nodiscard]] render::Picture picture(float scale) const {
        render::Picture picture{
            .width = 1280, .height = 720, .scale = scale, .tier = renderer.detected_tier()};
        picture.camera =
            scene::framed(scene::StandardView::oblique, scene::bounds(stage.model), 1280.0f / 720);
        return picture;
    }
    void draw(const render::Picture& picture, Look look) {
        look.visibility = &visibility;
        look.viewer = scene::Viewer{picture.camera, 720, picture.scale < 1};
        renderer.draw(render::Renderer::Canvas::scene, drawings(stage, renderer, look), picture);
        renderer.finish();
    }
    /// A processor draws what moves smaller.
    [[nodiscard]] float scale_of_movement() const {
        return renderer.detected_tier() == render::Tier::software ? 0.8f : 1;
    }
};

void measure_turning(std::vector<Row>& rows) {
    Theatre theatre;
    const Stage& stage = theatre.stage;
    const scene::Visibility& visibility = theatre.visibility;
    std::size_t triangles = 0;
    for (std::size_t i = 0; i < stage.model.structures.size(); ++i)
        if (visibility[i] == scene::Showing::shown)
            triangles += stage.model.structures[i].mesh.indices.size() / 3;
    const auto turning = [&](float scale) {
        render::Picture picture = theatre.picture(scale);
        std::vector<double> times;
        for (int frame = 0; frame < 100; ++frame) {
            picture.camera = scene::orbited(picture.camera, {3.6f, 0});
            const auto start = Clock::now();
            theatre.draw(picture, {});
            times.push_back(seconds_since(start));
        }
        return median(times) * 1e3;
    };
    const std::string how = std::to_string(triangles / 1000) + " k triangles, 1280x720, " +
                            theatre.renderer.device() + ", median of 100";
    rows.push_back({"a frame while turning", 16, turning(theatre.scale_of_movement()), "ms", how});
    rows.push_back({"the same as drawn at rest", std::nullopt, turning(1), "ms", "smooth edges, full size"});
}

void measure_bending(std::vector<Row>& rows) {
    Theatre theatre;
    const mechanics::SpineModel model = mechanics::installed_spine_model();
    const scene::HeatMap fresh = unstrained(model);
    const render::Picture at_rest = theatre.picture(theatre.scale_of_movement());
    // As a hand would: there and back in every direction, a few degrees a frame.
    const auto measured = [&](const mechanics::Region& region, bool drawn) {
        const mechanics::Range range = range_of(model, region);
        std::vector<double> times;
        mechanics::Pose pose;
        for (int frame = 0; frame < 200; ++frame) {
            const double t = 0.05 * frame;
            const Bend bend{.turn = {0.45 * range.flexion_deg * (1 - std::cos(t)),
                                     0.4 * range.side_bend_deg * std::sin(0.7 * t),
                                     0.4 * range.rotation_deg * std::sin(0.4 * t)},
                            .region = region};
            const auto start = Clock::now();
            const mechanics::Pose next = bent(model, bend, pose);
            if (!next.balance.found) throw Failure("bench", next.balance.why, "report this");
            pose = next;
            if (drawn) {
                Look look;
                look.heat = heat_map(fresh, mechanics::readings(model, conditions_of(bend), pose.motions));
                theatre.stage.bent = mechanics::posture(model, pose.motions);
                render::Picture picture = at_rest;
                picture.posture = posture(theatre.stage, look);
                theatre.draw(picture, look);
            }
            times.push_back(seconds_since(start));
        }
        return median(times) * 1e3;
    };
    rows.push_back({"a pose solved", 2, measured(mechanics::whole_spine, false), "ms",
                    "whole spine, from the one before, median of 200"});
    rows.push_back({"bending by hand, a frame", 1000.0 / 60, measured(mechanics::whole_spine, true), "ms",
                    "solved and drawn with its heat map, 1280x720 at reduced size, median of 200"});
}

/// Every step of every lesson, entered as a clicker would: what the program does until it can draw again.
void measure_lessons(std::vector<Row>& rows) {
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(whole_spine(), installed_joints()), load_guidance());
    session.viewport_width = 1280;
    session.viewport_height = 480;
    std::vector<std::string> trouble;
    std::vector<double> opening, stepping;
    std::string slowest;
    for (const Lesson& lesson : load_lessons(trouble)) {
        auto start = Clock::now();
        open_lesson(session, lesson.file.string());
        (void)pass_time(session, 0);
        opening.push_back(seconds_since(start) * 1e3);
        session.teaching.solutions->finish(); // solved ahead while the first step is talked about
        for (std::size_t step = 1; step < lesson.steps.size(); ++step) {
            start = Clock::now();
            go_on(session, 1);
            (void)pass_time(session, 0);
            stepping.push_back(seconds_since(start) * 1e3);
            if (stepping.back() >= std::ranges::max(stepping))
                slowest = lesson.name + ", " + lesson.steps[step].id;
        }
        leave_lesson(session);
    }
    if (stepping.empty()) return;
    rows.push_back({"opening a lesson", 100, std::ranges::max(opening), "ms",
                    "the slowest of " + std::to_string(opening.size())});
    rows.push_back(
        {"from step to step", 1000.0 / 60, std::ranges::max(stepping), "ms",
         "the slowest of " + std::to_string(stepping.size()) + ", before it is drawn: " + slowest});
    rows.push_back({"the usual step", std::nullopt, median(stepping), "ms", "median of the same"});
}

void measure_self_twists(std::vector<Row>& rows) {
    const mechanics::SpineModel spine = mechanics::installed_spine_model();
    timeline::Regimen regimen = timeline::load_regimen("self-twist");
    timeline::set(regimen, "repetitions", 100);
    timeline::set(regimen, "days", 100);
    std::vector<double> times;
    int done = 0;
    for (int i = 0; i < 5; ++i) {
        const auto start = Clock::now();
        done = timeline::lived(spine, regimen).repetitions;
        times.push_back(seconds_since(start));
    }
    rows.push_back({"10 000 self-twists", 1, median(times), "s",
                    std::to_string(done) + ", 100 a day, recovery between, median of 5"});
}

void measure_pop(std::vector<Row>& rows) {
    const timeline::Scenario scenario = timeline::load_scenario("healthy-pop");
    std::vector<double> times;
    timeline::Trace trace;
    for (int i = 0; i < 9; ++i) {
        const auto start = Clock::now();
        trace = timeline::solve(scenario);
        times.push_back(seconds_since(start));
    }
    constexpr int steps = 20000;
    const auto start = Clock::now();
    double sum = 0;
    for (int i = 0; i < steps; ++i)
        sum += timeline::at(trace, timeline::ruler_time(trace, std::fmod(i * 0.618, 1.0))).gap_m;
    const double scrub_ms = seconds_since(start) / steps * 1e3;
    rows.push_back(
        {"a scrub step, engine only", 0.1, std::isfinite(sum) ? scrub_ms : NAN, "ms", "mean of 20 000"});
    rows.push_back({"a whole pop computed", 20, median(times) * 1e3, "ms",
                    std::to_string(trace.samples.size()) + " samples, median of 9"});
}

void measure_bake(std::vector<Row>& rows) {
    namespace fs = std::filesystem;
    const fs::path baker = fs::read_symlink("/proc/self/exe").parent_path() / "spinescope-bake";
    if (!fs::exists(baker)) {
        rows.push_back(
            {"the spine, tables to files", 30, std::nullopt, "s", "needs the build's spinescope-bake"});
        return;
    }
    const fs::path folder = fs::temp_directory_path() / ("spinescope-bench-" + std::to_string(getpid()));
    std::error_code ignored;
    fs::create_directory(folder, ignored);
    const Child child = run(baker, {folder.string()}, 0, 0);
    fs::remove_all(folder, ignored);
    if (child.status != 0) throw Failure(baker.string(), "did not bake the spine", "run it to see why");
    rows.push_back({"the spine, tables to files", 30, child.wall_s, "s", "spinescope-bake"});
}

std::string table(const std::vector<Row>& rows) {
    char line[320];
    std::snprintf(line, sizeof line, "%-30s %10s %10s  %-12s %-4s %s\n", "what", "measured", "budget", "unit",
                  "", "how");
    std::string text = line;
    for (const Row& row : rows) {
        char measured[32] = "-", budget[32] = "-";
        if (row.measured) std::snprintf(measured, sizeof measured, "%.4g", *row.measured);
        if (row.budget) std::snprintf(budget, sizeof budget, "%g", *row.budget);
        const char* verdict = !row.measured || !row.budget   ? ""
                              : *row.measured <= *row.budget ? "ok"
                                                             : "MISS";
        std::snprintf(line, sizeof line, "%-30s %10s %10s  %-12s %-4s %s\n", row.what.c_str(), measured,
                      budget, row.unit.c_str(), verdict, row.how.c_str());
        text += line;
    }
    return text;
}

std::string json(const std::vector<Row>& rows) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Row& row : rows)
        list.push_back({{"what", row.what},
                        {"measured", row.measured ? nlohmann::ordered_json(*row.measured) : nullptr},
                        {"budget", row.budget ? nlohmann::ordered_json(*row.budget) : nullptr},
                        {"unit", row.unit},
                        {"how", row.how}});
    return list.dump(2) + "\n";
}

} // namespace

void bench_command(const BenchOptions& options) {
    std::vector<Row> rows;
    measure_start(rows);
    measure_turning(rows);
    measure_bending(rows);
    measure_rest(rows);
    measure_pop(rows);
    measure_lessons(rows);
    measure_self_twists(rows);
    measure_bake(rows);
    print(options.format == "json" ? json(rows) : table(rows));
}

} // namespace spinescope::app
