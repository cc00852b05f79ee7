#include "files/csv_table.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <catch2/catch.hpp>

using namespace spinescope;
using Catch::Matchers::Contains;

namespace {

/// A table on disk for the length of a test.
struct TableFile {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "spinescope_csv_table_test.csv";
    explicit TableFile(std::string_view text) { files::write_whole(path, text); }
    ~TableFile() { std::filesystem::remove(path); }
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;
};

} // namespace

TEST_CASE("a table keeps its cells, whatever the line ends, comments and quotes") {
    const TableFile file("# a comment\r\nlevel,value,note\r\nL4,24.1,\"wide, and tall\"\r\n\r\nL5,-8.7,\n");
    const files::CsvTable table = files::CsvTable::read(file.path, {"level", "value"});
    REQUIRE(table.rows() == 2);
    CHECK(table.text(0, "level") == "L4");
    CHECK(table.text(0, "note") == "wide, and tall");
    CHECK(table.number(1, "value") == Approx(-8.7));
    CHECK(table.text(1, "note").empty());
    CHECK_THAT(table.where(1), Contains(":5"));
}

TEST_CASE("a bad table is refused with file, line and field") {
    const auto reading = [](std::string_view text) {
        const TableFile file(text);
        const files::CsvTable table = files::CsvTable::read(file.path, {"level", "value"});
        return table.number(0, "value");
    };
    CHECK_THROWS_WITH(reading(""), Contains("empty"));
    CHECK_THROWS_WITH(reading("level,source\nL4,x\n"), Contains(":1") && Contains("value"));
    CHECK_THROWS_WITH(reading("level,value\nL4\n"), Contains(":2") && Contains("1 fields"));
    CHECK_THROWS_WITH(reading("level,value\nL4,\"12\n"), Contains(":2"));
    for (const char* cell : {"nan", "inf", "12 mm", "", "1e999", "0x10"})
        CHECK_THROWS_WITH(reading("level,value\nL4," + std::string(cell) + "\n"),
                          Contains(":2") && Contains("value") && Contains("finite"));
    CHECK_THROWS_AS(files::CsvTable::read("/nowhere/table.csv", {}), Failure);
}
