// Safer movements: within what living spines do, below a forced twist, on the floor, without jumps.
#include "timeline/burden.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/staged_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <random>

using namespace spinescope;
using namespace spinescope::timeline;

namespace {

const mechanics::SpineModel& model() {
    static const mechanics::SpineModel spine = mechanics::installed_spine_model();
    return spine;
}

/// All exercises, solved once.
const std::vector<Performance>& performances() {
    static const std::vector<Performance> all = [] {
        std::vector<Performance> made;
        for (const std::string& name : exercise_names())
            made.push_back(performed(model(), load_exercise(name)));
        return made;
    }();
    return all;
}

const Performance& performance(std::string_view name) {
    return *std::ranges::find_if(performances(),
                                 [&](const Performance& p) { return p.exercise.name == name; });
}

/// Lowest point of a part of the body above the floor, m.
double lowest(const BodyPose& body, anatomy::BodyPart part) {
    static const std::vector<anatomy::Mesh> meshes = [] {
        std::vector<anatomy::Mesh> all;
        for (std::size_t i = 0; i < anatomy::body_parts; ++i)
            all.push_back(anatomy::body_part_mesh(static_cast<anatomy::BodyPart>(i)));
        return all;
    }();
    float low = 1e3F;
    for (const glm::vec3& p : meshes.at(static_cast<std::size_t>(part)).positions)
        low = std::min(low, (body.parts.at(static_cast<std::size_t>(part)) * glm::vec4(p, 1)).y);
    return double(low);
}

mechanics::Turn turned_in(const mechanics::Motions& motions, const mechanics::Region& region) {
    mechanics::Turn whole;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        const mechanics::Turn turn = mechanics::turn_of(motions[i]);
        whole.flexion_deg += turn.flexion_deg;
        whole.rotation_deg += turn.rotation_deg;
    }
    return whole;
}

glm::vec3 joint(const BodyPose& body, anatomy::BodyPart part) {
    return glm::vec3(body.parts.at(static_cast<std::size_t>(part))[3]);
}

/// The instant at which a posture is reached.
double reached_s(const Exercise& exercise, std::size_t posture) {
    double time = 0;
    for (std::size_t i = 0; i <= posture; ++i)
        time += exercise.postures[i].move_s + (i < posture ? exercise.postures[i].hold_s : 0);
    return time;
}

} // namespace

TEST_CASE("Every exercise stays within the range of every segment, all the time") {
    for (const Performance& p : performances())
        for (const mechanics::Motions& motions : p.motions)
            for (std::size_t i = 0; i < mechanics::segments; ++i) {
                const mechanics::Turn turn = mechanics::turn_of(motions[i]);
                const mechanics::Range& range = model()[i].range;
                INFO(p.exercise.name << " at " << model()[i].name);
                REQUIRE(turn.flexion_deg <= range.flexion_deg);
                REQUIRE(-turn.flexion_deg <= range.extension_deg);
                REQUIRE(std::abs(turn.side_bend_deg) <= range.side_bend_deg);
                REQUIRE(std::abs(turn.rotation_deg) <= range.rotation_deg);
            }
}

TEST_CASE("Every exercise strains the back less than a forced self-twist does") {
    const Burden twist = burden_of_self_twist(model());
    for (const Performance& p : performances()) {
        const Burden own = burden(model(), p);
        INFO(p.exercise.name << ": " << own.ligament << " " << own.share_of_failure);
        REQUIRE(own.share_of_failure > 0);
        REQUIRE(own.share_of_failure < twist.share_of_failure);
        REQUIRE(own.disc_N < twist.disc_N);
    }
}

TEST_CASE("Nothing sinks into the floor, and what bears rests on it") {
    using enum anatomy::BodyPart;
    constexpr double near = 0.010; // m
    for (const Performance& p : performances())
        for (std::size_t i = 0; i < p.body.size(); i += 3) {
            const BodyPose& body = p.body[i];
            INFO(p.exercise.name << " at " << p.time_s[i] << " s");
            for (std::size_t part = 1; part < anatomy::body_parts; ++part)
                REQUIRE(lowest(body, static_cast<anatomy::BodyPart>(part)) > -0.002);
            REQUIRE(std::min(lowest(body, right_foot), lowest(body, left_foot)) < near);
            if (p.exercise.position == Position::all_fours)
                for (const auto part : {right_hand, left_hand, right_shank, left_shank})
                    REQUIRE(lowest(body, part) < near);
            if (p.exercise.position != Position::lying) continue;
            REQUIRE(std::abs(height_of_head(glm::dmat4(body.posture.moved[0]))) < near);
            double back = 1;
            for (const BackPoint& point : back_points())
                back = std::min(back, double((anatomy::motion_at(body.posture, point.ride) *
                                              glm::vec4(glm::vec3(point.at), 1))
                                                 .y));
            REQUIRE(std::abs(back) < near);
        }
}

TEST_CASE("An exercise goes round without a jump") {
    for (const Performance& p : performances()) {
        INFO(p.exercise.name);
        const double cycle = cycle_s(p.exercise);
        REQUIRE(p.time_s.front() == 0);
        REQUIRE(p.time_s.back() == Approx(cycle));
        double fastest = 0;
        for (std::size_t i = 1; i < p.body.size(); ++i)
            for (std::size_t part = 0; part < anatomy::body_parts; ++part)
                fastest = std::max(fastest, double(glm::distance(glm::vec3(p.body[i].parts[part][3]),
                                                                 glm::vec3(p.body[i - 1].parts[part][3]))) /
                                                (p.time_s[i] - p.time_s[i - 1]));
        REQUIRE(fastest < 4); // m/s: a swinging foot is the quickest
        const BodyPose end = at(p, cycle - 1e-7), begin = at(p, cycle);
        for (std::size_t part = 0; part < anatomy::body_parts; ++part)
            REQUIRE(glm::distance(glm::vec3(end.parts[part][3]), glm::vec3(begin.parts[part][3])) < 1e-4F);
    }
}

