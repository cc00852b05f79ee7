#include "anatomy/chain.hpp"
#include "standing.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace spinescope;
using test::corners;
using test::standing;
using test::structure;

namespace {

constexpr std::array muscle_names = {"rotatores",    "multifidus",         "spinalis",   "longissimus",
                                     "iliocostalis", "quadratus-lumborum", "psoas-major"};

float to_segment(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b) {
    const glm::vec3 along = b - a;
    const float t = std::clamp(glm::dot(p - a, along) / std::max(glm::dot(along, along), 1e-9F), 0.0F, 1.0F);
    return glm::distance(p, a + t * along);
}

/// From a point to a mesh's surface, mm.
float to_surface(const glm::vec3& p, const anatomy::BuiltStructure& built) {
    const std::vector<glm::vec3> points = corners(built);
    const auto& indices = built.mesh.indices;
    float least = 1e9F;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::vec3& a = points[indices[i]];
        const glm::vec3& b = points[indices[i + 1]];
        const glm::vec3& c = points[indices[i + 2]];
        const glm::vec3 n = glm::normalize(glm::cross(b - a, c - a));
        const glm::vec3 foot = p - glm::dot(p - a, n) * n;
        const bool over = glm::dot(glm::cross(b - a, foot - a), n) >= 0 &&
                          glm::dot(glm::cross(c - b, foot - b), n) >= 0 &&
                          glm::dot(glm::cross(a - c, foot - c), n) >= 0;
        least =
            std::min(least, over ? glm::distance(p, foot)
                                 : std::min({to_segment(p, a, b), to_segment(p, b, c), to_segment(p, c, a)}));
    }
    return least;
}

float ride_of_holder(const std::string& bone) {
    if (bone.starts_with("rib.")) return anatomy::ride_of("T" + bone.substr(4, bone.rfind('.') - 4));
    return anatomy::ride_of(bone.starts_with("hip.") ? "sacrum" : bone);
}

} // namespace

TEST_CASE("muscles hold on to bone: within 1 mm of it, by a corner that goes where the bone goes") {
    for (const char* name : muscle_names) {
        const anatomy::BuiltStructure& muscle = structure(std::string("muscle.") + name + ".right");
        const std::vector<glm::vec3> points = corners(muscle);
        CHECK(muscle.attachments.size() >= 9);
        for (const anatomy::Attachment& attachment : muscle.attachments) {
            INFO(muscle.id << " on " << attachment.bone);
            const glm::vec3 at = 1000.0F * attachment.at;
            CHECK(to_surface(at, structure(attachment.bone)) < 1);
            float nearest = 1e9F;
            for (std::size_t v = 0; v < points.size(); ++v)
                if (std::abs(muscle.mesh.ride[v] - ride_of_holder(attachment.bone)) < 1e-4F)
                    nearest = std::min(nearest, glm::distance(points[v], at));
            CHECK(nearest < 2);
        }
    }
}

TEST_CASE("muscles lie on the bones, not in them") {
    for (const char* name : muscle_names) {
        INFO(name);
        float deepest = 0;
        for (const glm::vec3& p : corners(structure(std::string("muscle.") + name + ".right")))
            deepest = std::min(deepest, standing().distance(p, 2));
        CHECK(deepest > -0.3F);
    }
}

TEST_CASE("multifidus climbs towards the spinous processes, psoas lies in front of the transverse ones") {
    const anatomy::BuiltStructure& multifidus = structure("muscle.multifidus.right");
    REQUIRE(multifidus.attachments.size() % 2 == 0);
    for (std::size_t i = 0; i + 1 < multifidus.attachments.size(); i += 2) { // from, to
        const anatomy::Attachment& from = multifidus.attachments[i];
        const anatomy::Attachment& to = multifidus.attachments[i + 1];
        INFO(from.bone << " to " << to.bone);
        CHECK(to.at.y > from.at.y);
        CHECK(to.at.z < from.at.z);
        const float climbed = anatomy::ride_of(from.bone) - anatomy::ride_of(to.bone);
        CHECK(climbed >= 1);
        CHECK(climbed <= 5);
    }
    const auto at_height = [](const char* id, float y) {
        glm::vec3 sum(0);
        float count = 0;
        for (const glm::vec3& p : corners(structure(id)))
            if (std::abs(p.y - y) < 8) {
                sum += p;
                count += 1;
            }
        return sum / count;
    };
    const glm::vec3 tip = standing().tip("L3", {0, 0, 1});
    CHECK(at_height("muscle.psoas-major.right", tip.y).x > tip.x + 10);
    CHECK(at_height("muscle.longissimus.right", tip.y).x < tip.x - 10);
    // Side by side from the midline outward.
    for (const char* level : {"T6", "T9", "L1", "L3"}) {
        INFO(level);
        const float y = standing().at(level).pose.origin.y;
        CHECK(at_height("muscle.multifidus.right", y).z < at_height("muscle.longissimus.right", y).z);
        CHECK(at_height("muscle.longissimus.right", y).z < at_height("muscle.iliocostalis.right", y).z);
    }
}
