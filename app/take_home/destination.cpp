#include "app/take_home/destination.hpp"

#include <cstdlib>

namespace spinescope::app {

std::filesystem::path new_file(const std::string& name, const std::string& extension) {
    namespace fs = std::filesystem;
    fs::path folder = ".";
    std::error_code none;
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != 0)
        for (const char* place : {"Documents", "Pictures", ""})
            if (const fs::path at = fs::path(home) / place; fs::is_directory(at, none)) {
                folder = at;
                break;
            }
    constexpr int last = 9999;
    for (int copy = 1;; ++copy) {
        const fs::path stem = folder / (name + (copy == 1 ? "" : "-" + std::to_string(copy)));
        const fs::path file = stem.string() + extension;
        // A film without ffmpeg becomes a folder of the bare name.
        if (copy == last || (!fs::exists(file, none) && !fs::exists(stem, none)))
            return fs::absolute(file).lexically_normal();
    }
}

} // namespace spinescope::app
