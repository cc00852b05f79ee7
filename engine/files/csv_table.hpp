#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::files {

/// A table of text read from a CSV file with a header line. Lines that open with # are comments.
class CsvTable {
public:
    /// Throws Failure naming file and line: unreadable, not CSV, no header, a row of the wrong length, or a
    /// header that lacks one of `columns`.
    [[nodiscard]] static CsvTable read(const std::filesystem::path& path,
                                       const std::vector<std::string>& columns);

    [[nodiscard]] std::size_t rows() const { return cells_.size(); }
    /// The cell under `column`, which the header is known to hold.
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    /// The cell as a finite number. Throws Failure naming file, line and column otherwise.
    [[nodiscard]] double number(std::size_t row, std::string_view column) const;
    /// "facets.csv:12", for messages about a row.
    [[nodiscard]] std::string where(std::size_t row) const;

private:
    [[nodiscard]] std::size_t column_of(std::string_view column) const;

    std::string name_;
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> cells_;
    std::vector<std::size_t> lines_;
};

} // namespace spinescope::files
