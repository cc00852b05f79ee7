#include "app/guidance.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace spinescope;

TEST_CASE("Every safer thing tells how, how often and when to stop, with its source") {
    const app::Guidance guidance = app::load_guidance();
    for (const char* name : {"cat-cow", "knee-rolls", "heat", "pelvic-tilt", "bridge", "walking",
                             "knee-to-chest", "thoracic-rotation"}) {
        INFO(name);
        const timeline::Exercise* exercise = app::exercise_named(guidance, name);
        REQUIRE(exercise != nullptr);
        REQUIRE(exercise->how.size() >= 3);
        REQUIRE_FALSE(exercise->dose.empty());
        REQUIRE_FALSE(exercise->stop.empty());
        REQUIRE(guidance.citation.knows(exercise->dose_source));
        // No safer thing loads the disc beyond what lifting tasks are held to (NIOSH: 3433 N).
        if (exercise->compression) REQUIRE(exercise->compression->value < guidance.safer.action_limit_N);
    }
}

TEST_CASE("Heat quiets muscles and does not loosen ligaments; nothing else claims a figure for guarding") {
    const app::Guidance guidance = app::load_guidance();
    for (const timeline::Exercise& exercise : guidance.safer.exercises) {
        INFO(exercise.name);
        REQUIRE(exercise.guarding_left.has_value() == (exercise.name == "heat"));
    }
    const timeline::Exercise* heat = app::exercise_named(guidance, "heat");
    REQUIRE(heat->guarding_left->value == Approx(0.725).margin(0.025)); // 25 to 30 % less
    REQUIRE(heat->viscous_time_left->value == Approx(0.8));
}

TEST_CASE("A tight back is led from each of the four reasons to exercises that there are") {
    const app::Guidance guidance = app::load_guidance();
    std::vector<std::string> reasons;
    for (const app::TightBack::Reason& reason : guidance.tight_back.reasons) {
        reasons.push_back(reason.reason);
        REQUIRE_FALSE(reason.suggestions.empty());
        for (const auto& suggestion : reason.suggestions) {
            REQUIRE(app::exercise_named(guidance, suggestion.exercise) != nullptr);
            REQUIRE_FALSE(suggestion.why.empty());
        }
        // What is too mobile already is not stretched.
        if (reason.reason == "mobile")
            for (const auto& suggestion : reason.suggestions)
                for (const char* stretch : {"knee-to-chest", "cat-cow", "knee-rolls"})
                    REQUIRE(suggestion.exercise != stretch);
    }
    REQUIRE(reasons == std::vector<std::string>{"guarded", "too-soon", "locked", "mobile"});
}

TEST_CASE("Emergencies stand first, and the program says that it does not diagnose") {
    const app::Professional professional = app::load_guidance().professional;
    REQUIRE(professional.groups.size() == 3);
    REQUIRE(professional.groups.front().urgency == app::Urgency::emergency);
    REQUIRE_FALSE(professional.groups.front().in_short.empty());
    REQUIRE(std::ranges::is_sorted(professional.groups, {}, &app::WarningSigns::urgency));
    REQUIRE(professional.disclaimer.str().find("does not diagnose") != std::string::npos);
    const auto told = [&](app::Urgency urgency, const std::string& word) {
        const auto group = std::ranges::find(professional.groups, urgency, &app::WarningSigns::urgency);
        return std::ranges::any_of(
            group->signs, [&](const std::string& sign) { return sign.find(word) != std::string::npos; });
    };
    // The signs of a cauda equina syndrome, and the others of the red-flag lists.
    for (const char* word : {"urination", "between the legs", "sexual", "both legs", "drops", "swallowing"})
        REQUIRE(told(app::Urgency::emergency, word));
    for (const char* word : {"walking", "cancer", "Fever", "fall", "neck"})
        REQUIRE(told(app::Urgency::urgent, word));
    for (const char* word : {"stiffness", "weeks", "tingling"}) REQUIRE(told(app::Urgency::soon, word));
}
