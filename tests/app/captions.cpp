// Nothing is told by sound alone.
#include "app/session.hpp"
#include "language/language.hpp"
#include "render/offscreen_context.hpp"
#include "timeline/scenario.hpp"

#include <catch2/catch.hpp>

using namespace spinescope;
using namespace spinescope::app;

TEST_CASE("A pop that is played is written, too, in the language in use, and the words go away again") {
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(spine_at_first_sight(), installed_joints()), load_guidance());
    take_trace(session, timeline::solve(timeline::load_scenario("healthy-pop")));
    open_mode(session, Mode::pop);
    for (const auto& [code, crack] : {std::pair("de", "[ Knacken ]"), std::pair("en", "[ crack ]")}) {
        speak(session, code);
        const double pop = timeline::ruler_position(session.trace, *session.trace.outcome.time_of_pop_s);
        jump(session, pop - 0.001);
        CHECK(session.caption.words.empty());
        toggle_play(session);
        (void)pass_time(session, 0.1);
        CHECK(session.caption.words == crack);
        toggle_play(session);
        for (int i = 0; i < 40; ++i) (void)pass_time(session, 0.1);
        CHECK(session.caption.words.empty());
    }
}
