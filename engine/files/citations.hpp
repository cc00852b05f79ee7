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

    [[nodiscard]] bool knows(const std::string& key) const { return words_.contains(key); }
    /// One line: "Wilke HJ et al. 1999, Spine 24:755-762". Throws Failure for an unknown key.
    [[nodiscard]] const std::string& operator()(const std::string& key) const;
    /// As in running text: "Wilke et al. 1999"; who it was, in full, where there is no year. Throws Failure
    /// for an unknown key.
    [[nodiscard]] const std::string& brief(const std::string& key) const;

private:
    struct Words {
        std::string line, brief;
    };
    [[nodiscard]] const Words& words(const std::string& key) const;
    std::map<std::string, Words> words_;
};

} // namespace spinescope::files
