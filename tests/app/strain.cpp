// What repetition does, without a window: its story, its ways on, its curves, its evidence.
#include "app/strain.hpp"
#include "app/course_tracks.hpp"
#include "app/evidence.hpp"
#include "timeline/course_story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace spinescope;
using Catch::Matchers::Contains;
using timeline::Course;
using timeline::Moment;

namespace {

constexpr std::size_t l3_l4 = 22, l4_l5 = 23;
constexpr double hour_s = 3600, day_s = 86400;

/// Two segments and three moments: day 1, and day 2 in the morning and after more twists.
Course made_up() {
    Course course;
    course.regimen = {.name = "made-up", .title = "Made up", .summary = "", .phases = {{}}, .makeup = {}};
    course.regimen.phases[0].manoeuvre.effort.rotation_deg = 1;
    course.regimen.makeup[l3_l4].resistance = 4;
    course.regimen.makeup[l4_l5].resistance = 0.5;
    for (const std::size_t i : {l3_l4, l4_l5})
        course.ligaments.push_back({"capsule." + mechanics::segment_name(i) + ".right", {}, i});
    for (const double time_s : {0.0, day_s, day_s + 5 * hour_s}) {
        Moment moment{.time_s = time_s,
                      .day = time_s < day_s ? 1 : 2,
                      .repetition = int(course.moments.size()) + 1,
                      .loaded = true,
                      .motions = mechanics::standing()};
        moment.segment[l3_l4].share = 0.2F;
        moment.segment[l4_l5].share = 0.8F;
        moment.segment[l4_l5].share_of_failure = 0.5F;
        moment.strain = {0.1F, 0.3F};
        course.moments.push_back(moment);
    }
    course.repetitions = 3;
    return course;
}

const timeline::Regimen& short_twists() {
    static const timeline::Regimen regimen = [] {
        timeline::Regimen made = timeline::load_regimen("self-twist");
        timeline::set(made, "days", 6);
        timeline::set(made, "repetitions", 8);
        return made;
    }();
    return regimen;
}

} // namespace

TEST_CASE("A story says that a segment has become laxer when it has, and what a night took back") {
    Course course = made_up();
    const auto& laws = app::wear_in_use();
    const auto told = [&] { return timeline::story_at(course, 2 * day_s, l4_l5, laws).wear; };
    CHECK_THAT(told(), Contains("no farther"));
    course.moments[2].segment[l4_l5].laxity = 0.10F;
    CHECK_THAT(told(), Contains("10 % farther") && Contains("night's rest takes that back"));
    course.moments[1].segment[l4_l5].laxity = 0.06F;
    CHECK_THAT(told(), Contains("10 % farther") && Contains("4 % of it came today"));
    course.moments[1].segment[l4_l5].laxity = 0.10F;
    CHECK_THAT(told(), Contains("did not take that back"));
    CHECK_THAT(told(), Contains("No ligament"));
    course.happenings.push_back({"hurt", day_s, l4_l5});
    CHECK_THAT(told(), Contains("On day 2"));
    CHECK_THAT(timeline::story_at(course, 2 * day_s, l3_l4, laws).wear, Contains("no farther"));
    CHECK_THAT(timeline::story_at(course, 0, l4_l5, laws).wear, Contains("No ligament"));
}

TEST_CASE("A story names what moves most and what is stiff, what pops, and what popped too lately") {
    Course course = made_up();
    const auto& laws = app::wear_in_use();
    course.moments[1].segment[l4_l5].popped_right = true;
    const auto at_first = timeline::story_at(course, 0, l4_l5, laws);
    CHECK(at_first.title == "Day 1, twist 1 of 3");
    CHECK_THAT(at_first.motion, Contains("Loose L4-L5 takes 80 %") && Contains("stiff L3-L4 20 %"));
    CHECK_THAT(at_first.joints, Contains("No joint pops"));
    const auto popping = timeline::story_at(course, day_s, l4_l5, laws);
    CHECK_THAT(popping.joints, Contains("L4-L5 right pops") && Contains("Stiff L3-L4 stays quiet"));
    CHECK(timeline::pops_today(course, day_s, l4_l5) == 1);
    course.moments[2].time_s = day_s + laws.pop_again_s / 2;
    const double soon_s = course.moments[2].time_s;
    CHECK_THAT(timeline::story_at(course, soon_s, l4_l5, laws).joints, Contains("too soon"));
    CHECK(timeline::since_pop_s(course, soon_s, l4_l5).value() == Approx(laws.pop_again_s / 2));
    CHECK_FALSE(timeline::since_pop_s(course, soon_s, l3_l4).has_value());
    CHECK_THAT(popping.mobility, Contains("stays within"));
    course.moments[2].segment[l4_l5].hypermobile = true;
    CHECK_THAT(timeline::story_at(course, soon_s, l4_l5, laws).mobility, Contains("conventions"));
}

