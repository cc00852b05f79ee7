#include "anatomy/chain.hpp"
#include "anatomy/mesh_probe.hpp"
#include "anatomy/vertebra_plan.hpp"
#include "standing.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

using namespace spinescope;
using test::corners;
using test::standing;
using test::structure;

namespace {

std::vector<std::string> nerve_names() {
    std::vector<std::string> names;
    for (const auto& [region, count] : {std::pair("C", 8), {"T", 12}, {"L", 5}, {"S", 5}})
        for (int i = 1; i <= count; ++i) names.push_back(region + std::to_string(i));
    return names;
}

/// Middle of a right pedicle in its vertebra's frame.
glm::vec3 pedicle(std::string_view level) {
    const anatomy::VertebraPlan plan = anatomy::plan_vertebra(test::figures(), level);
    const bool cervical = anatomy::region_of(level) == anatomy::Region::cervical;
    return {plan.rear - 3, cervical ? 0.8F : 0.5F * (plan.height - plan.pedicle_height),
            0.5F * (plan.canal_width + plan.pedicle_width)};
}

float lowest(const std::vector<glm::vec3>& points) {
    return std::ranges::min(points, {}, &glm::vec3::y).y;
}

} // namespace

TEST_CASE("the cord ends between L1 and L2, the dural sac at S2, the filum on the coccyx") {
    const float conus = lowest(corners(structure("cord")));
    CHECK(conus < standing().at("L1").pose.origin.y);
    CHECK(conus > standing().at("L2").pose.origin.y);
    float end = 0;
    for (const glm::vec3& p : corners(structure("dura")))
        end = std::min(end, standing().at("S1").pose.into(p).y);
    CHECK(end < -26); // between the foramina of S1 and those of S2
    CHECK(end > -52);
    float nearest = 1e9F;
    for (const glm::vec3& p : corners(structure("filum")))
        nearest = std::min(nearest, standing().at("coccyx").distance(p));
    CHECK(nearest < 0.5F);
}

TEST_CASE("the cord is thickest where the nerves of the limbs arise") {
    const auto width = [](std::string_view level) {
        const float y = standing().at(level).pose.origin.y;
        float widest = 0;
        for (const glm::vec3& p : corners(structure("cord")))
            if (std::abs(p.y - y) < 6) widest = std::max(widest, 2 * p.z);
        return widest;
    };
    CHECK(width("C5") > width("C2"));
    CHECK(width("C5") > 1.3F * width("T6"));
    CHECK(width("T11") > width("T6"));
}

TEST_CASE("the cord lies within the dura, and the dura within the canal, clear of bone") {
    const anatomy::MeshProbe sac(structure("dura").mesh);
    int outside = 0;
    for (const glm::vec3& p : corners(structure("cord")))
        if (p.y < standing().at("C2").pose.origin.y)
            // Through two walls: the outside of the shell and its inside.
            outside += sac.hits(p, {0, 0, 1}).empty() ? 1 : 0;
    CHECK(outside == 0);
    for (const glm::vec3& p : corners(structure("dura"))) CHECK(standing().distance(p, 3) > 0);
}

TEST_CASE("31 pairs of nerves, each with a ganglion") {
    CHECK(nerve_names().size() == 30); // the coccygeal pair is among the strands of the cauda
    for (const std::string& name : nerve_names())
        for (const char* side : {".right", ".left"}) {
            CHECK_NOTHROW(structure("nerve." + name + side));
            CHECK_NOTHROW(structure("ganglion." + name + side));
        }
    CHECK_NOTHROW(structure("cauda"));
}

