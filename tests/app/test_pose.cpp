#include "tests/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace spinescope::test;
using Catch::Matchers::Contains;

TEST_CASE("pose tells what bends and what is stretched") {
    const Ran json = run({"pose", "--flexion", "30", "--region", "lumbar", "--format", "json"});
    REQUIRE(json.status == 0);
    const auto told = nlohmann::json::parse(json.out);
    REQUIRE(told.at("segments").size() == 25);
    double sum = 0, share = 0;
    for (const auto& segment : told.at("segments")) {
        sum += segment.at("turn_deg").at("flexion").get<double>();
        share += segment.at("share").at("flexion").get<double>();
    }
    CHECK(sum == Approx(30).margin(1e-3));
    CHECK(share == Approx(1).margin(1e-6));
    CHECK(told.at("ligaments").size() > 100);

    const Ran csv = run({"pose", "--moment", "0,0,5", "--format", "csv"});
    CHECK(csv.status == 0);
    CHECK(std::count(csv.out.begin(), csv.out.end(), '\n') == 26);
    CHECK_THAT(run({"pose"}).out, Contains("L4-L5"));
}

TEST_CASE("pose refuses what a spine cannot do") {
    const Ran far = run({"pose", "--rotation", "400"});
    CHECK(far.status == 1);
    CHECK_THAT(far.err, Contains("at most"));
    CHECK(run({"pose", "--moment", "0,0,900"}).status == 1);
    CHECK(run({"pose", "--moment", "0,0"}).status == 2);
    CHECK(run({"pose", "--moment", "0,0,1", "--flexion", "3"}).status == 2);
    const Ran misspelt = run({"pose", "--region", "lumber"});
    CHECK(misspelt.status == 2);
    CHECK_THAT(misspelt.err, Contains("lumbar"));
}

TEST_CASE("render bends by the same words and refuses the same") {
    const Folder folder;
    const Ran drawn = run({"render", "--pose", "flexion=30,region=lumbar", "--heatmap", "strain",
                           "--resolution", "160x120", "--output", folder / "a.png"});
    CHECK(drawn.err == "");
    CHECK(drawn.status == 0);
    const Ran far = run({"render", "--pose", "rotation=30,region=lumbar", "--output", folder / "b.png"});
    CHECK(far.status == 1);
    CHECK_THAT(far.err, Contains("rotation of the lumbar region") && Contains("at most"));
    const Ran misspelt = run({"render", "--pose", "flexoin=3", "--output", folder / "b.png"});
    CHECK(misspelt.status == 2);
    CHECK_THAT(misspelt.err, Contains("did you mean 'flexion'"));
    CHECK(run({"render", "--pose", "flexion=3", "--flexion", "4", "--output", folder / "b.png"}).status == 2);
    const Ran other = run({"render", "--heatmap", "stran", "--output", folder / "b.png"});
    CHECK(other.status == 2);
    CHECK_THAT(other.err, Contains("strain"));
    CHECK(folder.entries().size() == 1);
}
