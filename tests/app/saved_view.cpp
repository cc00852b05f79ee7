#include "app/saved_view.hpp"

#include "files/failure.hpp"
#include "tests/program.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <glm/geometric.hpp>
#include <random>

using namespace spinescope;
using namespace spinescope::app;

namespace {

SavedView some_view() {
    SavedView view{.name = "L4 \"from behind\"", .hidden = {"L3", "disc.L3-L4"}, .faded = {"L5"}};
    view.camera = {
        .target = {0.01f, 0.1f, -0.02f}, .azimuth_deg = 151.5f, .elevation_deg = -12, .distance_m = 0.4f};
    view.opacities = scene::opacities_at_depth(0.8f);
    view.cut = scene::CuttingPlane{{0, 0.6f, 0.8f}, 0.02f};
    view.explode = 0.5f;
    view.bend = {.turn = {30, -10, 12}, .region = spinescope::mechanics::lumbar, .guarding = 0.25};
    view.strain = true;
    view.labels = true;
    return view;
}

} // namespace

TEST_CASE("a view comes back from its text as it was") {
    const SavedView view = some_view();
    const std::string text = text_of(view);
    CHECK(text.find('\n') == std::string::npos);
    const SavedView back = view_of(text);
    CHECK(back.name == view.name);
    CHECK(back.camera == view.camera);
    CHECK(back.opacities == view.opacities);
    CHECK(back.hidden == view.hidden);
    CHECK(back.faded == view.faded);
    REQUIRE(back.cut);
    CHECK(back.cut->offset_m == view.cut->offset_m);
    CHECK(glm::length(back.cut->normal - view.cut->normal) < 1e-6f);
    CHECK(back.explode == view.explode);
    CHECK(back.bend == view.bend);
    CHECK(back.labels);
}

TEST_CASE("views are kept in a file, and a damaged file is told and not lost") {
    const test::Folder folder;
    const std::string file = folder / "views.json";
    CHECK(load_views(file).empty());
    save_views({some_view(), SavedView{.name = "second"}}, file);
    const std::vector<SavedView> views = load_views(file);
    REQUIRE(views.size() == 2);
    CHECK(views[1].name == "second");
    std::ofstream(file) << "[{\"spinescope_view\": 1, \"target\": [0, 0";
    CHECK_THROWS_WITH(load_views(file), Catch::Contains("views.json"));
    CHECK(std::filesystem::file_size(file) > 0);
}

TEST_CASE("a text that is no view says so, whatever it is") {
    for (const char* text :
         {"", "{}", "[]", "null", "hello", "{\"spinescope_view\":2}", "{\"spinescope_view\":1}",
          "{\"spinescope_view\":1,\"target\":[1,2]}", "{\"spinescope_view\":1,\"target\":[1,2,1e30]}",
          "{\"spinescope_view\":1,\"target\":[0,0,0],\"distance_m\":-1}",
          "{\"spinescope_view\":1,\"target\":[0,0,0],\"cut\":{\"normal\":[0,0,0]}}",
          "{\"spinescope_view\":1,\"target\":[0,0,0],\"layers\":{\"bone\":7}}"}) {
        INFO(text);
        CHECK_THROWS_AS(view_of(text), Failure);
    }
    // Bytes changed at random: a view or a Failure, never anything else.
    const std::string whole = text_of(some_view());
    std::mt19937 random(5);
    for (int i = 0; i < 5000; ++i) {
        std::string text = whole;
        for (int k = 0; k < 3; ++k) text[random() % text.size()] = char(random() % 256);
        try {
            const SavedView view = view_of(text);
            CHECK(view.camera.distance_m > 0);
            CHECK((view.explode >= 0 && view.explode <= 1));
        } catch (const Failure&) {
        }
    }
}
