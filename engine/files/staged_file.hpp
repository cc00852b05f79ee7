#pragma once

#include <filesystem>
#include <string_view>

namespace spinescope::files {

/// A file being written: it takes shape beside its destination and replaces it in one step on commit(). If
/// the work fails half-way, the destination keeps what it held and nothing is left lying about.
class StagedFile {
public:
    /// Throws Failure when the destination's folder does not exist or cannot be written.
    explicit StagedFile(std::filesystem::path destination);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    /// Where to write; keeps the destination's extension, since some libraries choose the format by it.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Moves the written file over the destination. Throws Failure when that cannot be done.
    void commit();

private:
    std::filesystem::path destination_;
    std::filesystem::path path_;
    bool committed_ = false;
};

/// Writes `bytes` to `destination` whole or not at all.
void write_whole(const std::filesystem::path& destination, std::string_view bytes);

/// Everything in the file. Throws Failure when it is missing, a folder, or unreadable.
[[nodiscard]] std::string read_whole(const std::filesystem::path& path);

} // namespace spinescope::files
