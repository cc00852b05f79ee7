// The presenter's clock goes on while nothing is drawn.
#include "app/session.hpp"
#include "render/offscreen_context.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using namespace spinescope;
using namespace spinescope::app;

TEST_CASE("A lesson's clock asks for a picture when it tells another minute, and not before") {
    using std::chrono::seconds;
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(spine_at_first_sight(), installed_joints()), load_guidance());
    open_lesson(session, "tour-of-the-spine", 0);
    while (pass_time_in_lesson(session)) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(session.teaching.minutes == 0);
    session.teaching.since_opened = Stopwatch(Stopwatch::Clock::now() - seconds(61));
    CHECK(pass_time_in_lesson(session));
    CHECK(session.teaching.minutes == 1);
    CHECK_FALSE(pass_time_in_lesson(session));
    session.teaching.since_opened = Stopwatch(Stopwatch::Clock::now() - seconds(10 * 60 + 1));
    CHECK(pass_time_in_lesson(session));
    CHECK(session.teaching.minutes == 10);
    leave_lesson(session);
}
