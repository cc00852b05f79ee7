// No word is cut off at the edge of what holds it: every panel, in every language, at every size of letters.
#include "app/session.hpp"
#include "app/take_home/take_home.hpp"
#include "app/window/interface.hpp"
#include "app/window/layout.hpp"
#include "app/window/offscreen_interface.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "render/image.hpp"
#include "render/offscreen_context.hpp"
#include "timeline/performance.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <imgui.h>

using namespace spinescope;
using namespace spinescope::app;

namespace {

struct Place {
    const char* name;
    std::function<void(Session&)> open, close;
};

std::vector<Place> places(const timeline::Trace& trace, const timeline::Course& course) {
    const auto explore = [](Session& session) { open_mode(session, Mode::explore); };
    return {
        {"explore", explore, explore},
        {"explore with a vertebra", [](Session& s) { select(s, s.stage.model.find("L4")); },
         [](Session& s) { select(s, std::nullopt); }},
        {"bending", [](Session& s) { s.tool = Session::Tool::bend; },
         [](Session& s) { s.tool = Session::Tool::none; }},
        {"cutting", toggle_cut, toggle_cut},
        {"pop",
         [&](Session& s) {
             take_trace(s, trace);
             open_mode(s, Mode::pop);
             jump(s, 0.5);
         },
         explore},
        {"sound",
         [](Session& s) {
             open_mode(s, Mode::pop);
             toggle_sound_view(s);
         },
         [&](Session& s) {
             toggle_sound_view(s);
             open_mode(s, Mode::explore);
         }},
        {"strain",
         [&](Session& s) {
             s.strain.tried = timeline::load_regimen("self-twist");
             take_course(s, course);
             open_mode(s, Mode::strain);
             jump(s, 0.4);
         },
         explore},
        {"safer", [](Session& s) { open_mode(s, Mode::safer); }, explore},
        {"professional", [](Session& s) { s.professional_open = true; },
         [](Session& s) { s.professional_open = false; }},
        {"settings", [](Session& s) { s.settings_open = true; }, [](Session& s) { s.settings_open = false; }},
        {"help", [](Session& s) { s.help = true; }, [](Session& s) { s.help = false; }},
        {"take home", choose_take_home, choose_take_home},
        {"lessons", choose_lesson, choose_lesson},
        {"a lesson", [](Session& s) { open_lesson(s, "what-is-the-pop", 3); }, leave_lesson},
        {"another lesson", [](Session& s) { open_lesson(s, "when-to-see-someone", 7); }, leave_lesson},
        {"quizzes", choose_quiz, choose_quiz},
        {"a question", [](Session& s) { open_quiz(s, "when-to-see-someone", 1); }, leave_quiz},
        {"another question", [](Session& s) { open_quiz(s, "tour-of-the-spine", 2); }, leave_quiz},
        {"a score",
         [](Session& s) {
             open_quiz(s, "when-to-see-someone", 1);
             while (asks(s.quizzing)) {
                 const Asked& asked = *shown_question(s.quizzing);
                 give(s, (asked.right + 1) % asked.choices.size());
                 next_question(s);
             }
         },
         leave_quiz},
        {"the finder", open_finder, close_finder},
        {"what was found",
         [](Session& s) {
             open_finder(s);
             for (const char letter : std::string("lumb")) type_in_finder(s.finder, unsigned(letter));
         },
         close_finder},
        {"a hint",
         [](Session& s) {
             s.hints.wanted = true;
             s.preferences.hints_seen.clear();
         },
         [](Session& s) { s.hints.wanted = false; }},
        {"a notice",
         [](Session& s) {
             s.notice = "/home/pupil/.config/spinescope/session.json:1: is not valid JSON; check commas, "
                        "quotes and numbers there; it is kept as "
                        "/home/pupil/.config/spinescope/session.damaged.json";
         },
         [](Session& s) { s.notice.clear(); }},
        {"the opening screen", [](Session& s) { s.welcome.open = true; }, leave_welcome},
    };
}

} // namespace

