// The finder in the window, by keys alone.
#include "desktop.hpp"

#include <algorithm>
#include <fstream>

using namespace spinescope;
using namespace spinescope::test;

namespace {

void find(const Window& window, const std::string& words) {
    window.key("ctrl+k");
    window.desktop.xdotool("type --delay 20 '" + words + "'");
}

} // namespace

TEST_CASE(
    "An action, a structure by its Latin name, a scenario, an exercise and a lesson are found by keys") {
    Window window;
    REQUIRE(window.program.says("all tissues there"));
    find(window, "apart or tog");
    window.key("Return");
    REQUIRE(window.program.says("found keys.show.explode"));
    REQUIRE(window.program.says("exploded"));
    find(window, "vertebra prominens");
    window.key("Return");
    REQUIRE(window.program.says("found C7"));
    REQUIRE(window.program.says("selected C7"));
    find(window, "too soon");
    window.key("Return");
    REQUIRE(window.program.says("mode pop"));
    REQUIRE(window.program.says("scenario too-soon"));
    find(window, "slow");
    window.key("Escape");
    REQUIRE(window.program.says("finder closed"));
    find(window, "CAT");
    window.key("Return");
    REQUIRE(window.program.says("mode safer"));
    REQUIRE(window.program.says("exercise cat-cow"));
    find(window, "what is the pop");
    window.key("Return");
    REQUIRE(window.program.says("lesson what-is-the-pop"));
    // In a lesson what is chosen makes it wait, as touching the scene does.
    find(window, "vertebra prominens");
    window.key("Return");
    REQUIRE(window.program.says("lesson paused"));
    CHECK(window.program.said().find("notice") == std::string::npos);
}

TEST_CASE("Arrows choose among what was found, and letters that are typed there do nothing else") {
    Window window;
    REQUIRE(window.program.says("all tissues there"));
    find(window, "from");
    window.key("Down Down Up Return"); // the second one
    REQUIRE(window.program.says("found keys.look.behind"));
    REQUIRE(window.program.says("view posterior"));
    CHECK(window.program.said().find("faded") == std::string::npos);
    CHECK(window.program.said().find("drawn quickly") == std::string::npos);
    find(window, "left zzz");
    window.key("BackSpace BackSpace BackSpace Return");
    REQUIRE(window.program.says("found keys.look.left"));
    find(window, "right zzz");
    window.key("ctrl+BackSpace Return");
    REQUIRE(window.program.says("found keys.look.right"));
    find(window, "zzz");
    window.key("Return"); // nothing is there to choose
    window.key("Escape");
    REQUIRE(window.program.says("finder closed"));
    window.key("l");
    REQUIRE(window.program.says("labels"));
}

TEST_CASE("It opens over the opening screen, and in a quiz it tells no names") {
    const Folder config;
    const std::vector<std::string> own{"XDG_CONFIG_HOME=" + config.path()};
    Window window({}, own);
    REQUIRE(window.program.says("all tissues there"));
    find(window, "a tour of the spine");
    window.key("Down Return"); // the lesson, and behind it the quiz of that name
    REQUIRE(window.program.says("welcome left"));
    REQUIRE(window.program.says("tour-of-the-spine.json"));
    find(window, "vertebra prominens");
    window.key("Return"); // nothing is found
    window.key("Escape");
    REQUIRE(window.program.says("finder closed"));
    find(window, "leave the quiz");
    window.key("Return");
    REQUIRE(window.program.says("found keys.quiz.leave"));
    REQUIRE(window.program.says("quiz left"));
    CHECK(window.program.said().find("found C7") == std::string::npos);
}

TEST_CASE("The pointer chooses there, too, and a press beside it puts it away") {
    Window window({"--language", "de"});
    REQUIRE(window.program.says("all tissues there"));
    find(window, "siebter halswirbel");
    window.press(700, 153); // the first line
    REQUIRE(window.program.says("found C7"));
    REQUIRE(window.program.says("selected C7"));
    window.key("ctrl+k");
    REQUIRE(window.program.says("finder"));
    window.press(100, 600);
    REQUIRE(window.program.says("finder closed"));
    window.key("F1");
    REQUIRE(window.program.says("help"));
    CHECK(window.program.said().find("selected nothing") == std::string::npos);
}