TEST_CASE("every nerve leaves between its own two pedicles: cervical ones above theirs, others below") {
    for (const std::string& name : nerve_names()) {
        const bool cervical = name.front() == 'C';
        if (name == "C1" || name == "C2" || name == "C3" || name.front() == 'S') continue; // no such pedicles
        const std::string own = name == "C8" ? "T1" : name;
        const std::size_t i = anatomy::index_of(own);
        const std::string upper(cervical ? anatomy::levels[i - 1] : own);
        const std::string lower(cervical ? own : std::string(anatomy::below(own)));
        INFO("nerve " << name << " between " << upper << " and " << lower);
        const glm::vec3 over = pedicle(upper);
        int passing = 0;
        for (const glm::vec3& p : corners(structure("nerve." + name + ".right"))) {
            if (std::abs(p.z - over.z) > 3) continue;
            ++passing;
            CHECK(standing().at(upper).pose.into(p).y < over.y);
            if (lower == "S1")
                CHECK(standing().at(lower).pose.into(p).y > -14);
            else
                CHECK(standing().at(lower).pose.into(p).y > pedicle(lower).y);
        }
        CHECK(passing > 2);
    }
}

TEST_CASE("a root slopes the more the lower it is, and L4's hangs far down before it leaves") {
    const auto drop = [](const std::string& name) {
        const std::vector<glm::vec3> nerve = corners(structure("nerve." + name + ".right"));
        const std::vector<glm::vec3> ganglion = corners(structure("ganglion." + name + ".right"));
        return std::ranges::max(nerve, {}, &glm::vec3::y).y - lowest(ganglion);
    };
    CHECK(drop("C5") < 25);
    CHECK(drop("T6") > drop("C5"));
    CHECK(drop("L1") > drop("T6"));
    CHECK(drop("L4") > drop("L1"));
    CHECK(drop("L4") > 100);
    CHECK(drop("S1") > drop("L4"));
}

TEST_CASE("no part of the nervous system or of the vertebral arteries lies deeper than 0.3 mm in bone") {
    for (const anatomy::BuiltStructure& built : test::whole_spine()) {
        const bool ours = built.id == "cord" || built.id == "cauda" || built.id == "filum" ||
                          built.id.starts_with("nerve.") || built.id.starts_with("ganglion.") ||
                          built.id.starts_with("artery.");
        if (!ours || built.id.ends_with(".left")) continue; // a mirror image in a mirror-symmetric spine
        INFO(built.id);
        float deepest = 0;
        for (const glm::vec3& p : corners(built)) deepest = std::min(deepest, standing().distance(p, 2));
        CHECK(deepest > -0.3F);
    }
}

TEST_CASE("the vertebral artery passes through the transverse foramina from C6 to C1") {
    const std::vector<glm::vec3> artery = corners(structure("artery.vertebral.right"));
    for (const std::string level : {"C6", "C5", "C4", "C3", "C2", "C1"}) {
        INFO(level);
        const anatomy::StandingBone& bone = standing().at(level);
        const anatomy::MeshProbe probe(structure(level).mesh);
        // The vessel's middle at the height where the bone around it is narrowest.
        int enclosed = 0;
        for (float y = -6; y <= 5; y += 0.5F) {
            glm::vec3 sum(0);
            float count = 0;
            for (const glm::vec3& p : artery) {
                const glm::vec3 own = bone.pose.into(p);
                if (std::abs(own.y - y) > 1.6F || own.z < 12) continue;
                sum += own;
                count += 1;
            }
            if (count < 6) continue;
            bool round = true;
            for (int i = 0; i < 12; ++i) {
                const float angle = 0.5236F * static_cast<float>(i);
                const auto hit = probe.first_hit(sum / count, {std::cos(angle), 0, std::sin(angle)});
                round = round && hit && *hit < 14;
            }
            enclosed += round ? 1 : 0;
        }
        CHECK(enclosed > 0);
    }
}

TEST_CASE("the vertebral artery winds behind the lateral mass of the atlas and enters the skull") {
    const anatomy::StandingBone& atlas = standing().at("C1");
    bool behind = false;
    bool inside = false;
    for (const glm::vec3& p : corners(structure("artery.vertebral.right"))) {
        const glm::vec3 own = atlas.pose.into(p);
        behind = behind || (own.x < -10 && own.y > 3 && own.z > 12);
        inside = inside || (own.y > 20 && std::abs(own.z) < 8);
    }
    CHECK(behind);
    CHECK(inside);
}