TEST_CASE("Words that are cut off are found, and those that scroll away are not") {
    const render::OffscreenContext context;
    OffscreenInterface drawing(400, 300, 1);
    const auto say_in = [&](float width, float height) {
        drawing.lay_out([&] {
            ImGui::SetNextWindowPos({10, 10});
            ImGui::SetNextWindowSize({width, height});
            ImGui::Begin("##narrow", nullptr, ImGuiWindowFlags_NoDecoration);
            for (int line = 0; line < 9; ++line) ImGui::TextUnformatted("zygapophysial");
            ImGui::End();
        });
        return drawing.words_cut_off();
    };
    CHECK(say_in(300, 60).empty());
    // A letter's own side may happen to lie at the edge, but not at every one.
    int found = 0;
    for (const float width : {60.0f, 64.0f, 68.0f, 72.0f, 76.0f, 80.0f}) {
        const std::vector<std::string> cut = say_in(width, 60);
        if (cut.empty()) continue;
        ++found;
        CHECK(cut.front().find("zyg") != std::string::npos);
    }
    CHECK(found >= 3);
}

TEST_CASE("No word is cut off at 100, 150 and 200 %, in any panel and language") {
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(spine_at_first_sight(), installed_joints()), load_guidance());
    session.preferences.reduced_motion = true;
    session.exercise.strip = StrainStrip(); // what fills it in the window takes a while
    const timeline::Trace trace = timeline::solve(timeline::load_scenario("healthy-pop"));
    const timeline::Course course = lived_course(timeline::load_regimen("self-twist"));
    std::vector<std::size_t> everything;
    for (std::size_t i = 0; i < session.visibility.size(); ++i) everything.push_back(i);
    constexpr struct {
        int width, height;
        float scale;
    } windows[] = {{1280, 800, 1}, {1280, 800, 1.5f}, {1280, 800, 2}, {1024, 700, 1}};
    for (const auto& window : windows) {
        OffscreenInterface drawing(window.width, window.height, window.scale);
        for (const std::string& code : language::codes()) {
            speak(session, code);
            for (const Place& place : places(trace, course)) {
                place.open(session);
                session.visibility.set(everything, scene::Showing::hidden); // words alone take less time
                (void)pass_time(session, 1);
                drawing.lay_out([&] { draw_interface(session, float(window.width), float(window.height)); },
                                3);
                INFO(place.name << " in " << code << " at " << window.scale);
                if (const char* folder = std::getenv("SPINESCOPE_PICTURES")) { // to look at them all
                    const std::string name = std::string(place.name) + ' ' + code + ' ' +
                                             std::to_string(window.width) + ' ' +
                                             std::to_string(int(100 * window.scale)) + ".png";
                    const auto draw = [&] {
                        draw_interface(session, float(window.width), float(window.height));
                    };
                    files::write_whole(std::filesystem::path(folder) / name,
                                       render::png(drawing.picture(draw)));
                }
                const std::vector<std::string> none;
                CHECK(drawing.words_cut_off() == none);
                CHECK(drawing.words_on_words() == none);
                CHECK(drawing.out_of_reach() == none);
                place.close(session);
            }
        }
    }
    language::use("en");
}

TEST_CASE("In front of a class a step's words stand there at once, its question and answer with them") {
    const render::OffscreenContext context;
    render::Renderer renderer;
    Session session(renderer, set_stage(spine_at_first_sight(), installed_joints()), load_guidance());
    session.preferences.reduced_motion = true;
    session.full_screen = true;
    session.exercise.strip = StrainStrip();
    constexpr int width = 1920, height = 1080;
    OffscreenInterface drawing(width, height, presented_scale(height));
    std::vector<std::string> trouble;
    for (const std::string& code : language::codes()) {
        speak(session, code);
        for (const Lesson& lesson : load_lessons(trouble))
            for (std::size_t step = 0; step < lesson.steps.size(); ++step) {
                open_lesson(session, lesson, step);
                session.teaching.answer = true;
                drawing.lay_out([&] { draw_interface(session, width, height); }, 3);
                INFO(lesson.name << " " << step + 1 << " in " << code);
                for (const std::string& part : drawing.scrolling())
                    CHECK_THAT(part, !Catch::StartsWith("##lesson"));
                leave_lesson(session);
            }
    }
    CHECK(trouble.empty());
    language::use("en");
}
