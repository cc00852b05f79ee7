#include "app/commands/commands.hpp"
#include "app/session.hpp"
#include "app/take_home/clip.hpp"
#include "app/window/layout.hpp"
#include "render/offscreen_context.hpp"
#include "timeline/performance.hpp"

#include <cstdio>

#include <unistd.h>

namespace spinescope::app {

namespace {

/// The session in the mode that the film is of.
void open_wanted(Session& session, const ClipOptions& options) {
    if (!options.exercise.empty()) {
        open_mode(session, Mode::safer);
        session.opened_approach = options.exercise;
        take_performance(session, timeline::performed(mechanics::installed_spine_model(),
                                                      timeline::load_exercise(options.exercise)));
    } else if (options.scenario.empty()) {
        look_from(session, scene::StandardView::oblique);
    } else if (timeline::names_regimen(options.scenario)) {
        session.strain.tried = timeline::load_regimen(options.scenario);
        take_course(session, lived_course(session.strain.tried));
        open_mode(session, Mode::strain);
    } else {
        session.tried = timeline::load_scenario(options.scenario);
        take_trace(session, timeline::solve(session.tried));
        open_mode(session, Mode::pop);
    }
}

ClipSound sound_named(const std::string& word) {
    return word == "none" ? ClipSound::none : word == "slowed" ? ClipSound::slowed : ClipSound::as_heard;
}

} // namespace

void clip_command(const ClipOptions& options) {
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(whole_spine(), installed_joints()), load_guidance());
    session.theme = options.theme == "light" ? render::Theme::light : render::Theme::dark;
    if (!options.tier.empty())
        session.tier = options.tier == "full" ? render::Tier::full : render::Tier::software;
    session.labels = options.labels;
    session.viewport_width = float(options.width);
    session.viewport_height = float(options.height);
    open_wanted(session, options);
    const std::unique_ptr<Making> clip = begin_clip(session, {.file = options.output,
                                                              .width = options.width,
                                                              .height = options.height,
                                                              .frames_per_s = options.frames_per_s,
                                                              .seconds = options.seconds,
                                                              .sound = sound_named(options.sound)});
    const bool watched = isatty(STDERR_FILENO) != 0;
    while (clip->go_on())
        if (watched) std::fprintf(stderr, "\r%3.0f %%", 100 * clip->share());
    if (watched) std::fprintf(stderr, "\r     \r");
    print(clip->told() + "\n");
}

} // namespace spinescope::app
