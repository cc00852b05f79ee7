#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace spinescope::files {

/// assets/sources.json: who said it, by key.
class Citations {
public:
    /// Throws Failure for a missing or malformed file.
    [[nodiscard]] static Citations load(const std::filesystem::path& file);

    [[nodiscard]] bool knows(const std::string& key) const { return short_.contains(key); }
    /// One line: "Wilke HJ et al. 1999, Spine 24:755-762". Throws Failure for an unknown key.
    [[nodiscard]] const std::string& operator()(const std::string& key) const;

private:
    std::map<std::string, std::string> short_;
};

} // namespace spinescope::files
