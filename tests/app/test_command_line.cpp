#include "tests/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>

using namespace spinescope::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Width and height out of a PNG's header.
std::pair<int, int> png_size(const std::string& bytes) {
    REQUIRE(bytes.size() > 24);
    REQUIRE(bytes.substr(0, 8) == "\x89PNG\r\n\x1a\n");
    const auto number = [&](std::size_t at) {
        int value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    return {number(16), number(20)};
}

void one_line(const std::string& words) {
    INFO(words);
    REQUIRE(std::count(words.begin(), words.end(), '\n') == 1);
}

} // namespace

TEST_CASE("help, version and every command's own help") {
    REQUIRE(run({"--version"}).out == "spinescope " SPINESCOPE_VERSION "\n");
    const Ran help = run({"--help"});
    REQUIRE(help.status == 0);
    for (const char* command : {"view", "render", "simulate", "sound", "export", "anatomy", "bench"}) {
        REQUIRE_THAT(help.out, Contains(command));
        const Ran own = run({command, "--help"});
        REQUIRE(own.status == 0);
        REQUIRE_THAT(own.out, Contains("--help"));
    }
}

TEST_CASE("A wrong command line ends with 2 and the nearest right word") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"rendr"}, "did you mean 'render'"},
        {{"render", "--ouput", "a.png"}, "--output"},
        {{"render", "--output", "a.png", "--view", "anteror"}, "did you mean 'anterior'"},
        {{"render"}, "--output"},
        {{"render", "--output", "a.png", "--resolution", "0x5"}, "WIDTHxHEIGHT"},
        {{"render", "--output", "a.png", "--resolution", "axb"}, "WIDTHxHEIGHT"},
        {{"render", "--output", "a.png", "--time", "1"}, "--scenario"},
        {{"simulate"}, "--scenario"},
        {{"simulate", "--scenario", "healthy-pop", "--format", "yaml"}, "table, csv, json"},
        {{"simulate", "--scenario", "healthy-pop", "--sweep", "film_um=1:2"}, "from:to:n"},
        {{"simulate", "--scenario", "healthy-pop", "--sweep", "fim_um=1:2:3"}, "film_um"},
        {{"simulate", "--scenario", "healthy-pop", "--sweep", "film_um=0:2:3"}, "0.5"},
        {{"simulate", "--scenario", "healthy-pop", "--sweep", "film_um=1:2:0"}, "whole number"},
        {{"validate", "--format", "tabel"}, "did you mean 'table'"},
        {{"simulate", "--scenario", "healthy-pop", "--set", "film_um"}, "KEY=VALUE"},
        {{"simulate", "--scenario", "healthy-pop", "--set", "film_um=thin"}, "not a number"},
        {{"simulate", "--scenario", "healthy-pop", "--set", "film_um=nan"}, "not a number"},
        {{"sound", "--scenario", "healthy-pop"}, "--output"},
        {{"sound", "--scenario", "healthy-pop", "--output", "a.wav", "--explanation", "partial-colapse"},
         "did you mean 'partial-collapse'"},
        {{"sound", "--scenario", "healthy-pop", "--output", "a.wav", "--slow", "0.5"}, "--slow"},
        {{"anatomy", "--format", "tabel"}, "did you mean 'table'"},
        {{"export"}, "--output"},
    };
    for (const auto& [words, near] : wrong) {
        const Ran ran = run(words);
        INFO(words.front() << " ... " << words.back());
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK_THAT(ran.err, StartsWith("spinescope: ") && Contains(near));
        one_line(ran.err);
    }
}

TEST_CASE("Work that fails ends with 1 and one line that says what, where and what to do") {
    const Folder folder;
    std::ofstream(folder / "empty.stl");
    std::ofstream(folder / "words.obj") << "this is no mesh\n";
    std::ofstream(folder / "cut.glb") << "glTF\x02";
    const std::string at = folder.path() + "/";
    const std::vector<std::pair<std::vector<std::string>, std::string>> failing{
        {{"simulate", "--scenario", "helthy-pop"}, "did you mean 'healthy-pop'"},
        {{"simulate", "--scenario", "healthy-pop", "--set", "fim_um=3"}, "film_um"},
        {{"simulate", "--scenario", "healthy-pop", "--set", "film_um=-3"}, "film_um"},
        {{"simulate", "--scenario", "healthy-pop", "--output", at + "no/such.csv"}, "no/such.csv"},
        {{"sound", "--scenario", "helthy-pop", "--output", at + "a.wav"}, "did you mean 'healthy-pop'"},
        {{"sound", "--scenario", "healthy-pop", "--output", at + "no/such.wav"}, "no/such.wav"},
        {{"render", "--output", at + "no/such.png"}, "no/such.png"},
        {{"render", "--output", at + "a.png", "--isolate", "L9"}, "'L9'"},
        {{"render", "--output", at + "a.png", "--scenario", "x"}, "scenario"},
        {{"render", "--output", at + "a.png", "--scenario", "healthy-pop", "--time", "1e9"}, "outside"},
        {{"render", "--output", at + "a.png", at + "missing.stl"}, "missing.stl"},
        {{"render", "--output", at + "a.png", at + "empty.stl"}, "empty.stl"},
        {{"render", "--output", at + "a.png", at + "words.obj"}, "words.obj"},
        {{"render", "--output", at + "a.png", at + "cut.glb"}, "cut.glb"},
        {{"export", "--output", at + "a.xyz"}, "a.xyz"},
        {{"export", "--output", at + "a.glb", "--structures", "L4,disc.L4-L9"}, "disc.L4-L"},
        {{at + "missing.stl"}, "missing.stl"},
    };
    for (const auto& [words, what] : failing) {
        const Ran ran = run(words);
        INFO(words.front() << " ... " << words.back());
        CHECK(ran.status == 1);
        CHECK_THAT(ran.err, StartsWith("spinescope: ") && Contains(what));
        one_line(ran.err);
    }
    REQUIRE(folder.entries() == std::vector<std::string>{"cut.glb", "empty.stl", "words.obj"});
}

