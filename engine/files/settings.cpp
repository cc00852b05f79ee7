#include "files/settings.hpp"

#include "files/failure.hpp"

#include <cstdlib>

namespace spinescope::files {

std::filesystem::path settings() {
    namespace fs = std::filesystem;
    const char* const config = std::getenv("XDG_CONFIG_HOME");
    const char* const home = std::getenv("HOME");
    fs::path folder;
    if (config != nullptr && *config == '/') // the specification tells to ignore relative ones
        folder = config;
    else if (home != nullptr && *home != 0)
        folder = fs::path(home) / ".config";
    else
        throw Failure("settings", "neither HOME nor XDG_CONFIG_HOME is set", "set one of them");
    folder /= "spinescope";
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder))
        throw Failure(folder.string(), "the folder cannot be made", "check who owns the one above it");
    return folder;
}

} // namespace spinescope::files
