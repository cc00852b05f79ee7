#pragma once

#include "app/bend.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace spinescope::app {

/// A wrong command line: exit 2. The message names the nearest right word.
struct UsageError {
    std::string message;
};

struct RenderOptions {
    std::string output; ///< "-" is standard output
    int width = 1280, height = 720;
    std::string view = "oblique";
    std::optional<float> camera_azimuth_deg, camera_elevation_deg;
    std::string model; ///< empty: the spine
    std::string scenario;
    std::string exercise;
    std::optional<double> time_s;
    std::string close_up; ///< section, face or mri; empty: the section
    std::string layers;   ///< as opacities_named() reads them; empty: the usual
    std::vector<std::string> show, hide, isolate;
    std::string cut; ///< as scene::cutting_plane() reads it; empty: none
    float explode = 0;
    Bend bend;
    bool heat_map = false; ///< ligaments by strain, discs by load
    bool labels = false;
    std::string theme = "dark";
    std::string tier; ///< empty: as detected
    bool no_background = false;
    int supersample = 1; ///< drawn so many times larger, then reduced
    std::string caption; ///< at its foot; empty: none
    bool window = false;
    float interface_scale = 1;
    bool verbose = false;
    std::string quiz; ///< SET[:SEED[:QUESTION[:told]]] in the window; empty: none
};
void render_command(const RenderOptions& options);

struct SimulateOptions {
    std::string scenario;
    std::vector<std::string> settings; ///< KEY=VALUE
    std::string output;                ///< CSV; empty: none
    std::string format = "table";
    std::vector<std::string> sweeps; ///< KEY=from:to:n[:log]
};
void simulate_command(const SimulateOptions& options);
/// simulate of a regimen: days instead of one pop.
void course_command(const SimulateOptions& options);
/// simulate with `sweeps`.
void sweep_command(const SimulateOptions& options);

struct QuizOptions {
    bool list = false;
    std::string check, set; ///< a name, or a file
    std::uint64_t seed = 1;
    std::string format = "text";
    std::string output; ///< empty: standard output
};
void quiz_command(const QuizOptions& options);

struct ValidateOptions {
    std::string format = "table";
};
void validate_command(const ValidateOptions& options);

struct SoundOptions {
    std::string scenario;
    std::vector<std::string> settings; ///< KEY=VALUE
    std::string output;                ///< WAV; "-" is standard output
    std::string explanation = "inception";
    double slow = 1; ///< how many times slower than true
};
void sound_command(const SoundOptions& options);

struct PoseOptions {
    Bend bend;
    std::vector<double> moment; ///< flexion, side bend, rotation in N m instead of the angles; empty: none
    std::string format = "table";
};
void pose_command(const PoseOptions& options);

struct ClipOptions {
    std::filesystem::path output;
    std::string scenario, exercise; ///< a regimen's name, too; none of them: once about the spine
    int width = 1280, height = 720;
    double seconds = 10;
    int frames_per_s = 30;
    std::string sound = "as-heard";
    bool labels = false;
    std::string theme = "dark";
    std::string tier; ///< empty: as detected
};
void clip_command(const ClipOptions& options);

struct HandoutOptions {
    std::string lesson; ///< a name or a file
    std::filesystem::path output;
};
void handout_command(const HandoutOptions& options);

struct ExportOptions {
    std::filesystem::path output;
    std::vector<std::string> structures;
    Bend bend;                      ///< standing, unless asked
    std::string exercise, scenario; ///< whose motion is written
    std::optional<double> time_s;   ///< the posture at that time instead of the motion
};
void export_command(const ExportOptions& options);

struct AnatomyOptions {
    std::string format = "table";
};
void anatomy_command(const AnatomyOptions& options);

struct LessonOptions {
    bool list = false;
    std::string check;  ///< a lesson's file
    std::string render; ///< folder for a picture a step
    std::string lesson; ///< that is rendered; empty: all
    int width = 1440, height = 900;
    float interface_scale = 1;
    std::string theme = "dark";
    bool high_contrast = false;
};
void lesson_command(const LessonOptions& options);

struct BenchOptions {
    std::string format = "table";
};
void bench_command(const BenchOptions& options);

/// Writes to standard output and makes sure that it arrived. Throws Failure (a full disk, a closed pipe).
void print(const std::string& words);

} // namespace spinescope::app
