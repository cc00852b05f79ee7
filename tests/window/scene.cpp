// The real window on a display of its own, driven by real key presses and a real pointer.
#include "desktop.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <unistd.h>

using namespace spinescope::test;

TEST_CASE("Keys look around, hide, isolate and undo") {
    Window window;
    Process& program = window.program;
    window.key("2");
    REQUIRE(program.says("view posterior"));
    window.key("1");
    REQUIRE(program.says("view anterior"));
    usleep(900000); // the flight ends
    window.press(670, 450);
    REQUIRE(program.says("selected "));
    window.key("h");
    REQUIRE(program.says("hidden "));
    window.key("ctrl+z");
    REQUIRE(program.says("undone"));
    window.press(670, 450);
    REQUIRE(program.says("selected "));
    window.key("i");
    REQUIRE(program.says("isolated "));
    window.key("a");
    REQUIRE(program.says("all shown"));
    window.key("Escape");
    REQUIRE(program.says("selected nothing"));
}

TEST_CASE("The pointer turns, zooms, slides and centres") {
    Window window;
    REQUIRE(window.answers(drag(670, 450, 790, 470), "turned"));
    REQUIRE(window.answers(wheel(670, 450), "zoomed"));
    REQUIRE(window.answers(drag(670, 450, 700, 500, "3"), "turned"));
    window.key("1");
    usleep(900000);
    REQUIRE(window.answers(double_press(670, 450), "centred"));
}

TEST_CASE("One joint pops: play, pause, step, scrub") {
    Window window;
    Process& program = window.program;
    window.key("F3");
    REQUIRE(program.says("mode pop"));
    REQUIRE(program.says("solved healthy-pop: popped"));
    // The close-up lies above the scene: the wheel over it does not reach the camera behind.
    usleep(900000); // the flight ends
    window.desktop.xdotool("mousemove 900 480 sleep 0.3 click 4 sleep 0.3");
    window.key("space");
    REQUIRE(program.says("playing"));
    REQUIRE(program.said().find("zoomed") == std::string::npos);
    window.key("space");
    REQUIRE(program.says("paused"));
    window.key("End");
    REQUIRE(program.says("jumped to"));
    window.key("Home");
    REQUIRE(program.says("jumped to"));
    window.key("Right");
    REQUIRE(program.says("stepped to"));
    REQUIRE(window.answers(drag(500, 760, 640, 760), "scrubbed to"));
    // From the beginning at eight times the pace: the pop is heard on the way, or its silence explained.
    window.key("Home");
    window.key("Up Up Up");
    window.key("space");
    REQUIRE(program.says("pop heard"));
    REQUIRE(program.says("played to the end"));
}

TEST_CASE("Warning signs are one key away, and a plain model opens") {
    {
        Window window;
        Process& program = window.program;
        window.key("F6");
        REQUIRE(program.says("professional"));
        window.key("Escape");
        window.key("F5");
        REQUIRE(program.says("mode safer"));
    }
    const Folder folder;
    REQUIRE(run({"export", "--output", folder / "l4.stl", "--structures", "L4"}).status == 0);
    Window window({folder / "l4.stl"});
    window.key("F3");
    window.key("2");
    REQUIRE(window.program.says("view posterior"));
}

TEST_CASE("At rest nothing is drawn") {
    Desktop desktop;
    Process program(SPINESCOPE_PROGRAM, {"view", "--verbose", "--exit-after", "3"},
                    {"DISPLAY=" + desktop.display, "WAYLAND_DISPLAY=", driver_leaks});
    REQUIRE(program.says("first picture"));
    REQUIRE(program.says("frames "));
    REQUIRE(program.says("\n"));
    REQUIRE(program.wait() == 0);
    REQUIRE_THAT(program.said(), Catch::Contains(", 0 at rest"));
}

TEST_CASE("Without a display the window says so") {
    Process program(SPINESCOPE_PROGRAM, {"view"}, {"DISPLAY=:987", "WAYLAND_DISPLAY="});
    REQUIRE(program.says("spinescope: window"));
    REQUIRE(program.says("\n"));
    REQUIRE(program.wait() == 1);
}

TEST_CASE("Tools over the scene: names, cut, explode and the light theme, by their keys") {
    const Folder config;
    Window window({}, {"XDG_CONFIG_HOME=" + config.path()});
    Process& program = window.program;
    REQUIRE(program.says("all tissues there"));
    for (const auto& [key, said] :
         {std::pair("l", "labels"), std::pair("c", "cut"), std::pair("c", "whole"),
          std::pair("e", "exploded"), std::pair("e", "together"), std::pair("t", "light"),
          std::pair("r", "drawn richly"), std::pair("r", "drawn quickly"), std::pair("l", "no labels")}) {
        window.key(key);
        REQUIRE(program.says(said));
    }
}

TEST_CASE("With the bending tool a bone follows the pointer, and its strain is shown") {
    Window window;
    Process& program = window.program;
    window.key("4");
    REQUIRE(program.says("view right"));
    window.key("m");
    REQUIRE(program.says("strain shown"));
    usleep(900000); // the flight ends
    window.key("b");
    REQUIRE(window.answers(drag(690, 400, 750, 410), "bent by hand"));
    REQUIRE(program.said().find("holds ") != std::string::npos);
    window.key("m");
    REQUIRE(program.says("strain hidden"));
}
