#include "app/commands/commands.hpp"
#include "app/session.hpp"
#include "app/take_home/handout.hpp"
#include "render/offscreen_context.hpp"

namespace spinescope::app {

void handout_command(const HandoutOptions& options) {
    const Lesson lesson = load_lesson(options.lesson);
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(whole_spine(), installed_joints()), load_guidance());
    const std::unique_ptr<Making> handout = begin_handout(session, lesson, options.output);
    while (handout->go_on()) {
    }
    print(handout->told() + "\n");
}

} // namespace spinescope::app
