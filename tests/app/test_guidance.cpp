#include "app/guidance.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace spinescope;

TEST_CASE("Every safer approach tells how, how often and when to stop, with its source") {
    const app::Guidance guidance = app::load_guidance();
    for (const char* id : {"cat-cow", "knee-rolls", "heat", "pelvic-tilt", "bridge"})
        REQUIRE(std::ranges::count(guidance.safer.approaches, id, &app::Approach::id) == 1);
    for (const app::Approach& approach : guidance.safer.approaches) {
        INFO(approach.id);
        REQUIRE(approach.how.size() >= 3);
        REQUIRE_FALSE(approach.dose.empty());
        REQUIRE_FALSE(approach.stop.empty());
        REQUIRE_FALSE(approach.source.empty());
        // No safer thing loads the disc beyond what lifting tasks are held to (NIOSH: 3433 N).
        if (approach.compression) REQUIRE(approach.compression->newtons < 3433);
    }
}

TEST_CASE("Emergencies stand first, and the program says that it does not diagnose") {
    const app::Professional professional = app::load_guidance().professional;
    REQUIRE(professional.groups.size() == 3);
    REQUIRE(professional.groups.front().urgency == app::Urgency::emergency);
    REQUIRE(std::ranges::is_sorted(professional.groups, {}, &app::WarningSigns::urgency));
    REQUIRE(professional.disclaimer.find("does not diagnose") != std::string::npos);
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
