#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace spinescope::app {

/// The commands that are for people: those in no group are for the build.
[[nodiscard]] std::vector<const CLI::App*> commands_of(const CLI::App& app);

/// The words that an option takes, where it takes only some: of "TEXT:dark|light" dark and light.
[[nodiscard]] std::vector<std::string> words_of(const CLI::Option& option);

} // namespace spinescope::app
