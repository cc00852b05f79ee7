// Quizzes: their files, the seed, the score, the results.
#include "app/quiz/quiz.hpp"
#include "app/stage.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "tests/program.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <set>

using namespace spinescope;

namespace {

const scene::Model& spine() {
    static const scene::Model model = app::whole_spine();
    return model;
}

const std::string small = R"({"title": "Small", "questions": [
  {"id": "a", "kind": "find", "structures": ["L1", "L2", "L3"], "among": "lumbar"},
  {"id": "b", "kind": "name", "structures": ["T1", "T2", "T3"]},
  {"id": "c", "kind": "next", "scenario": "healthy-pop", "event": "sound", "sources": "model",
   "question": "What?", "answers": ["It, \"cracks\"", "b", "c", "d"], "reason": "So"},
  {"id": "d", "kind": "true-false", "true": false, "sources": ["model"], "question": "Flat?", "reason": "No"}]})";

app::QuizSet set_of(const std::string& text) {
    return app::parse_quiz(text, "small", "small.json");
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = small;
    return text.replace(text.find(from), from.size(), to);
}

/// RFC 4180: rows of cells.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (quoted && csv.compare(i, 2, "\"\"") == 0)
            rows.back().back() += csv[i++];
        else if (csv[i] == '"')
            quoted = !quoted;
        else if (!quoted && csv[i] == ',')
            rows.back().emplace_back();
        else if (!quoted && csv.compare(i, 2, "\r\n") == 0) {
            rows.push_back({""});
            ++i;
        } else
            rows.back().back() += csv[i];
    }
    rows.pop_back();
    return rows;
}

} // namespace

TEST_CASE("Every quiz of the installation is whole: names, events, sources, four answers, one right") {
    const files::Citations citations = files::Citations::load(files::asset("sources.json"));
    const std::vector<std::string> names = files::json_names("quizzes");
    REQUIRE(names.size() == 7);
    for (const std::string& name : names) {
        INFO(name);
        const app::QuizSet set = app::load_quiz(name);
        CHECK(set.questions.size() >= 8);
        REQUIRE_NOTHROW(app::check_quiz(set, spine(), citations, name));
        for (const std::uint64_t seed : {1, 2, 3}) {
            const app::Quiz quiz = app::make_quiz(set, spine(), seed);
            for (const app::Asked& asked : quiz.asked) {
                const app::QuizQuestion& question = app::question_of(quiz, asked);
                INFO(question.id);
                std::set<std::string> told;
                for (std::size_t i = 0; i < asked.choices.size(); ++i)
                    told.insert(app::told_choice(quiz, asked, i, spine()));
                CHECK(told.size() == asked.choices.size());
                if (question.kind == app::QuestionKind::name || question.kind == app::QuestionKind::next)
                    CHECK(told.size() == 4);
                if (!asked.structure.empty()) CHECK(asked.choices[asked.right] == asked.structure);
                CHECK_FALSE(app::told_reason(quiz, asked, spine()).empty());
            }
        }
    }
}

TEST_CASE("A seed makes the same quiz again, another one another") {
    const app::QuizSet set = app::load_quiz("whole-spine");
    const app::Quiz quiz = app::make_quiz(set, spine(), 7);
    CHECK(app::make_quiz(set, spine(), 7).asked == quiz.asked);
    CHECK(app::make_quiz(set, spine(), 8).asked != quiz.asked);
    // Also on other machines: the engine and the way it is used are fixed.
    const app::Quiz fixed = app::make_quiz(set_of(small), spine(), 7);
    std::string order;
    for (const app::Asked& asked : fixed.asked)
        order += app::question_of(fixed, asked).id + std::to_string(asked.right) + asked.structure + " ";
    CHECK(order == "d1 b1T1 a0L1 c2 ");
}

TEST_CASE("The score counts what was right and keeps what was missed, and the results read back") {
    app::Quiz quiz = app::make_quiz(set_of(small), spine(), 3);
    for (std::size_t i = 0; i < 5; ++i) app::answer(quiz, i % 2 == 0, "It, \"cracks\"\nloudly", 1.25);
    CHECK(quiz.given.size() == 4);
    CHECK(app::score(quiz) == 2);
    CHECK(app::missed(quiz) == std::vector<std::size_t>{1, 3});
    const auto rows = rows_of(app::results_csv(quiz, spine(), "Zoë, 7b"));
    REQUIRE(rows.size() == 5);
    CHECK(rows[0][5] == "right");
    for (const auto& row : rows) REQUIRE(row.size() == 8);
    CHECK(rows[1][1] == "3");
    CHECK(rows[1][4] == "It, \"cracks\"\nloudly");
    CHECK(rows[1][5] == "yes");
    CHECK(rows[2][5] == "no");
    CHECK(rows[1][7] == "Zoë, 7b");
}

TEST_CASE("A malformed quiz is refused with its file and field") {
    const files::Citations citations = files::Citations::load(files::asset("sources.json"));
    for (const auto& [text, named] : {std::pair(changed("\"find\"", "\"fetch\""), "questions.0: kind"),
                                      std::pair(changed("\"id\": \"b\"", "\"id\": \"a\""), "questions.1: id"),
                                      std::pair(changed("\"L1\", ", "\"L9\", "), "structures"),
                                      std::pair(changed("\"sound\"", "\"bang\""), "event"),
                                      std::pair(changed("\"healthy-pop\"", "\"no-pop\""), "scenario"),
                                      std::pair(changed("[\"model\"]", "[\"hearsay\"]"), "sources"),
                                      std::pair(changed(", \"d\"]", "]"), "answers"),
                                      std::pair(changed(", \"d\"]", ", \"b\"]"), "answers"),
                                      std::pair(changed("\"true\": false", "\"true\": 0"), "true"),
                                      std::pair(changed("\"Flat?\"", "7"), "question"),
                                      std::pair(std::string("{\"questions\": ["), ":1")})
        CHECK_THROWS_WITH(app::check_quiz(set_of(text), spine(), citations, "small.json"),
                          Catch::Contains("small.json") && Catch::Contains(named));
}

TEST_CASE("Quiz files changed by chance are read or refused, never worse") {
    std::mt19937 chance(6);
    for (int round = 0; round < 2000; ++round) {
        std::string text = small;
        for (unsigned i = 0; i <= chance() % 4; ++i) text[chance() % text.size()] = char(chance() % 128);
        if (chance() % 4 == 0) text.resize(chance() % text.size());
        try {
            const app::QuizSet set = set_of(text);
            CHECK_FALSE(set.questions.empty());
        } catch (const Failure&) { // told
        }
    }
}

TEST_CASE("On paper the quiz is the same for the same seed, and a wrong file is told") {
    const test::Ran text = test::run({"quiz", "--set", "what-is-the-pop", "--seed", "4"});
    CHECK(text.status == 0);
    CHECK_THAT(text.out, Catch::Contains("Answers") && Catch::Contains("Kawchuk"));
    CHECK(test::run({"quiz", "--set", "what-is-the-pop", "--seed", "4"}).out == text.out);
    CHECK(test::run({"quiz", "--set", "what-is-the-pop", "--seed", "5"}).out != text.out);
    const test::Folder folder;
    std::ofstream(folder / "mine.json") << changed("\"find\"", "\"fetch\"");
    const test::Ran wrong = test::run({"quiz", "--check", folder / "mine.json"});
    CHECK(wrong.status == 1);
    CHECK_THAT(wrong.err, Catch::Contains("mine.json: questions.0: kind") && Catch::Contains("find"));
    CHECK_THAT(test::run({"quiz", "--list"}).out, Catch::Contains("The whole spine, 11"));
}
