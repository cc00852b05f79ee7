#include "desktop.hpp"
#include "files/staged_file.hpp"

#include <algorithm>

using namespace spinescope;
using namespace spinescope::test;

TEST_CASE("A quiz is walked by keys to its score and its file, and leaves what was there") {
    const Folder home;
    Window window({}, {"HOME=" + home.path()});
    Process& program = window.program;
    window.key("F9");
    REQUIRE(program.says("quizzes"));
    window.key("Right Return");
    REQUIRE(program.says("quiz "));
    window.key("l");                     // names would tell: the key means nothing now
    window.desktop.xdotool("sleep 0.8"); // its scenario is solved; a key too early is no answer
    for (int i = 0; i < 9; ++i) {
        if (i == 4) window.desktop.xdotool("sleep 2"); // to think; at rest nothing is drawn meanwhile
        window.key("Tab Return");
        REQUIRE(program.says("\n"));
        window.key("Return");
    }
    REQUIRE(program.says("score "));
    CHECK_THAT(program.said(), Catch::Contains("right") && Catch::Contains("wrong"));
    CHECK_THAT(program.said(), !Catch::Contains("names"));
    window.key("Tab");
    REQUIRE(program.says("looked again"));
    window.key("s");
    REQUIRE(program.says("results in " + home.path()));
    for (const std::string& name : home.entries())
        if (name.ends_with(".csv")) {
            const std::string rows = files::read_whole(home / name);
            CHECK(std::ranges::count(rows, '\n') == 10); // a heading and nine answers
            double longest_s = 0;
            for (std::size_t at = rows.find('\n') + 1; at < rows.size(); at = rows.find('\n', at) + 1) {
                const std::string row = rows.substr(at, rows.find('\n', at) - at);
                const std::size_t pupil = row.rfind(',');
                longest_s = std::max(longest_s, std::stod(row.substr(row.rfind(',', pupil - 1) + 1)));
            }
            CHECK(longest_s >= 1); // what the window took to ask is not thinking
            CHECK(longest_s < 60);
        }
    window.key("Escape");
    REQUIRE(program.says("quiz left"));
}
