#include "anatomy/chain.hpp"
#include "anatomy/figures.hpp"
#include "standing.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace spinescope;
using test::corners;
using test::standing;
using test::structure;

namespace {

std::vector<glm::vec3> rib(int number) {
    return corners(structure("rib." + std::to_string(number) + ".right"));
}

float gap(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b) {
    float least = 1e9F;
    for (const glm::vec3& p : a)
        for (const glm::vec3& q : b) least = std::min(least, glm::distance(p, q));
    return least;
}

} // namespace

TEST_CASE("every rib's head rests on its vertebra's body, and ribs 1 to 10 on the transverse process too") {
    for (int number = 1; number <= 12; ++number) {
        const std::string level = "T" + std::to_string(number);
        INFO("rib " << number);
        const anatomy::StandingBone& bone = standing().at(level);
        float head = 1e9F;
        float tubercle = 1e9F;
        for (const glm::vec3& p : rib(number)) {
            const float off = bone.distance(p);
            CHECK(off > -0.3F);
            const glm::vec3 own = bone.pose.into(p);
            (own.x > -22 ? head : tubercle) = std::min(own.x > -22 ? head : tubercle, off);
        }
        CHECK(head < 3);
        if (number <= 10) CHECK(tubercle < 4);
    }
}

TEST_CASE("the rib cage has its outline") {
    const auto widest = [](int number) { return std::ranges::max(rib(number), {}, &glm::vec3::z).z; };
    for (int number = 2; number <= 7; ++number) CHECK(widest(number) > widest(number - 1));
    CHECK(widest(12) < widest(10));
    const std::vector<glm::vec3> sternum = corners(structure("sternum"));
    for (int number = 1; number <= 7; ++number) {
        INFO("true rib " << number);
        CHECK(gap(rib(number), sternum) < 6);
    }
    for (const int number : {11, 12}) {
        INFO("floating rib " << number);
        CHECK(gap(rib(number), sternum) > 60);
        CHECK(gap(rib(number), rib(10)) > 8);
    }
}

TEST_CASE("the hip bones fit the sacrum and stand with their crests at the height of L4") {
    const std::vector<glm::vec3> hip = corners(structure("hip.right"));
    const float top = std::ranges::max(hip, {}, &glm::vec3::y).y;
    CHECK(top == Approx(standing().at("L4").pose.origin.y).margin(14));
    float nearest = 1e9F;
    for (const glm::vec3& p : hip) nearest = std::min(nearest, standing().at("S1").distance(p));
    CHECK(nearest > 0.5F); // the joint's cartilage lies between
    CHECK(nearest < 3);
    CHECK(std::ranges::min(hip, {}, &glm::vec3::z).z < 4); // the symphysis
}

TEST_CASE("the condyles of the skull rest in the cups of the atlas, around the cord") {
    float nearest = 1e9F;
    for (const glm::vec3& p : corners(structure("occiput")))
        nearest = std::min(nearest, standing().at("C1").distance(p));
    CHECK(nearest > 0.5F);
    CHECK(nearest < 3);
    CHECK(gap(corners(structure("occiput")), corners(structure("cord"))) > 3);
}