TEST_CASE("simulate tells what came of the pull") {
    const Ran healthy = run({"simulate", "--scenario", "healthy-pop", "--format", "json"});
    REQUIRE(healthy.status == 0);
    const auto pop = nlohmann::json::parse(healthy.out);
    for (const char* key : {"scenario", "joint", "popped", "why", "time_of_pop_s", "peak_tension_kPa",
                            "peak_cavity_mm3", "gap_before_mm", "gap_after_mm"})
        REQUIRE(pop.contains(key));
    REQUIRE(pop["popped"] == true);
    REQUIRE(pop["joint"] == "facet.L4-L5.right");
    REQUIRE(pop["gap_after_mm"] > pop["gap_before_mm"]);

    const auto soon =
        nlohmann::json::parse(run({"simulate", "--scenario", "too-soon", "--format", "json"}).out);
    REQUIRE(soon["popped"] == false);
    REQUIRE(soon["time_of_pop_s"].is_null());
    REQUIRE_THAT(run({"simulate", "--scenario", "too-soon"}).out, Contains("popped") && Contains("no"));
}

TEST_CASE("sound writes a WAV file at either speed and by either explanation") {
    const Folder folder;
    const Ran told = run({"sound", "--scenario", "healthy-pop", "--output", folder / "pop.wav"});
    REQUIRE(told.status == 0);
    REQUIRE_THAT(told.out, Contains("length") && Contains(" dB") && Contains("spectral peak"));
    const std::string wav = content(folder / "pop.wav");
    REQUIRE(wav.substr(0, 4) == "RIFF");
    REQUIRE(wav.size() == 44 + 2 * 12000); // a quarter of a second at 48 kHz
    REQUIRE(run({"sound", "--scenario", "healthy-pop", "--output", "-"}).out == wav);
    const std::string slow = run({"sound", "--scenario", "healthy-pop", "--output", "-", "--slow", "10"}).out;
    REQUIRE(double(slow.size()) == Approx(10.0 * double(wav.size())).epsilon(0.01));
    const std::string collapse =
        run({"sound", "--scenario", "healthy-pop", "--output", "-", "--explanation", "partial-collapse"}).out;
    REQUIRE(collapse.size() == wav.size());
    REQUIRE(collapse != wav);
}

TEST_CASE("simulate writes its trace as CSV with units in the columns' names") {
    const Folder folder;
    REQUIRE(run({"simulate", "--scenario", "healthy-pop", "--output", folder / "trace.csv"}).status == 0);
    std::istringstream text(content(folder / "trace.csv"));
    std::string head, row;
    std::getline(text, head);
    REQUIRE_THAT(head, StartsWith("time_s,"));
    REQUIRE_THAT(head, Contains("gap_um") && Contains("cavity_mm3") && Contains("kPa"));
    double before = -1e9;
    std::size_t rows = 0;
    while (std::getline(text, row)) {
        REQUIRE(std::count(row.begin(), row.end(), ',') == std::count(head.begin(), head.end(), ','));
        const double time = std::stod(row);
        REQUIRE(time > before);
        before = time;
        ++rows;
    }
    REQUIRE(rows > 500);
    REQUIRE(before > 20 * 60);
    REQUIRE(content(folder / "trace.csv") ==
            run({"simulate", "--scenario", "healthy-pop", "--output", "-"}).out);
}

TEST_CASE("render draws every view, alone and with the interface") {
    const Folder folder;
    std::string last;
    for (const char* view :
         {"anterior", "posterior", "left", "right", "superior", "inferior", "oblique", "joint"}) {
        const Ran ran =
            run({"render", "--output", folder / "a.png", "--resolution", "320x240", "--view", view});
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        const std::string picture = content(folder / "a.png");
        REQUIRE(png_size(picture) == std::pair(320, 240));
        REQUIRE(picture != last);
        last = picture;
    }
    const Ran interface =
        run({"render", "--window", "--output", "-", "--resolution", "1200x700", "--scenario", "healthy-pop"});
    REQUIRE(interface.status == 0);
    REQUIRE(png_size(interface.out) == std::pair(1200, 700));
}

