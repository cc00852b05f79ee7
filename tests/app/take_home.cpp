// What is taken home, opened again by others: ffprobe, pdftotext.
#include "render/image.hpp"
#include "tests/program.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

using namespace spinescope;
using namespace spinescope::test;
using Catch::Matchers::Contains;

namespace {

/// What a command of the system prints.
std::string printed_by(const std::string& command) {
    std::string text;
    std::FILE* pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): a test's own words
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> line{};
    while (std::fgets(line.data(), line.size(), pipe) != nullptr) text += line.data();
    REQUIRE(pclose(pipe) == 0);
    return text;
}

std::vector<std::string> short_clip(const std::string& file) {
    return {"clip",    "--scenario", "healthy-pop",  "--seconds", "2",        "--fps", "5",
            "--sound", "as-heard",   "--resolution", "321x180",   "--output", file};
}

} // namespace

TEST_CASE("A clip is a film of the asked size and length, and cracks where the pop is") {
    const Folder folder;
    for (const std::string kind : {"mp4", "webm"}) {
        const std::string file = folder / ("pop." + kind);
        const Ran ran = run(short_clip(file));
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        CHECK_THAT(ran.out, Contains(file));
        const std::string streams =
            printed_by("ffprobe -v error -count_frames -show_entries "
                       "stream=codec_name,width,height,nb_read_frames:format=duration -of compact " +
                       file);
        INFO(streams);
        CHECK_THAT(streams, Contains(kind == "mp4" ? "codec_name=h264" : "codec_name=vp9"));
        CHECK_THAT(streams, Contains(kind == "mp4" ? "codec_name=aac" : "codec_name=opus"));
        CHECK_THAT(streams, Contains("width=322") && Contains("height=180")); // players want even sizes
        CHECK_THAT(streams, Contains("nb_read_frames=10"));
        CHECK_THAT(streams, Contains("duration=2.0"));
        // Still before the pop and long after it, loud about it: at three tenths of the film.
        const auto loudest = [&](const std::string& part) {
            const std::string told = printed_by("ffmpeg -hide_banner " + part + " -i " + file +
                                                " -vn -af volumedetect -f null - 2>&1");
            const auto at = told.find("max_volume: ");
            REQUIRE(at != std::string::npos);
            return std::stod(told.substr(at + 12));
        };
        CHECK(loudest("-t 0.5") < -50);
        CHECK(loudest("-ss 0.5 -t 0.5") > -30);
        CHECK(loudest("-ss 1.3 -t 0.6") < -50);
    }
    CHECK(folder.entries().size() == 2); // no sound, no half film left lying about
}

TEST_CASE("Without ffmpeg a clip is a folder of pictures with their sound, and the person is told") {
    const Folder folder;
    const std::string file = folder / "pop.mp4";
    Process program(SPINESCOPE_PROGRAM, short_clip(file), {"PATH=/nowhere", driver_leaks, "LC_ALL=C"});
    REQUIRE(program.wait() == 0);
    CHECK(folder.entries() == std::vector<std::string>{"pop"});
    std::size_t pictures = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "pop"))
        pictures += entry.path().extension() == ".png" ? 1 : 0;
    CHECK(pictures == 10);
    CHECK(render::read_png(folder / "pop/frame-00010.png").width == 321);
    CHECK(std::filesystem::file_size(folder / "pop/sound.wav") > 100000);
}

TEST_CASE("A clip that cannot be made says why and leaves nothing") {
    const Folder folder;
    const Ran nowhere = run({"clip", "--output", folder / "no/such/folder/pop.mp4", "--seconds", "1"});
    CHECK(nowhere.status == 1);
    CHECK_THAT(nowhere.err, Contains("no/such/folder"));
    const Ran kind = run({"clip", "--output", folder / "pop.avi", "--seconds", "1"});
    CHECK(kind.status == 1);
    CHECK_THAT(kind.err, Contains(".mp4 or .webm"));
    CHECK(folder.entries().empty());
}

TEST_CASE("A handout says every step of its lesson, its questions, answers and sources, in each language") {
    const Folder folder;
    const std::string file = folder / "pop.pdf";
    const Ran ran = run({"handout", "--lesson", "what-is-the-pop", "--output", file});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const std::string text = printed_by("pdftotext -raw " + file + " -");
    for (const char* words :
         {"What is the pop?", "It comes from a facet joint", "A quick pull stretches the fluid",
          "What the pop tells, and what not", "Is the cavity filled with air from", "Answers",
          "It is gas that was dissolved", "Sources", "Kawchuk", "When to see a professional"})
        CHECK_THAT(text, Contains(words));
    CHECK_THAT(printed_by("pdfimages -list " + file), Contains("jpeg"));
    CHECK_THAT(printed_by("pdffonts " + file), Contains("Inter"));
    const Ran german = run({"handout", "--lesson", "what-is-the-pop", "--language", "de", "--output", file});
    REQUIRE(german.status == 0);
    CHECK_THAT(printed_by("pdftotext -raw " + file + " -"), Contains("Antworten"));
    const Ran none = run({"handout", "--lesson", "what-is-the-popp", "--output", file});
    CHECK(none.status == 1);
    CHECK_THAT(none.err, Contains("what-is-the-pop"));
    CHECK(folder.entries().size() == 1);
}

TEST_CASE("A picture drawn larger and reduced has the asked size, and its caption stands at its foot") {
    const Folder folder;
    const std::string bare = folder / "bare.png", told = folder / "told.png";
    REQUIRE(run({"render", "--resolution", "320x200", "--supersample", "2", "--output", bare}).status == 0);
    REQUIRE(run({"render", "--resolution", "320x200", "--caption", "L4", "--output", told}).status == 0);
    const render::Image without = render::read_png(bare), with = render::read_png(told);
    CHECK(without.width == 320);
    CHECK(without.height == 200);
    const auto brightest_at_foot = [](const render::Image& image) {
        return *std::max_element(image.rgba.end() - 20 * 4 * 320, image.rgba.end() - 5 * 4 * 320,
                                 [](auto a, auto b) { return (a == 255 ? 0 : a) < (b == 255 ? 0 : b); });
    };
    CHECK(brightest_at_foot(with) > 150);
    CHECK(run({"render", "--resolution", "4097x100", "--supersample", "2", "--output", bare}).status == 1);
}
