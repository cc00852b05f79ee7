#include "app/kept_session.hpp"
#include "desktop.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "tests/program.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace spinescope;
using app::KeptSession;

namespace {

KeptSession an_evening() {
    KeptSession kept;
    kept.preferences = {.language = "fr",
                        .interface_scale = 1.5f,
                        .reduced_motion = true,
                        .high_contrast = true,
                        .captions = false,
                        .welcome = false,
                        .hints_seen = {"find", "turn"}};
    kept.width = 1024;
    kept.height = 700;
    kept.mode = app::Mode::pop;
    kept.scenario = "too-soon";
    kept.theme = render::Theme::light;
    kept.sound = false;
    kept.layers_open = true;
    kept.timeline_height = 250.0f;
    kept.lesson = "tour";
    kept.lesson_step = 3;
    kept.view.emplace();
    kept.view->camera.azimuth_deg = 77;
    kept.view->hidden = {"L4"};
    return kept;
}

} // namespace

TEST_CASE("A session comes back as it was kept") {
    const KeptSession kept = an_evening();
    CHECK(app::kept_of(app::text_of(kept), "session.json") == kept);
    CHECK(app::kept_of(app::text_of(KeptSession()), "session.json") == KeptSession());
}

TEST_CASE("A damaged session is told, set aside and not lost") {
    const test::Folder folder;
    const std::string file = folder / "session.json";
    for (const auto& [text, named] :
         {std::pair(R"({"spinescope_session":1,"interface_scale":99})", "interface_scale"),
          std::pair(R"({"spinescope_session":1,"mode":"dance"})", "mode"),
          std::pair(R"({"spinescope_session":1,"view":{"target":[]}})", "view"),
          std::pair(R"({"spinescope_session":7})", "version"), std::pair("{\"spinescope_se", ":1:")}) {
        std::ofstream(file) << text;
        std::string trouble;
        CHECK(app::load_session(file, trouble) == KeptSession());
        CHECK_THAT(trouble, Catch::Contains(named));
        CHECK(files::read_whole(folder / "session.damaged.json") == text);
        CHECK_FALSE(std::filesystem::exists(file));
    }
}

TEST_CASE("No text makes a session of the impossible") {
    std::mt19937 dice(6);
    const std::string whole = app::text_of(an_evening());
    for (int round = 0; round < 2000; ++round) {
        std::string text = whole;
        for (unsigned i = 0; i <= dice() % 4; ++i) text[dice() % text.size()] = char(dice() % 128);
        if (dice() % 4 == 0) text.resize(dice() % text.size());
        try {
            const KeptSession kept = app::kept_of(text, "session.json");
            CHECK((kept.preferences.interface_scale >= 0.75f && kept.preferences.interface_scale <= 3));
            CHECK((kept.width >= 200 && kept.height >= 200));
        } catch (const Failure&) { // told
        }
    }
}

TEST_CASE("Killed while it saves, the program leaves a whole session") {
    const test::Folder folder;
    const std::string file = folder / "session.json";
    files::write_whole(file, app::text_of(KeptSession()));
    for (int round = 0; round < 12; ++round) {
        const pid_t writer = fork();
        REQUIRE(writer >= 0);
        if (writer == 0) {
            KeptSession kept = an_evening();
            for (std::size_t step = 1;; ++step) {
                kept.lesson_step = step % 1000;
                kept.view->hidden.assign(20 * (step % 50), "ligament.flavum.L4-L5");
                files::write_whole(file, app::text_of(kept));
            }
        }
        usleep(useconds_t(3000 + 700 * round));
        kill(writer, SIGKILL);
        waitpid(writer, nullptr, 0);
        CHECK_NOTHROW(app::kept_of(files::read_whole(file), file));
    }
}

TEST_CASE("The next start shows what the last one left, even when that was killed") {
    const test::Folder config;
    {
        test::Window window({}, {"XDG_CONFIG_HOME=" + config.path()});
        REQUIRE(window.program.says("all tissues there"));
        window.key("t");
        REQUIRE(window.program.says("light"));
        window.key("F3");
        REQUIRE(window.program.says("solved healthy-pop"));
        REQUIRE(window.program.says("session kept"));
        // ended without a chance to tidy up
    }
    const KeptSession left = app::kept_of(files::read_whole(config / "spinescope/session.json"), "it");
    CHECK(left.theme == render::Theme::light);
    CHECK(left.mode == app::Mode::pop);
    test::Window again({}, {"XDG_CONFIG_HOME=" + config.path()});
    REQUIRE(again.program.says("solved healthy-pop"));
}
