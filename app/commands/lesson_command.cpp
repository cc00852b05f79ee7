// Lessons without a window: what there are, whether one is right, and a picture a step.
#include "app/commands/commands.hpp"
#include "app/lessons/lesson.hpp"
#include "app/lessons/solutions.hpp"
#include "app/session.hpp"
#include "app/window/interface.hpp"
#include "app/window/layout.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "render/offscreen_context.hpp"

#include <cstdio>

namespace spinescope::app {

namespace {

void list_lessons() {
    std::vector<std::string> trouble;
    std::string table;
    for (const Lesson& lesson : load_lessons(trouble)) {
        char line[400];
        std::snprintf(line, sizeof line, "%-28s %2zu steps  %s\n", lesson.name.c_str(), lesson.steps.size(),
                      title_of(lesson).c_str());
        table += line;
    }
    print(table);
    if (!trouble.empty()) throw Failure("lessons", trouble.front(), "the others are listed");
}

void check_lesson(const std::string& file) {
    const std::string text = files::read_whole(file);
    const Lesson lesson = parse_lesson(text, std::filesystem::path(file).stem().string(), file);
    check_names(lesson, whole_spine(), text, file);
    print(file + ": " + std::to_string(lesson.steps.size()) + " steps, all right\n");
}

void render_lesson(const LessonOptions& options) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::create_directories(options.render, error);
    if (!fs::is_directory(options.render))
        throw Failure(options.render, "is no folder that can be made", "name another");
    std::vector<std::string> trouble;
    std::vector<Lesson> lessons;
    if (options.lesson.empty())
        lessons = load_lessons(trouble);
    else
        lessons.push_back(load_lesson(options.lesson));
    if (!trouble.empty()) throw Failure("lessons", trouble.front(), "mend it, or choose one with --lesson");
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(whole_spine(), installed_joints()), load_guidance());
    session.theme = options.theme == "light" ? render::Theme::light : render::Theme::dark;
    session.preferences.high_contrast = options.high_contrast;
    session.preferences.reduced_motion = true; // every picture stands at its step's end
    session.full_screen = true;                // nothing but the scene and the words
    const float scale = options.interface_scale * presented_scale(float(options.height));
    for (const Lesson& lesson : lessons) {
        session.teaching.solutions->prepare(lesson);
        session.teaching.solutions->finish();
        for (std::size_t step = 0; step < lesson.steps.size(); ++step) {
            open_lesson(session, lesson, step);
            session.teaching.paused = false;
            // The first picture tells the scene its size; then the camera is where it belongs.
            (void)interface_picture(session, options.width, options.height, scale);
            (void)pass_time(session, 0);
            session.playback.playing = session.strain.playback.playing = session.exercise.playing = false;
            const render::Image image = interface_picture(session, options.width, options.height, scale);
            char number[32];
            std::snprintf(number, sizeof number, "-%02zu-", step + 1);
            files::write_whole(fs::path(options.render) /
                                   (lesson.name + number + lesson.steps[step].id + ".png"),
                               render::png(image));
        }
        leave_lesson(session);
    }
}

} // namespace

void lesson_command(const LessonOptions& options) {
    const int wishes = int(options.list) + int(!options.check.empty()) + int(!options.render.empty());
    if (wishes != 1) throw UsageError{"lesson: choose one of --list, --check FILE and --render DIR"};
    if (!options.lesson.empty() && options.render.empty())
        throw UsageError{"--lesson: names one for --render"};
    if (options.list) return list_lessons();
    if (!options.check.empty()) return check_lesson(options.check);
    render_lesson(options);
}

} // namespace spinescope::app
