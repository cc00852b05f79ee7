// What a scenario, a regimen and an exercise are called, in the language in use; a person's own words win.
#include "files/installation.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "language/words.hpp"
#include "timeline/exercise.hpp"
#include "timeline/regimen.hpp"
#include "timeline/scenario.hpp"
#include "timeline/story.hpp"
#include "timeline/why.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace spinescope;
using namespace spinescope::timeline;

TEST_CASE("Titles, steps and postures follow the language; a file's own words do not") {
    const Scenario pop = load_scenario("healthy-pop");
    const Regimen twist = load_regimen("self-twist");
    const Exercise bridge = load_exercise("bridge"), walk = load_exercise("walking");
    std::string text = files::read_whole(files::asset("scenarios/healthy-pop.json"));
    text.insert(text.find('{') + 1, R"("title": "My own",)");
    const Scenario own = parse_scenario(text, "healthy-pop", "mine.json");
    CHECK(pop.title.str() == "Healthy pop");
    CHECK(walk.postures.back().words.str() == "An easy step, arms swinging");

    language::learn("x2", {{"scenarios.healthy-pop.title", "Knacken"},
                           {"scenarios.healthy-pop.summary", "So geht es."},
                           {"regimens.self-twist.title", "Verdrehen"},
                           {"exercises.bridge.how.1", "Hoch"},
                           {"exercises.bridge.postures.0", "Aus"},
                           {"exercises.walking.postures.0", "Ein Schritt"}});
    language::use("x2");
    CHECK(pop.title.str() == "Knacken");
    CHECK(twist.title.str() == "Verdrehen");
    CHECK(twist.summary.str().starts_with("Slumped")); // what it lacks is English
    CHECK(bridge.how.at(1).str() == "Hoch");
    CHECK(bridge.how.at(0).str().starts_with("Lie on your back"));
    CHECK(bridge.postures.at(0).words.str() == "Aus");
    CHECK(walk.postures.back().words.str() == "Ein Schritt"); // beyond the list: like the last
    CHECK(own.title.str() == "My own");
    CHECK(own.summary.str() == "So geht es.");
    language::use("en");
    CHECK(pop.title.str() == "Healthy pop");
}

TEST_CASE("What happened is told in the language in use, numbers as it writes them, also of a trace solved "
          "before") {
    const Trace trace = solve(load_scenario("several-joints"));
    const std::string english = why(trace), table = csv(trace);
    language::learn("x3", {{"language.decimal_mark", ","},
                           {"story.joint.right", "{segment} rechts"},
                           {"story.event.pop", "Knack {joint}"},
                           {"story.why.joints.first", "{joint} zuerst"},
                           {"story.chapter.preload", "Vorspannung"},
                           {"story.preload.title", "Erst straff"}});
    language::use("x3");
    CHECK_THAT(why(trace),
               Catch::Contains("L4-L5 rechts zuerst") && Catch::Contains("more than its nuclei of 0,10 µm"));
    CHECK(told(Event{.id = "pop.facet.L3-L4.right"}) == "Knack L3-L4 rechts");
    CHECK(told(Event{.id = "sound"}) == "The crack");
    CHECK(trace.chapters.front().title.str() == "Vorspannung");
    CHECK(story_at(trace, 0.5).title == "Erst straff");
    CHECK(csv(trace) == table); // files keep the point
    language::use("en");
    CHECK(why(trace) == english);
}

TEST_CASE("No language tells of a scenario, a regimen or an exercise that is not there") {
    std::set<std::string> known;
    for (const auto& [file, names] :
         {std::pair("scenarios.", scenario_names()), std::pair("regimens.", regimen_names()),
          std::pair("exercises.", exercise_names())})
        for (const std::string& name : names) known.insert(file + name);
    for (const std::string& code : language::codes())
        for (const auto& [key, words] : language::load_words(files::asset("languages") / code))
            for (const char* file : {"scenarios.", "regimens.", "exercises."})
                if (key.starts_with(file)) {
                    CAPTURE(code, key);
                    CHECK(known.contains(key.substr(0, key.find('.', std::string(file).size()))));
                }
}
