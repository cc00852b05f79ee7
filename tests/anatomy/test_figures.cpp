#include "anatomy/figures.hpp"
#include "anatomy/levels.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <catch2/catch.hpp>

using namespace spinescope;
using Catch::Matchers::Contains;

namespace {

const std::filesystem::path tables = SPINESCOPE_SOURCE "/assets/anatomy";

/// A folder of tables of one's own, with one known source.
struct TableFolder {
    std::filesystem::path root = std::filesystem::temp_directory_path() / "spinescope_figures_test";
    explicit TableFolder(const std::string& rows,
                         const std::string& header = "level,quantity,value,unit,trust,source") {
        std::filesystem::create_directories(root / "anatomy");
        files::write_whole(root / "sources.json", R"({"known": {"authors": "A", "title": "T"}})");
        files::write_whole(root / "anatomy" / "bodies.csv", header + "\n" + rows);
    }
    ~TableFolder() { std::filesystem::remove_all(root); }
    TableFolder(const TableFolder&) = delete;
    TableFolder& operator=(const TableFolder&) = delete;

    [[nodiscard]] anatomy::Figures load() const { return anatomy::Figures::load(root / "anatomy"); }
};

} // namespace

TEST_CASE("every vertebra has all its figures, each with a source and a unit") {
    const anatomy::Figures figures = anatomy::Figures::load(tables);
    for (std::size_t i = 2; i + 1 < anatomy::levels.size(); ++i) {
        const std::string_view level = anatomy::levels[i];
        INFO(level);
        for (const char* quantity : {"body_width_upper",
                                     "body_depth_upper",
                                     "body_width_lower",
                                     "body_depth_lower",
                                     "body_height_anterior",
                                     "body_height_posterior",
                                     "body_wedge",
                                     "canal_width",
                                     "canal_depth",
                                     "pedicle_width",
                                     "pedicle_height",
                                     "spinous_length",
                                     "transverse_process_width",
                                     "superior_facet_width",
                                     "superior_facet_height",
                                     "superior_facet_area",
                                     "superior_facet_transverse_angle",
                                     "superior_facet_sagittal_angle",
                                     "superior_facet_spacing",
                                     "inferior_facet_width",
                                     "inferior_facet_height",
                                     "inferior_facet_area"}) {
            INFO(quantity);
            const anatomy::Figure& figure = figures.at(level, quantity);
            CHECK_FALSE(figure.source.empty());
            CHECK((figure.unit == "mm" || figure.unit == "mm2" || figure.unit == "deg"));
        }
    }
    for (std::size_t i = 1; i + 1 < anatomy::levels.size(); ++i)
        for (const char* quantity : {"disc_height_anterior", "disc_height_middle", "disc_height_posterior",
                                     "disc_wedge", "segment_angle"})
            CHECK(figures.find(anatomy::segment_under(anatomy::levels[i]), quantity) != nullptr);
}

TEST_CASE("figures come out as published") {
    const anatomy::Figures figures = anatomy::Figures::load(tables);
    CHECK(figures.value("L4", "body_width_upper") == Approx(46.6)); // Panjabi 1992
    CHECK(figures.at("L4", "body_width_upper").trust == anatomy::Trust::recalled);
    CHECK(figures.at("L4", "body_wedge").trust == anatomy::Trust::estimated);
    CHECK(figures.at("T1", "superior_facet_transverse_angle").trust == anatomy::Trust::measured);
    CHECK(figures.value("C1", "canal_depth") == Approx(28.16));
    CHECK(figures.find("L4", "tail_length") == nullptr);
    CHECK_THROWS_WITH(figures.at("L4", "tail_length"), Contains("L4") && Contains("tail_length"));
}

TEST_CASE("the standing curve of the tables adds up to the published lordosis and kyphosis") {
    const anatomy::Figures figures = anatomy::Figures::load(tables);
    double lordosis = 0;
    for (const char* segment : {"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"})
        lordosis -= figures.value(segment, "segment_angle");
    CHECK(lordosis == Approx(58).margin(0.5));
}

TEST_CASE("a bad table is refused with file, line and field") {
    const auto fault = [](const std::string& rows) { return TableFolder(rows).load().all().size(); };
    CHECK(fault("L4,width,1,mm,measured,known\n") == 1);
    CHECK_THROWS_WITH(TableFolder("L4,w,1,mm,known\n", "level,quantity,value,unit,source").load(),
                      Contains("bodies.csv:1") && Contains("trust"));
    CHECK_THROWS_WITH(fault("L4,width,nan,mm,measured,known\n"),
                      Contains("bodies.csv:2") && Contains("value"));
    CHECK_THROWS_WITH(fault("L4,width,1,mm,certain,known\n"),
                      Contains("bodies.csv:2") && Contains("certain"));
    CHECK_THROWS_WITH(fault("L4,width,1,mm,measured,rumour\n"),
                      Contains("bodies.csv:2") && Contains("rumour"));
    CHECK_THROWS_WITH(fault("L4,width,1,mm,measured,known\nL4,width,2,mm,measured,known\n"),
                      Contains("bodies.csv:3") && Contains("twice"));
    CHECK_THROWS_WITH(fault("L4,,1,mm,measured,known\n"), Contains("bodies.csv:2") && Contains("quantity"));
    CHECK_THROWS_WITH(anatomy::Figures::load("/nowhere"), Contains("/nowhere"));
}
