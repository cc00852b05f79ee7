// The pop in the real window: its timeline, sliders, comparison and sound, by keys and pointer.
#include "desktop.hpp"

#include <catch2/catch.hpp>

using namespace spinescope::test;

namespace {

struct PopWindow : Window {
    PopWindow() {
        key("F3");
        REQUIRE(program.says("solved healthy-pop: popped"));
        desktop.xdotool("sleep 0.6"); // the flight ends
    }
};

// Of the timeline in a window of 1440 x 860: the ruler's chapters, and the border after the thrust.
constexpr int chapters_y = 622, border_x = 438;

} // namespace

TEST_CASE("A chapter's border, the zoom and the timeline's height follow the pointer") {
    PopWindow window;
    Process& program = window.program;
    REQUIRE(window.answers(drag(border_x, chapters_y, 380, chapters_y), "chapter border moved"));
    REQUIRE(window.answers(double_press(380, chapters_y), "chapters as at first"));
    REQUIRE(window.answers(wheel(600, 700), "timeline zoomed"));
    REQUIRE(window.answers(drag(600, 700, 660, 700, "2"), "timeline moved"));
    window.key("ctrl+Home");
    REQUIRE(program.says("whole timeline"));
    window.key("ctrl+Up");
    REQUIRE(program.says("timeline zoomed"));
    window.key("ctrl+Right");
    REQUIRE(program.says("timeline moved"));
    REQUIRE(window.answers(drag(600, 700, 640, 700), "scrubbed to"));
    REQUIRE(window.answers(drag(500, 566, 500, 500), "timeline's height changed"));
}

TEST_CASE("Sliders change the outcome while the window keeps answering") {
    PopWindow window;
    Process& program = window.program;
    window.key("n n n");
    REQUIRE(program.says("slider film_um"));
    window.key("Prior Prior Prior Prior Prior Prior Prior Prior Prior Prior Prior Prior t");
    REQUIRE(program.says("tried film_um 28"));
    REQUIRE(program.says("light"));
    REQUIRE(program.says("solved healthy-pop: no pop"));
    window.key("BackSpace");
    REQUIRE(program.says("own values again"));
    REQUIRE(program.says("solved healthy-pop: popped"));
    // Whichever slider is there.
    REQUIRE(window.answers(drag(1240, 480, 1130, 480), "solved healthy-pop"));
    REQUIRE(program.says("tried "));
}

TEST_CASE("Two scenarios stand side by side until the last one was compared") {
    PopWindow window;
    Process& program = window.program;
    int compared = 0;
    for (; compared < 20; ++compared) {
        window.key("k");
        REQUIRE(program.says("comparing "));
        REQUIRE(program.says("\n"));
        if (program.said().ends_with("comparing no more\n")) break;
        REQUIRE(program.says("compared with"));
    }
    REQUIRE(compared >= 4);
}

TEST_CASE("The sound opens from its track, is heard at either speed, and by either explanation") {
    PopWindow window;
    Process& program = window.program;
    window.press(36, 833);
    REQUIRE(program.says("sound on screen"));
    window.key("x");
    REQUIRE(program.says("sound by partial collapse"));
    window.key("x");
    REQUIRE(program.says("sound by inception"));
    window.key("p");
    REQUIRE(program.says("pop heard"));
    window.key("shift+p");
    REQUIRE(program.says("slowed pop heard"));
    window.key("o");
    REQUIRE(program.says("sources open"));
    window.key("Escape");
    REQUIRE(program.says("sound closed"));
}
