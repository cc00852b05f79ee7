#include "timeline/regimen.hpp"

#include "files/failure.hpp"
#include "timeline/schedule.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace spinescope;
using namespace spinescope::timeline;
using Catch::Contains;

namespace {

const std::string good = R"({"title": "T", "summary": "S.", "region": "lumbar",
    "parameters": {"repetitions": 10, "days": 5, "rotation_percent": 120}, "target": "L4-L5",
    "segments": {"L4-L5": {"resistance": 0.5}}})";

Regimen parsed(const std::string& text) {
    return parse_regimen(text, "mine", "mine.json");
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

} // namespace

TEST_CASE("A regimen is read from its file") {
    const Regimen regimen = parsed(good);
    CHECK(regimen.title == "T");
    REQUIRE(regimen.phases.size() == 1);
    CHECK(regimen.phases[0].repetitions == 10);
    CHECK(regimen.phases[0].manoeuvre.effort.rotation_deg == Approx(1.2));
    CHECK(mechanics::segment_name(*regimen.phases[0].manoeuvre.target) == "L4-L5");
    CHECK(value_of(regimen, "L4-L5.resistance") == 0.5);
    CHECK(value_of(regimen, "L3-L4.resistance") == 1);
}

TEST_CASE("Every regimen of the installation can be read") {
    for (const char* name : {"self-twist", "stretch", "targeted"}) {
        INFO(name);
        CHECK(names_regimen(name));
        CHECK_FALSE(load_regimen(name).summary.empty());
        CHECK_FALSE(schedule(load_regimen(name)).empty());
    }
    CHECK_FALSE(names_regimen("healthy-pop"));
    CHECK_THROWS_WITH(load_regimen("self-twst"), Contains("self-twist"));
}

TEST_CASE("A wrong regimen is refused with the place and the nearest right word") {
    const auto refused = [](const std::string& text, const std::string& says) {
        INFO(text.substr(0, 200));
        CHECK_THROWS_WITH(parsed(text), Contains("mine.json") && Contains(says));
    };
    refused("", "JSON");
    refused("[]", "object");
    refused(replaced(good, "\"region\"", "\"regoin\""), "region");
    refused(replaced(good, "lumbar", "lumbr"), "lumbar");
    refused(replaced(good, "\"title\": \"T\"", "\"title\": 3"), "title");
    refused(replaced(good, "repetitions", "repetition"), "repetitions");
    refused(replaced(good, "10,", "10.5,"), "whole");
    refused(replaced(good, "10,", "-1,"), "1");
    refused(replaced(good, "10,", "1e99,"), "1000");
    refused(replaced(good, "10,", "\"ten\","), "number");
    refused(replaced(good, "\"target\": \"L4-L5\"", "\"target\": \"L4-L6\""), "L4-L5");
    refused(replaced(good, "{\"L4-L5\"", "{\"L4-L6\""), "L4-L5");
    refused(replaced(good, "resistance", "resistence"), "resistance");
    CHECK_THROWS_WITH(
        [] {
            Regimen regimen = parsed(good);
            set(regimen, "every_min", 700);
            return schedule(regimen);
        }(),
        Contains("93"));
}

TEST_CASE("Damaged regimens are refused in words or read, never worse") {
    std::mt19937 random(5);
    int read = 0, refused = 0;
    for (int run = 0; run < 3000; ++run) {
        std::string text = good;
        for (int edits = 1 + int(random() % 4); edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
            case 0:
                text[at] = char(random() % 256);
                break;
            case 1:
                text.erase(at, 1 + random() % 9);
                break;
            default:
                text.insert(at, text.substr(random() % text.size(), random() % 20));
                break;
            }
            if (text.empty()) text = "{";
        }
        try {
            static_cast<void>(schedule(parsed(text)));
            ++read;
        } catch (const Failure& failure) {
            CHECK(std::string(failure.what()).size() < 1000);
            ++refused;
        }
    }
    CHECK(read > 10);
    CHECK(refused > 1000);
}

TEST_CASE("Days go by in order, their repetitions within waking hours") {
    Regimen regimen = parsed(good);
    set(regimen, "rest_days", 3);
    const std::vector<Appointment> all = schedule(regimen);
    CHECK(std::ranges::count(all, true, &Appointment::loaded) == 50);
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i].time_s > all[i - 1].time_s);
    for (const Appointment& appointment : all)
        if (appointment.loaded) CHECK(appointment.time_s - (appointment.day - 1) * 86400 <= waking_h * 3600);
    CHECK(all.back().time_s >= 7 * 86400);
    CHECK(all.back().repetition == 50);
}

TEST_CASE("A branch is the same until it parts") {
    const Regimen whole = load_regimen("self-twist");
    const Regimen stopped = branched(whole, 12, Then::stop, 10),
                  on = branched(whole, 12, Then::keep_forcing, 10),
                  safer = branched(whole, 12, Then::safer, 10);
    for (const Regimen* branch : {&stopped, &on, &safer}) {
        REQUIRE(branch->phases.size() == 2);
        CHECK(branch->phases[0].days == 12);
        CHECK(branch->phases[1].days == 28);
        CHECK(branch->phases[0].manoeuvre == whole.phases[0].manoeuvre);
    }
    CHECK(stopped.phases[1].repetitions == 0);
    CHECK(on.phases[1].repetitions == whole.phases[0].repetitions);
    CHECK(safer.phases[1].manoeuvre == load_regimen("stretch").phases[0].manoeuvre);
}