TEST_CASE("The ways on agree with regimens that branch there, and with each other before") {
    const app::Branches ways = app::lived_branches({.regimen = short_twists(), .after_day = 3});
    const Course whole = app::lived_course(short_twists());
    for (const timeline::Then then :
         {timeline::Then::stop, timeline::Then::keep_forcing, timeline::Then::safer}) {
        INFO(app::words_of(then));
        const Course& way = ways.courses.at(std::size_t(then));
        const int more = 30 - 3;
        const Course alone = app::lived_course(timeline::branched(short_twists(), 3, then, more));
        REQUIRE(way.moments.size() == alone.moments.size());
        CHECK(way.moments.back().day == 33);
        for (const app::CourseTrack& track : app::course_tracks())
            for (const std::size_t day : {0, 2, 4, 20}) {
                const double time_s = double(day) * day_s;
                CHECK(track.value(timeline::at(way, time_s), l4_l5) ==
                      track.value(timeline::at(alone, time_s), l4_l5));
                if (day < 3)
                    CHECK(track.value(timeline::at(way, time_s), l4_l5) ==
                          track.value(timeline::at(whole, time_s), l4_l5));
                CHECK(timeline::ruler_position(way, time_s) ==
                      Approx(timeline::ruler_position(ways.courses[1], time_s)));
            }
    }
    // Stopped, nothing strains and nothing pops any more.
    const Course& stopped = ways.courses[std::size_t(timeline::Then::stop)];
    const auto& strain = app::course_tracks()[0];
    CHECK(strain.value(timeline::at(stopped, 10 * day_s), l4_l5) == 0);
    CHECK(timeline::pops_today(stopped, 10 * day_s, l4_l5) == 0);
}

TEST_CASE("Times of a course and their places on the ruler are inverse, days alike") {
    const Course course = app::lived_course(short_twists());
    double before = -1;
    for (const Moment& moment : course.moments) {
        const double place = timeline::ruler_position(course, moment.time_s);
        CHECK(place > before);
        before = place;
        CHECK(timeline::ruler_time(course, place) == Approx(moment.time_s).margin(1e-3));
    }
    CHECK(before == Approx(1));
    CHECK(timeline::ruler_position(course, 3 * day_s) == Approx(0.5));
}

TEST_CASE("A curve of days keeps its peaks in few columns, on a scale that holds all of it") {
    const Course course = app::lived_course(short_twists());
    const Course* const courses[] = {&course};
    const std::size_t segments[] = {l3_l4, l4_l5};
    for (const app::CourseTrack& track : app::course_tracks()) {
        INFO(track.name);
        const app::Scale scale = app::scale_of(track, courses, segments);
        double high = 0;
        for (const Moment& moment : course.moments) high = std::max(high, track.value(moment, l4_l5));
        CHECK(scale.high >= high);
        const auto line = app::line_of(track, scale, course, l4_l5, course, {}, 5);
        CHECK(line.size() <= 4 * 6);
        CHECK(std::ranges::is_sorted(line, {}, &app::LinePoint::screen));
        CHECK(std::ranges::max(line, {}, &app::LinePoint::height).height ==
              Approx(scale.height(high)).margin(1e-6));
    }
}

TEST_CASE("What is pressed in the scene chooses its segment") {
    CHECK(app::segment_of_structure("disc.L4-L5") == l4_l5);
    CHECK(app::segment_of_structure("capsule.L3-L4.left") == l3_l4);
    CHECK(app::segment_of_structure("L4") == l4_l5);
    CHECK_FALSE(app::segment_of_structure("sacrum").has_value());
    CHECK_FALSE(app::segment_of_structure("spinal-cord").has_value());
}

TEST_CASE("Every piece of evidence says how firm it is and who found it, and what is not known is said") {
    const app::Evidence evidence = app::load_evidence();
    CHECK(std::ranges::is_sorted(evidence.statements, {}, &app::Statement::firmness));
    for (const app::Firmness firmness :
         {app::Firmness::measured, app::Firmness::inferred, app::Firmness::disputed, app::Firmness::unknown})
        CHECK(std::ranges::count(evidence.statements, firmness, &app::Statement::firmness) > 0);
    for (const app::Statement& statement : evidence.statements) {
        INFO(statement.text.str());
        CHECK(statement.text.str().ends_with("."));
        CHECK(statement.sources.empty() == (statement.firmness == app::Firmness::unknown));
    }
}
