// What the finder finds, and in which order.
#include "app/finding.hpp"
#include "app/finder.hpp"
#include "language/folded.hpp"

#include <catch2/catch.hpp>

using namespace spinescope;

namespace {

app::Sought sought(const std::string& name, const std::string& other = "") {
    return {.name = language::folded(name), .other = language::folded(other)};
}

std::vector<std::size_t> find(const std::string& typed, const std::vector<app::Sought>& among) {
    return app::found(language::folded(typed), among);
}

using Places = std::vector<std::size_t>;

} // namespace

TEST_CASE("The whole name comes first, then a name's beginning, a word's, its middle, and initials") {
    const std::vector<app::Sought> names{
        sought("Open or put together"), sought("Airport"), sought("Show the port"),
        sought("Port of call"),         sought("Port"),    sought("Pale old red tail")};
    CHECK(find("port", names) == Places{4, 3, 2, 1, 5});
    CHECK(find("oopt", names) == Places{0});
}

TEST_CASE("Case, accents and dashes do not matter, and each word may stand anywhere") {
    const std::vector<app::Sought> names{sought("Bandscheibe L4–L5", "Discus intervertebralis L4-L5"),
                                         sought("Bandscheibe L3–L4", "Discus intervertebralis L3-L4"),
                                         sought("Rückenstrecker", "Musculus erector spinae")};
    CHECK(find("RUCKEN", names) == Places{2});
    CHECK(find("rücken", names) == Places{2});
    CHECK(find("l4-l5", names) == Places{0});
    CHECK(find("l5 band", names) == Places{0});
    CHECK(find("  band  l4 ", names) == Places{0, 1});
    CHECK(find("discus", names) == Places{0, 1});
    CHECK(find("spinae", names) == Places{2});
}

TEST_CASE("A name counts more than another name that fits as well, and equal ones stay in their order") {
    const std::vector<app::Sought> names{sought("Something", "Atlas"), sought("Atlas and axis"),
                                         sought("Atlas one"), sought("Atlas")};
    CHECK(find("atlas", names) == Places{3, 0, 1, 2});
    CHECK(find("atl", names) == Places{1, 2, 3, 0});
}

TEST_CASE("What fits nowhere finds nothing, and nothing typed finds all as it stands") {
    const std::vector<app::Sought> names{sought("Play or pause"), sought("Cut by a plane")};
    CHECK(find("zzz", names).empty());
    CHECK(find("play zzz", names).empty());
    CHECK(find("plane pausing", names).empty());
    CHECK(find("", names) == Places{0, 1});
    CHECK(find("   ", names) == Places{0, 1});
}

TEST_CASE("Long nonsense is answered at once") {
    const std::vector<app::Sought> names{sought(std::string(400, 'a') + " a a a a a a a a a a a a a a a a")};
    CHECK(find(std::string(300, 'a') + "b", names).empty());
    CHECK(find("aaaaaaaaaaab", names).empty());
}

TEST_CASE("What is typed is found at once, letter by letter, and erased by letters and words") {
    app::Finder finder{.open = true,
                       .typed = {},
                       .all = {},
                       .sought = {sought("Rücken"), sought("Rad")},
                       .found = {},
                       .things = {}};
    app::type_in_finder(finder, 'r');
    CHECK(finder.found == Places{0, 1});
    app::type_in_finder(finder, 0xFC);
    CHECK(finder.typed == "rü");
    CHECK(finder.found == Places{0});
    app::erase_in_finder(finder, app::Erase::letter);
    CHECK(finder.typed == "r");
    app::paste_in_finder(finder, "ad\n größer ");
    CHECK(finder.typed == "rad größer ");
    CHECK(finder.found.empty());
    app::erase_in_finder(finder, app::Erase::word);
    CHECK(finder.typed == "rad ");
    CHECK(finder.found == Places{1});
    app::erase_in_finder(finder, app::Erase::word);
    app::erase_in_finder(finder, app::Erase::word);
    app::erase_in_finder(finder, app::Erase::letter);
    CHECK(finder.typed.empty());
    app::move_in_finder(finder, 5);
    CHECK(finder.chosen == 1);
    finder.open = false;
    app::type_in_finder(finder, 'x');
    CHECK(finder.typed.empty());
}
