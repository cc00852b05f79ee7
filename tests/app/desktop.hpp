#pragma once

#include "program.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace spinescope::test {

/// The graphics driver unloads itself with a little memory lost; the leak check cannot name what is unloaded.
inline const std::string driver_leaks = "ASAN_OPTIONS=detect_leaks=0";

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
    Desktop desktop;
    Process program;

    explicit Window(std::vector<std::string> arguments = {}, const std::vector<std::string>& environment = {})
        : program(SPINESCOPE_PROGRAM, with_view(std::move(arguments)), with_display(environment)) {
        REQUIRE(program.says("first picture"));
        desktop.xdotool("search --sync --onlyvisible --class spinescope windowmove --sync 0 0 windowfocus");
    }
    void key(const std::string& name) const { desktop.xdotool("key " + name); }
    void press(int x, int y) const {
        desktop.xdotool("mousemove " + std::to_string(x) + " " + std::to_string(y) + " sleep 0.2 click 1");
    }

private:
    [[nodiscard]] std::vector<std::string> with_display(std::vector<std::string> environment) const {
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
