// Everything rides with the bones: twenty postures at random within the range of motion of every segment.
#include "anatomy/chain.hpp"
#include "mechanics/segment_motion.hpp"
#include "whole_spine.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <random>

using namespace spinescope;
using test::whole_spine;

namespace {

std::vector<anatomy::Posture> random_postures() {
    const auto ranges = mechanics::ranges_of_motion(test::figures());
    const auto axes = mechanics::segment_axes(test::figures());
    std::mt19937 random(11);
    std::uniform_real_distribution<double> whole(-1, 1);
    std::vector<anatomy::Posture> postures;
    for (int i = 0; i < 20; ++i) {
        // The spine as a whole goes one way, and each segment adds something of its own, none beyond its
        // range.
        const double forward = whole(random), side = whole(random), turn = whole(random);
        mechanics::SegmentTurns turns{};
        for (std::size_t s = 0; s < turns.size(); ++s) {
            const auto part = [&](double common) {
                return std::clamp(0.7 * common + 0.3 * whole(random), -1.0, 1.0);
            };
            const double f = part(forward);
            turns[s] = {f * (f > 0 ? ranges[s].flexion_deg : ranges[s].extension_deg),
                        part(side) * ranges[s].side_bend_deg, part(turn) * ranges[s].rotation_deg};
        }
        postures.push_back(mechanics::posture(axes, turns));
    }
    return postures;
}

glm::vec3 standing(const anatomy::BuiltStructure& built, std::size_t vertex) {
    return glm::vec3(built.place * glm::vec4(built.mesh.positions[vertex], 1));
}

glm::vec3 moved(const anatomy::Posture& posture, float ride, const glm::vec3& p) {
    return glm::vec3(anatomy::motion_at(posture, ride) * glm::vec4(p, 1));
}

} // namespace

namespace {

/// Where a point of a bone rides: a rib's differs along it, a vertebra's does not.
float ride_on(const std::string& bone, const glm::vec3& at) {
    if (anatomy::is_bone_of_chain(bone) || bone == "S1") return anatomy::ride_of(bone);
    const anatomy::BuiltStructure& built = test::structure(bone);
    std::size_t nearest = 0;
    for (std::size_t v = 0; v < built.mesh.positions.size(); ++v)
        if (glm::distance(standing(built, v), at) < glm::distance(standing(built, nearest), at)) nearest = v;
    return built.mesh.ride.at(nearest);
}

} // namespace

TEST_CASE("in twenty random postures every tissue keeps hold of its bones within 1 mm") {
    const std::vector<anatomy::Posture> postures = random_postures();
    std::size_t held = 0;
    for (const anatomy::BuiltStructure& built : whole_spine())
        for (const anatomy::Attachment& hold : built.attachments) {
            INFO(built.id << " at " << hold.bone);
            // The tissue's own corner that holds there.
            const float ride = ride_on(hold.bone, hold.at);
            float nearest = 1e9F;
            std::size_t corner = 0;
            for (std::size_t v = 0; v < built.mesh.positions.size(); ++v) {
                const float off = glm::distance(standing(built, v), hold.at);
                const float strange = std::abs(built.mesh.ride[v] - ride);
                if (off + 0.01F * strange < nearest) {
                    nearest = off + 0.01F * strange;
                    corner = v;
                }
            }
            const glm::vec3 from = standing(built, corner);
            for (const anatomy::Posture& posture : postures) {
                const glm::vec3 tissue = moved(posture, built.mesh.ride[corner], from);
                const glm::vec3 bone = moved(posture, ride, from);
                REQUIRE(glm::distance(tissue, bone) < 0.001F);
                ++held;
            }
        }
    CHECK(held > 20 * 300);
}

TEST_CASE("no tissue tears: no edge of any mesh grows out of proportion in twenty random postures") {
    const std::vector<anatomy::Posture> postures = random_postures();
    for (const anatomy::BuiltStructure& built : whole_spine()) {
        if (built.mesh.ride.empty()) continue;
        INFO(built.id);
        float worst = 0;
        for (const anatomy::Posture& posture : postures)
            for (std::size_t i = 0; i < built.mesh.indices.size(); i += 3)
                for (std::size_t k = 0; k < 3; ++k) {
                    const std::size_t a = built.mesh.indices[i + k], b = built.mesh.indices[i + (k + 1) % 3];
                    const glm::vec3 p = standing(built, a), q = standing(built, b);
                    const float length = glm::distance(moved(posture, built.mesh.ride[a], p),
                                                       moved(posture, built.mesh.ride[b], q));
                    worst = std::max(worst, length - 2 * glm::distance(p, q));
                }
        // An edge may double, and a short one between two bones may open by some millimetres: most between
        // atlas and axis, whose facets slide by more than a centimetre when the head turns 40 degrees. Ribs
        // lead from one vertebra to a breastbone that many carry: the ghosts of the cartilages give way.
        const bool slides = built.id.find("C1-C2") != std::string::npos;
        if (!built.id.starts_with("rib")) CHECK(worst < (slides ? 0.014F : 0.006F));
    }
}
