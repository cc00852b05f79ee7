// Repetition in the real window, by keys and pointer.
#include "desktop.hpp"

#include <catch2/catch.hpp>

using namespace spinescope::test;

TEST_CASE("Days of twists: play, step, scrub, compare the ways on, choose a segment") {
    Window window;
    Process& program = window.program;
    for (const auto& [key, said] :
         {std::pair("F4", "lived through self-twist"), std::pair("space", "playing"),
          std::pair("space", "paused"), std::pair("Home", "jumped to Day 1,"),
          std::pair("shift+Right", "stepped to Day 2,"), std::pair("Right", "stepped to Day 2,"),
          std::pair("k", "compared from day 2"), std::pair("k", "following stop"),
          std::pair("k", "following safer"), std::pair("k", "comparing no more"), std::pair("u", "segment "),
          std::pair("w", "lived through self-twist"), std::pair("BackSpace", "lived through self-twist"),
          std::pair("g", "aimed at"), std::pair("n", "slider days"), std::pair("Prior", "tried days"),
          std::pair("q", "regimen "), std::pair("End", "jumped to Day")}) {
        window.key(key);
        REQUIRE(program.says(said));
    }
    REQUIRE(window.answers(drag(500, 760, 600, 760), "scrubbed to Day"));
    window.key("F5");
    REQUIRE(program.says("mode safer"));
}
