#include "desktop.hpp"
#include "render/image.hpp"

using namespace spinescope;
using namespace spinescope::test;

TEST_CASE("From the window: a picture, and a clip that is stopped and one that is finished") {
    const Folder home;
    Window window({}, {"HOME=" + home.path()});
    Process& program = window.program;
    REQUIRE(program.says("all tissues there"));
    window.key("F3");
    REQUIRE(program.says("solved healthy-pop"));
    window.key("F10");
    REQUIRE(program.says("take home"));
    window.key("1");
    REQUIRE(program.says("saved "));
    CHECK(render::read_png(home / "spinescope-healthy-pop.png").width == 1920);
    window.key("F10");
    window.key("2");
    REQUIRE(program.says("making a clip"));
    window.key("Escape");
    REQUIRE(program.says("stopped making"));
    CHECK(home.entries() == std::vector<std::string>{"spinescope-healthy-pop.png"});
    window.key("F10");
    window.key("3");
    REQUIRE(program.says("made: ", 120));
    CHECK(std::filesystem::exists(home / "spinescope-tour-of-the-spine.pdf"));
    window.key("F10");
    window.key("5");
    REQUIRE(program.says("saved ", 60));
    CHECK(std::filesystem::file_size(home / "spinescope-healthy-pop-moving.glb") > 1000000);
}
