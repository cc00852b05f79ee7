#include "desktop.hpp"
#include "files/json.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace spinescope;
using namespace spinescope::test;

TEST_CASE("every lesson is walked from end to end with the keys alone, and left as it was entered") {
    Window window;
    REQUIRE(window.program.says("all tissues there"));
    const std::vector<std::pair<std::string, int>> lessons{
        {"tour-of-the-spine", 9},     {"what-is-the-pop", 8},    {"why-it-will-not-pop", 8},
        {"why-forcing-backfires", 8}, {"what-to-do-instead", 8}, {"when-to-see-someone", 8}};
    const std::vector<std::string> on{"Next", "Right", "space"};
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        const auto& [name, steps] = lessons[i];
        INFO(name);
        window.key("F7");
        REQUIRE(window.program.says("lessons"));
        if (i > 0) window.key("Right"); // the cards open where they were left
        window.key("Return");
        REQUIRE(window.program.says("lesson " + name));
        for (int step = 1; step < steps; ++step) {
            REQUIRE(window.program.says("lesson " + name + " step "));
            window.key(on[std::size_t(step) % on.size()]);
        }
        REQUIRE(window.program.says("lesson " + name + " step "));
        window.key("Prior");
        REQUIRE(window.program.says("lesson " + name + " step "));
        window.key("Escape");
        REQUIRE(window.program.says("lesson left"));
    }
    CHECK(window.program.said().find("notice") == std::string::npos);
}

TEST_CASE(
    "touching the scene makes a lesson wait, and one key goes back; pen, ring and blank help to point") {
    Window window;
    REQUIRE(window.program.says("all tissues there"));
    window.key("F7 Return");
    REQUIRE(window.program.says("lesson tour-of-the-spine step whole"));
    REQUIRE(window.answers(drag(600, 300, 700, 330), "lesson paused"));
    window.key("Return");
    REQUIRE(window.program.says("lesson tour-of-the-spine step whole"));
    window.key("b");
    REQUIRE(window.program.says("blank"));
    window.key("period");
    REQUIRE(window.program.says("not blank"));
    window.key("p");
    REQUIRE(window.answers(drag(500, 300, 650, 360), "stroke of "));
    window.key("F8");
    REQUIRE(window.program.says("settings"));
    window.key("Escape Escape Escape");
    REQUIRE(window.program.says("lesson left"));
}

TEST_CASE("By Tab, arrows and Space the keys reach what has no key of its own") {
    Window window;
    REQUIRE(window.program.says("all tissues there"));
    window.key("F3");
    REQUIRE(window.program.says("solved healthy-pop"));
    // The top bar, the structures, the tools, the timeline, the close-up, the side panel: its second
    // scenario.
    for (int panel = 0; panel < 6; ++panel) window.key("Tab sleep 0.4");
    window.key("Right sleep 0.4");
    window.key("space");
    REQUIRE(window.program.says("scenario already-mobile"));
    window.key("Escape");
    window.key("space");
    REQUIRE(window.program.says("playing"));
}

TEST_CASE("A lesson of one's own is read again when its file changes, and a slip in it is told by its line") {
    Window window;
    REQUIRE(window.program.says("all tissues there"));
    const std::string folder = window.config / "spinescope/lessons";
    std::filesystem::create_directories(folder);
    const auto write = [&](const std::string& text) { std::ofstream(folder + "/mine.json") << text; };
    const std::string begin = R"({"order": 0, "title": "Mine", "summary": "Mine", "steps": [
{"id": "one", "title": "One", "text": "First."})";
    write(begin + "]}");
    window.key("F7");
    REQUIRE(window.program.says("lessons"));
    window.key("Home Left Left Left Left Left Left Left");
    window.key("Return");
    REQUIRE(window.program.says("lesson mine"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1100)); // a file's time may be told in seconds
    write(begin + R"(, {"id": "two", "title": "Two", "text": "Second."}]})");
    REQUIRE(window.program.says("lesson read again"));
    window.key("Next");
    REQUIRE(window.program.says("step two"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    write(begin + R"(, {"id": "two", "titel": "Two"}]})");
    REQUIRE(window.program.says("mine.json:2: steps.1.titel"));
}
