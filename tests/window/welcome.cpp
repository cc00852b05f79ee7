#include "app/kept_session.hpp"
#include "desktop.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace spinescope;

TEST_CASE(
    "The first start asks what to do; by keys a lesson is opened, and later starts ask no more if wanted") {
    const test::Folder config;
    const std::vector<std::string> own{"XDG_CONFIG_HOME=" + config.path()};
    {
        test::Window window({}, own);
        window.key("Right");
        window.key("Right");
        window.key("Return");
        REQUIRE(window.program.says("begins with lessons"));
        window.key("Return");
        REQUIRE(window.program.says("lesson tour-of-the-spine"));
    }
    {
        test::Window window({}, own);
        window.key("l"); // what any key does it still does
        REQUIRE(window.program.says("labels"));
        REQUIRE(window.program.says("welcome left"));
    }
    app::KeptSession quiet;
    quiet.preferences.welcome = false;
    std::ofstream(config / "spinescope/session.json") << app::text_of(quiet);
    test::Window window({}, own);
    window.key("Escape");
    window.key("l");
    REQUIRE(window.program.says("labels"));
    CHECK(window.program.said().find("welcome left") == std::string::npos);
}
