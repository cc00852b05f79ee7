#include "files/csv_table.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <csv.h>
#include <memory>

namespace spinescope::files {

namespace {

struct Row {
    std::vector<std::string> fields;
    std::string reject; ///< why libcsv would not take the line; empty when it did
};

/// One line through libcsv; strict, so that a stray quote is an error and not a guess.
Row split(std::string_view line) {
    csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    const std::unique_ptr<csv_parser, void (*)(csv_parser*)> owner(&parser, csv_free);
    Row row;
    const auto take = [](void* field, std::size_t size, void* into) {
        static_cast<Row*>(into)->fields.emplace_back(static_cast<const char*>(field), size);
    };
    if (csv_parse(&parser, line.data(), line.size(), take, nullptr, &row) != line.size() ||
        csv_fini(&parser, take, nullptr, &row) != 0)
        row.reject = csv_strerror(csv_error(&parser));
    return row;
}

} // namespace

CsvTable CsvTable::read(const std::filesystem::path& path, const std::vector<std::string>& columns) {
    const std::string bytes = read_whole(path);
    CsvTable table;
    table.name_ = path.filename().string();
    std::size_t line_number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::string_view line(bytes.data() + begin, end - begin);
        begin = end + 1;
        ++line_number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const std::string where = table.name_ + ":" + std::to_string(line_number);
        Row row = split(line);
        if (!row.reject.empty())
            throw Failure(where, "not a CSV line (" + row.reject + ")", "check its quotes");
        if (table.header_.empty()) {
            for (const std::string& column : columns)
                if (std::ranges::find(row.fields, column) == row.fields.end())
                    throw Failure(where, "column '" + column + "' is missing", "add it to the header");
            table.header_ = std::move(row.fields);
            continue;
        }
        if (row.fields.size() != table.header_.size())
            throw Failure(where,
                          std::to_string(row.fields.size()) + " fields where the header has " +
                              std::to_string(table.header_.size()),
                          "give every column a field");
        table.cells_.push_back(std::move(row.fields));
        table.lines_.push_back(line_number);
    }
    if (table.header_.empty())
        throw Failure(table.name_, "the table is empty", "give it a header line and rows");
    return table;
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
    return cells_.at(row).at(column_of(column));
}

double CsvTable::number(std::size_t row, std::string_view column) const {
    const std::string& cell = text(row, column);
    double value = 0;
    const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (fault != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value))
        throw Failure(where(row), "'" + cell + "' under '" + std::string(column) + "' is not a finite number",
                      "write it as 12.5");
    return value;
}

std::string CsvTable::where(std::size_t row) const {
    return name_ + ":" + std::to_string(lines_.at(row));
}

std::size_t CsvTable::column_of(std::string_view column) const {
    const auto found = std::ranges::find(header_, column);
    if (found == header_.end())
        throw Failure(name_, "column '" + std::string(column) + "' is missing", "add it to the header");
    return static_cast<std::size_t>(found - header_.begin());
}

} // namespace spinescope::files
