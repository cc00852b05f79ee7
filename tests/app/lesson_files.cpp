#include "app/lessons/lesson.hpp"
#include "app/stage.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "tests/program.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace spinescope;
using namespace spinescope::app;

namespace {

const std::string good = R"({
 "order": 3, "title": "Mine", "summary": "short",
 "steps": [
  {"id": "one", "text": "words", "view": "left", "at": ["L4"], "nearer": 2, "labels": ["L4"],
   "highlight": ["disc.L4-L5"], "layers": "bone,nerve=0.5", "explode": 0.5, "sources": ["gray2016"]},
  {"id": "two", "scenario": "healthy-pop", "event": "snap", "time_s": 0.001, "plays": true},
  {"id": "three", "regimen": "self-twist", "day": 2},
  {"id": "four", "exercise": "cat-cow", "professional": true}
 ]
})";

Lesson parsed(const std::string& text) {
    return parse_lesson(text, "mine", "mine.json");
}

std::string complaint(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    try {
        const Lesson lesson = parsed(text);
        static const scene::Model spine = whole_spine();
        check_names(lesson, spine, text, "mine.json");
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "";
}

} // namespace

TEST_CASE("a lesson says what its file says") {
    const Lesson lesson = parsed(good);
    CHECK(lesson.order == 3);
    CHECK(title_of(lesson) == "Mine");
    REQUIRE(lesson.steps.size() == 4);
    CHECK(text_of(lesson, lesson.steps[0]) == "words");
    CHECK(lesson.steps[0].view.from == scene::StandardView::left);
    CHECK(lesson.steps[1].mode == Mode::pop);
    CHECK(lesson.steps[2].time_s == 2);
    CHECK(lesson.steps[3].professional);
    CHECK(complaint(good, "\"order\": 3", "\"order\": 4").empty());
}

TEST_CASE("what is wrong with a lesson is told with file, line, field and the nearest word") {
    struct Wrong {
        const char *from, *to, *line, *field, *word;
    };
    for (const Wrong& wrong : {Wrong{"\"text\"", "\"txet\"", ":4:", "steps.0.txet", "'text'"},
                               Wrong{"\"left\"", "\"lfet\"", ":4:", "view", "'left'"},
                               Wrong{"\"nearer\": 2", "\"nearer\": 200", ":4:", "nearer", "0.2"},
                               Wrong{"0.5, \"sources\"", "\"far\", \"sources\"", ":5:", "explode", "number"},
                               Wrong{"healthy-pop", "helthy-pop", ":6:", "scenario", "healthy-pop"},
                               Wrong{"self-twist", "self-twits", ":7:", "regimen", "self-twist"},
                               Wrong{"cat-cow", "cat-cwo", ":8:", "exercise", "cat-cow"},
                               Wrong{"\"two\"", "\"one\"", ":6:", "id", "twice"},
                               Wrong{"\"snap\"", "\"snpa\"", ":6:", "event", "snap"},
                               Wrong{"[\"L4\"], \"nearer\"", "[\"L44\"], \"nearer\"", ":4:", "at", "L4"},
                               Wrong{"gray2016", "grey2016", ":5:", "sources", "grey2016"},
                               Wrong{"\"plays\": true", "\"plays\": 1", ":6:", "plays", "true or false"}}) {
        const std::string told = complaint(good, wrong.from, wrong.to);
        INFO(wrong.to << " -> " << told);
        CHECK_THAT(told, Catch::StartsWith("mine.json") && Catch::Contains(wrong.line) &&
                             Catch::Contains(wrong.field) && Catch::Contains(wrong.word));
    }
    CHECK_THROWS_WITH(parsed("{\n\"steps\": [,]}"), Catch::Contains("mine.json:2"));
    CHECK_THROWS_AS(parsed("{\"steps\": []}"), Failure);
}

TEST_CASE("bytes changed at random make a lesson or a Failure, never anything else") {
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string text = good;
        for (int k = 0; k < 3; ++k) text[random() % text.size()] = char(random() % 256);
        try {
            const Lesson lesson = parsed(text);
            CHECK_FALSE(lesson.steps.empty());
        } catch (const Failure&) {
        }
    }
}

TEST_CASE("the lessons of the installation are right, and every step has its words and sources") {
    std::vector<std::string> trouble;
    const scene::Model spine = whole_spine();
    const std::vector<std::string> names = files::json_names("lessons");
    CHECK(names.size() == 6);
    for (const std::string& name : names) {
        INFO(name);
        const Lesson lesson = load_lesson(name);
        check_names(lesson, spine, files::read_whole(lesson.file), name);
        CHECK(language::has("lessons." + name + ".title"));
        CHECK(language::has("lessons." + name + ".summary"));
        CHECK((lesson.steps.size() >= 6 && lesson.steps.size() <= 9));
        for (const LessonStep& step : lesson.steps) {
            INFO(step.id);
            CHECK_FALSE(title_of(lesson, step).empty());
            CHECK(text_of(lesson, step).size() > 60);
            CHECK(text_of(lesson, step).size() < 330); // to be read from the last row
            CHECK(question_of(lesson, step).empty() == answer_of(lesson, step).empty());
            CHECK_FALSE(step.sources.empty());
        }
    }
}