TEST_CASE("Postures are what their names say") {
    using enum anatomy::BodyPart;
    const auto motions = [](const Performance& p, std::size_t posture) {
        return motions_at(p, reached_s(p.exercise, posture));
    };
    const Performance& cat_cow = performance("cat-cow");
    REQUIRE(turned_in(motions(cat_cow, 0), mechanics::lumbar).flexion_deg < -5); // cow: hollow
    REQUIRE(turned_in(motions(cat_cow, 1), mechanics::lumbar).flexion_deg > 20); // cat: round

    // Rotation in thoracic rotation comes from the chest, not from the lower back.
    const mechanics::Motions chest = motions(performance("thoracic-rotation"), 0);
    REQUIRE(turned_in(chest, mechanics::thoracic).rotation_deg >
            5 * turned_in(chest, mechanics::lumbar).rotation_deg);

    // Knees roll, the pelvis goes along, the shoulders stay.
    const Performance& rolls = performance("knee-rolls");
    const BodyPose rolled = at(rolls, reached_s(rolls.exercise, 0)), middle = at(rolls, 0);
    REQUIRE(joint(rolled, right_shank).z - joint(middle, right_shank).z > 0.15F);
    const auto right_of = [](const BodyPose& body, float ride) {
        return glm::vec3(anatomy::motion_at(body.posture, ride) * glm::vec4(0, 0, 1, 0));
    };
    REQUIRE(std::abs(right_of(rolled, anatomy::ride_of("T4")).y) < 0.02F);
    REQUIRE(std::abs(right_of(rolled, anatomy::sacrum_ride).y) > 0.15F);

    // A bridge is straight from the shoulders over the hips to the knees.
    const Performance& bridge = performance("bridge");
    const BodyPose up = at(bridge, reached_s(bridge.exercise, 0));
    const glm::vec3 hip = joint(up, right_thigh);
    REQUIRE(glm::dot(glm::normalize(joint(up, right_upper_arm) - hip),
                     glm::normalize(joint(up, right_shank) - hip)) < -0.94F); // within 20 degrees

    // Walking, one half of the cycle mirrors the other.
    const Performance& walk = performance("walking");
    const double half = cycle_s(walk.exercise) / 2;
    REQUIRE(turned_in(motions_at(walk, 0.14), mechanics::lumbar).rotation_deg ==
            Approx(-turned_in(motions_at(walk, 0.14 + half), mechanics::lumbar).rotation_deg).margin(1e-3));
}

TEST_CASE("Breath, holds and repetitions are counted") {
    const Exercise exercise = load_exercise("pelvic-tilt"); // 3 s, held 4 s, 3 s back
    REQUIRE(cycle_s(exercise) == Approx(10));
    const Pace moving = pace(exercise, 1.5), held = pace(exercise, 4), second = pace(exercise, 12);
    REQUIRE_FALSE(moving.held);
    REQUIRE(moving.share == Approx(0.5));
    REQUIRE(held.held);
    REQUIRE(held.left_s == Approx(3));
    REQUIRE(second.repetition == 2);
}

TEST_CASE("An exercise's file is refused with the place and the nearest right word") {
    const std::string good = files::read_whole(files::asset("exercises/cat-cow.json"));
    const auto refused = [&](const std::string& from, const std::string& to, const std::string& told) {
        std::string text = good;
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        try {
            (void)parse_exercise(text, "cat-cow", "mine.json");
            FAIL("was not refused: " << to);
        } catch (const Failure& failure) {
            INFO(failure.what());
            REQUIRE(std::string(failure.what()).find("mine.json") != std::string::npos);
            REQUIRE(std::string(failure.what()).find(told) != std::string::npos);
        }
    };
    refused("\"lumbar\"", "\"lumber\"", "lumbar");
    refused("\"all-fours\"", "\"all-four\"", "all-fours");
    refused("\"breath\": \"in\"", "\"breath\": \"inn\"", "breath");
    refused("\"move_s\": 4", "\"move_s\": 0", "move_s");
    refused("\"move_s\": 4", "\"move_s\": \"long\"", "move_s");
    refused("\"repetitions\": 6", "\"repetitions\": 2.5", "whole");
    refused("\"flexion_deg\": 32", "\"flexion_deg\": 1e9", "flexion_deg");
    REQUIRE_THROWS_AS(load_exercise("cat-cat"), Failure);

    // Beyond what the spine does: told by the posture.
    std::string far = good;
    far.replace(far.find("\"flexion_deg\": 32"), 17, "\"flexion_deg\": 88");
    REQUIRE_THROWS_WITH(performed(model(), parse_exercise(far, "cat-cow", "far.json")),
                        Catch::Contains("posture 2"));
}

TEST_CASE("Damaged files of exercises are refused, never worse") {
    const std::string good = files::read_whole(files::asset("exercises/knee-to-chest.json"));
    std::mt19937 random(7); // NOLINT: the same damage every time
    for (int round = 0; round < 400; ++round) {
        std::string text = good;
        for (int hit = 0; hit < 1 + round % 4; ++hit) {
            const std::size_t at = random() % text.size();
            if (round % 3 == 0)
                text.erase(at, random() % 40);
            else
                text[at] = static_cast<char>(random() % 256);
        }
        try {
            const Exercise exercise = parse_exercise(text, "knee-to-chest", "damaged.json");
            REQUIRE(cycle_s(exercise) > 0);
        } catch (const Failure&) {
        }
    }
}
