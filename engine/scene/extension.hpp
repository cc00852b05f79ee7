#pragma once

#include <filesystem>
#include <string>

namespace spinescope::scene {

/// ".STL" and ".stl" are the same kind of file: the extension in small letters, with its dot.
[[nodiscard]] inline std::string extension(const std::filesystem::path& path) {
    std::string word = path.extension().string();
    for (char& c : word)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return word;
}

} // namespace spinescope::scene