TEST_CASE("What is hidden, shown alone or popping changes the picture") {
    const auto picture = [](std::vector<std::string> more) {
        more.insert(more.begin(), {"render", "--output", "-", "--resolution", "320x240"});
        const Ran ran = run(more);
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        return ran.out;
    };
    const std::string whole = picture({});
    REQUIRE(picture({}) == whole);
    REQUIRE(picture({"--hide", "lumbar"}) != whole);
    REQUIRE(picture({"--hide", "lumbar", "--show", "lumbar"}) == whole);
    REQUIRE(picture({"--isolate", "L4,disc.L4-L5"}) != picture({"--isolate", "L4"}));
    const std::vector<std::string> close{"--view", "joint", "--scenario", "healthy-pop", "--time"};
    const auto at = [&](const char* time) {
        std::vector<std::string> words = close;
        words.emplace_back(time);
        return picture(words);
    };
    const auto pop =
        nlohmann::json::parse(run({"simulate", "--scenario", "healthy-pop", "--format", "json"}).out);
    const double popped = pop["time_of_pop_s"];
    REQUIRE(at("0") != at(std::to_string(popped + 0.01).c_str()));
}

TEST_CASE("export writes each format, and a folder of STL by id") {
    const Folder folder;
    for (const char* name : {"a.glb", "a.obj", "a.stl"})
        REQUIRE(run({"export", "--output", folder / name, "--structures", "L4,L5"}).status == 0);
    // What one program writes another must read: here our own, through Assimp.
    for (const char* name : {"a.glb", "a.obj", "a.stl"})
        REQUIRE(
            run({"render", "--output", folder / "a.png", "--resolution", "64x64", folder / name}).status ==
            0);
    REQUIRE(run({"export", "--output", folder / "bones", "--structures", "lumbar"}).status == 0);
    REQUIRE(std::filesystem::file_size(folder / "bones/L4.stl") > 84 + 50 * 500);
    REQUIRE(std::filesystem::exists(folder / "bones/L1.stl"));
    REQUIRE_FALSE(std::filesystem::exists(folder / "bones/T12.stl"));
}

TEST_CASE("anatomy prints published and measured figures with their source") {
    const Ran csv = run({"anatomy", "--format", "csv"});
    REQUIRE(csv.status == 0);
    REQUIRE_THAT(csv.out, StartsWith("level,quantity,published,measured,difference,unit,trust,source\n"));
    const auto rows = nlohmann::json::parse(run({"anatomy", "--format", "json"}).out);
    REQUIRE(rows.size() > 200);
    for (const auto& row : rows) {
        REQUIRE_FALSE(row["source"].get<std::string>().empty());
        REQUIRE(std::abs(row["measured"].get<double>() - row["published"].get<double>() -
                         row["difference"].get<double>()) < 0.02);
    }
    REQUIRE_THAT(run({"anatomy"}).out, Contains("L4") && Contains("published"));
}

TEST_CASE("bench prints every row of the budget") {
    const Ran ran = run({"bench", "--format", "json"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const auto rows = nlohmann::json::parse(ran.out);
    for (const char* what : {"start to first full picture", "a frame while turning", "peak memory", "at rest",
                             "a scrub step, engine only", "a whole pop computed", "10 000 self-twists",
                             "the spine, tables to files"})
        REQUIRE(std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row["what"] == what; }));
    for (const auto& row : rows)
        if (!row["measured"].is_null()) REQUIRE(row["measured"].get<double>() >= 0);
}

TEST_CASE("The installed program finds what it needs from any folder") {
    const Folder folder;
    const std::string install =
        "cmake --install '" SPINESCOPE_BUILD "' --prefix '" + folder.path() + "' > /dev/null";
    REQUIRE(std::system(install.c_str()) == 0);
    const std::string program = "cd / && '" + folder.path() + "/bin/spinescope' ";
    REQUIRE(std::system((program + "render --window --output '" + (folder / "a.png") + "'").c_str()) == 0);
    REQUIRE(png_size(content(folder / "a.png")) == std::pair(1280, 720));
    REQUIRE(std::system((program + "simulate --scenario healthy-pop > /dev/null").c_str()) == 0);
}

TEST_CASE("An output that cannot take the words is told") {
    const std::string full = SPINESCOPE_PROGRAM " anatomy > /dev/full 2> /dev/null";
    REQUIRE(WEXITSTATUS(std::system(full.c_str())) == 1);
    REQUIRE(run({"render", "--output", "/proc/a.png"}).status == 1);
}

TEST_CASE("A machine without OpenGL 3.3 is told what is missing") {
    const std::string old =
        "MESA_GL_VERSION_OVERRIDE=2.1 " SPINESCOPE_PROGRAM " render --output - 2>&1 > /dev/null";
    FILE* pipe = popen(old.c_str(), "r");
    char words[512] = "";
    REQUIRE(std::fgets(words, sizeof words, pipe));
    REQUIRE(WEXITSTATUS(pclose(pipe)) == 1);
    REQUIRE_THAT(words, StartsWith("spinescope: ") && Contains("OpenGL 3.3"));
}
