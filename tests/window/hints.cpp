// Hints come once, and what was seen is kept.
#include "app/kept_session.hpp"
#include "desktop.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"

#include <fstream>

using namespace spinescope;
using namespace spinescope::test;

namespace {

std::set<std::string> seen_in(const Folder& config) {
    std::string trouble;
    return app::load_session(config / "spinescope/session.json", trouble).preferences.hints_seen;
}

bool told(const Window& window, const std::string& words) {
    return window.program.said().find(words) != std::string::npos;
}

bool comes(Window& window, const std::string& words) {
    return told(window, words) || window.program.says(words);
}

} // namespace

TEST_CASE("Hints appear once: put away, or followed, they are kept as seen and come no more") {
    const Folder config;
    const std::vector<std::string> own{"XDG_CONFIG_HOME=" + config.path()};
    std::filesystem::create_directory(config / "spinescope");
    std::ofstream(config / "spinescope/session.json") << R"({"spinescope_session": 1, "welcome": false})";
    {
        Window window({"--exit-after", "12"}, own);
        REQUIRE(window.program.says("all tissues there"));
        CHECK(told(window, "hint explore")); // with the first picture
        window.key("Escape");
        REQUIRE(window.program.says("hint explore seen"));
        window.key("F3");
        REQUIRE(window.program.says("mode pop"));
        REQUIRE(comes(window, "solved healthy-pop")); // before the hint or after it
        REQUIRE(comes(window, "hint pop"));
        window.key("space"); // this is what it advised
        REQUIRE(window.program.says("hint pop seen"));
        window.key("F4");
        REQUIRE(window.program.says("hint strain")); // seen by nobody yet
        CHECK(window.program.wait() == 0);
        CHECK_FALSE(told(window, "hint strain seen"));
    }
    CHECK(seen_in(config) == std::set<std::string>{"explore", "pop"});
    Window window({}, own);
    REQUIRE(window.program.says("all tissues there"));
    CHECK(told(window, "hint strain")); // it begins where it was left
    window.key("F2");
    REQUIRE(window.program.says("mode explore"));
    window.key("F3");
    REQUIRE(window.program.says("mode pop"));
    window.key("F7 Return");
    REQUIRE(window.program.says("hint lesson"));
    window.key("Next");
    REQUIRE(window.program.says("hint lesson seen"));
    CHECK_FALSE(told(window, "hint explore"));
    CHECK_FALSE(told(window, "hint pop"));
}
