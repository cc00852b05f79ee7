#pragma once

#include "tests/program.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace spinescope::test {

// What the pointer does, in xdotool's words. It rests before and after a press, as a hand does.
inline std::string at(int x, int y) {
    return "mousemove " + std::to_string(x) + " " + std::to_string(y) + " sleep 0.3 ";
}
inline std::string drag(int x1, int y1, int x2, int y2, const std::string& button = "1") {
    return at(x1, y1) + "mousedown " + button + " sleep 0.2 mousemove --sync " +
           std::to_string((x1 + x2) / 2) + " " + std::to_string((y1 + y2) / 2) + " " + at(x2, y2) +
           "sleep 0.2 mouseup " + button;
}
inline std::string double_press(int x, int y) {
    return at(x, y) + "click --repeat 2 --delay 90 1";
}
inline std::string wheel(int x, int y) {
    return at(x, y) + "click 4";
}

/// Xvfb says its display number on the file descriptor that it is given.
struct Desktop {
    Process server{"Xvfb", {"-displayfd", "2", "-screen", "0", "1440x900x24", "-nolisten", "tcp"}};
    std::string display;

    /// Where other servers run it complains about them first: the number is the line of digits alone.
    Desktop() {
        for (std::string line; display.empty();) {
            REQUIRE(server.says("\n"));
            std::istringstream said(server.said());
            while (std::getline(said, line))
                if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos)
                    display = ":" + line;
        }
    }
    void xdotool(const std::string& words) const {
        const std::string command = "DISPLAY=" + display + " xdotool " + words;
        REQUIRE(std::system(command.c_str()) == 0);
    }
};

struct Window {
    Folder config;
    Desktop desktop;
    Process program;

    explicit Window(std::vector<std::string> arguments = {}, const std::vector<std::string>& environment = {})
        : program(SPINESCOPE_PROGRAM, with_view(std::move(arguments)), with_display(environment)) {
        REQUIRE(program.says("first picture"));
        desktop.xdotool("search --sync --onlyvisible --class spinescope windowmove --sync 0 0 windowfocus");
    }
    void key(const std::string& name) const { desktop.xdotool("key " + name); }
    /// Does this with the pointer, and again where the window stays silent: on a busy machine a press and
    /// what follows it fall between two pictures, and the window takes them for one.
    [[nodiscard]] bool answers(const std::string& pointer, const std::string& words) {
        for (int tries = 0; tries < 5; ++tries) {
            desktop.xdotool(pointer);
            if (program.says(words, 6)) return true;
        }
        return false;
    }
    void press(int x, int y) const {
        desktop.xdotool("mousemove " + std::to_string(x) + " " + std::to_string(y) + " sleep 0.2 click 1");
    }

private:
    [[nodiscard]] std::vector<std::string> with_display(std::vector<std::string> environment) const {
        // Each window starts as if for the first time, but for the opening screen and the hints, unless a
        // test gives it a person's own folder.
        const std::string settings = config / "spinescope";
        std::filesystem::create_directory(settings);
        std::ofstream(settings + "/session.json") << R"({"spinescope_session": 1, "welcome": false,
            "hints_seen": ["explore", "pop", "strain", "safer", "lesson"]})";
        environment.insert(environment.begin(), {"XDG_CONFIG_HOME=" + config.path(), "LC_ALL=C"});
        environment.insert(environment.end(), {"DISPLAY=" + desktop.display, "ALSOFT_DRIVERS=null",
                                               "WAYLAND_DISPLAY=", driver_leaks});
        return environment;
    }
    static std::vector<std::string> with_view(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"view", "--verbose"});
        return arguments;
    }
};
} // namespace spinescope::test
