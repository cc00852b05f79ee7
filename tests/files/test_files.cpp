#include "files/citations.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "files/staged_file.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using namespace spinescope;
using Catch::Matchers::Contains;

namespace {

/// An empty folder of its own, gone at the end.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("spinescope-files-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

std::size_t entries(const fs::path& folder) {
    return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("A file is written whole") {
    const Folder folder;
    files::write_whole(folder.path / "a.txt", std::string("one\0two", 7));
    REQUIRE(files::read_whole(folder.path / "a.txt") == std::string("one\0two", 7));
    REQUIRE(entries(folder.path) == 1);
}

TEST_CASE("A write that is given up leaves the old file and nothing else") {
    const Folder folder;
    files::write_whole(folder.path / "a.txt", "old");
    {
        files::StagedFile staged(folder.path / "a.txt");
        std::ofstream(staged.path()) << "half of the n";
        REQUIRE(entries(folder.path) == 2);
    }
    REQUIRE(entries(folder.path) == 1);
    REQUIRE(files::read_whole(folder.path / "a.txt") == "old");
}

TEST_CASE("Places that cannot be written to are told with their name") {
    const Folder folder;
    REQUIRE_THROWS_WITH(files::write_whole(folder.path / "no/such/a.txt", ""),
                        Contains("no/such/a.txt") && Contains("does not exist"));
    REQUIRE_THROWS_WITH(files::write_whole(folder.path, ""), Contains("is a folder"));
    REQUIRE_THROWS_WITH(files::read_whole(folder.path / "b.txt"),
                        Contains("b.txt") && Contains("no such file"));
    REQUIRE_THROWS_WITH(files::read_whole(folder.path), Contains("is a folder"));
}

TEST_CASE("The nearest word is what was meant") {
    const std::vector<std::string> words{"render", "simulate", "export", "anatomy"};
    REQUIRE(files::nearest_word("rendre", words) == "render");
    REQUIRE(files::nearest_word("simulat", words) == "simulate");
    REQUIRE(files::nearest_word("xyzzy", words).empty());
    REQUIRE_THAT(files::suggestion("anatmy", words), Contains("did you mean 'anatomy'"));
    REQUIRE_THAT(files::suggestion("xyzzy", words), Contains("render") && Contains("export"));
}

TEST_CASE("A source is cited in a line and as in running text") {
    const auto citations = files::Citations::load(files::asset("sources.json"));
    CHECK(citations("kawchuk2015") == "Kawchuk GN et al. 2015, PLoS ONE 10:e0119470");
    CHECK(citations.brief("kawchuk2015") == "Kawchuk et al. 2015");
    CHECK(citations.brief("chandransuja2018") == "Chandran Suja & Barakat 2018");
    CHECK(citations.brief("brodeur1995") == "Brodeur 1995");
    CHECK(citations.brief("gray2016") == "Standring 2016");
    CHECK(citations.brief("nice_ng59") == "National Institute for Health and Care Excellence");
    CHECK_THROWS_WITH(citations.brief("nobody1900"), Catch::Contains("assets/sources.json"));
}
