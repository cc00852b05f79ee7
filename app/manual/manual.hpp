#pragma once

#include <string>

namespace CLI {
class App;
}

namespace spinescope::app {

/// The manual page (man macros of roff) of what the command line declares, so that the two never differ.
[[nodiscard]] std::string manual_page(const CLI::App& app, const std::string& version);

/// A script by which bash completes the same commands, options and words.
[[nodiscard]] std::string bash_completion(const CLI::App& app);

} // namespace spinescope::app
