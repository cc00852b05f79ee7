#include "anatomy/chain.hpp"
#include "anatomy/mesh_checks.hpp"
#include "anatomy/mesh_probe.hpp"
#include "anatomy/standing_bones.hpp"
#include "standing.hpp"
#include "whole_spine.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_inverse.hpp>

using namespace spinescope;
using test::standing;
using test::structure;
using test::whole_spine;

namespace {

bool is_one_of(const anatomy::BuiltStructure& built, std::initializer_list<const char*> families) {
    return std::ranges::any_of(families, [&](const char* family) { return built.id.starts_with(family); });
}

bool is_of_joint_or_ligament(const anatomy::BuiltStructure& built) {
    return is_one_of(built, {"cartilage.", "synovial.", "capsule.", "ligament."});
}

/// Spine frame, mm.
glm::vec3 standing_at(const anatomy::BuiltStructure& built, std::size_t vertex) {
    return 1000.0F * glm::vec3(built.place * glm::vec4(built.mesh.positions[vertex], 1));
}

/// Mean over its area of how thick a thin closed mesh is, mm: twice its volume by its area.
double mean_thickness(const anatomy::Mesh& mesh) {
    double area = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        area += 0.5 * glm::length(glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                             mesh.positions[mesh.indices[i + 2]] - a));
    }
    return 2000 * anatomy::examine(mesh).volume_m3 / area;
}

} // namespace

TEST_CASE("cartilage, joint spaces, capsules and ligaments are closed and face outward") {
    for (const anatomy::BuiltStructure& built : whole_spine()) {
        if (!is_of_joint_or_ligament(built)) continue;
        INFO(built.id);
        const anatomy::MeshNature nature = anatomy::examine(built.mesh);
        const bool paired = is_one_of(built, {"cartilage.", "ligament.flavum"});
        CHECK(nature.closed);
        CHECK(nature.volume_m3 > 0);
        CHECK(nature.pieces == (paired ? 2 : 1));
        // A capsule is a sleeve, all else is a ball to the topologist.
        CHECK(nature.euler == (built.id.starts_with("capsule") ? 0 : 2 * nature.pieces));
        REQUIRE(built.mesh.ride.size() == built.mesh.positions.size());
        for (std::size_t v = 0; v < built.mesh.positions.size(); ++v) {
            CHECK(glm::length(built.mesh.normals[v]) == Approx(1).margin(1e-3));
            CHECK(built.mesh.ride[v] >= 0);
            CHECK(built.mesh.ride[v] <= anatomy::sacrum_ride);
        }
    }
}

TEST_CASE("no tissue of a joint and no ligament reaches into bone by more than 0.3 mm") {
    for (const anatomy::BuiltStructure& built : whole_spine()) {
        if (!is_of_joint_or_ligament(built)) continue;
        INFO(built.id);
        float deepest = 0;
        for (std::size_t v = 0; v < built.mesh.positions.size(); ++v)
            deepest = std::min(deepest, standing().distance(standing_at(built, v), 2));
        CHECK(deepest > -0.3F);
    }
}

TEST_CASE("ligaments hold on to bone where they say, by vertices that this bone carries") {
    for (const anatomy::BuiltStructure& built : whole_spine()) {
        if (!is_one_of(built, {"capsule.", "ligament."})) continue;
        CHECK(built.attachments.size() >= 2);
        for (const anatomy::Attachment& held : built.attachments) {
            INFO(built.id << " on " << held.bone);
            const glm::vec3 at = 1000.0F * held.at;
            if (anatomy::index_of(held.bone) < anatomy::levels.size() || held.bone == "sacrum") {
                const float off = standing().at(held.bone == "sacrum" ? "S1" : held.bone).distance(at);
                CHECK(std::abs(off) < 1);
            }
            float nearest = 1e9F;
            for (std::size_t v = 0; v < built.mesh.positions.size(); ++v)
                if (std::abs(built.mesh.ride[v] - anatomy::ride_of(held.bone)) < 1e-4F)
                    nearest = std::min(nearest, glm::distance(at, standing_at(built, v)));
            CHECK(nearest < 1.5F);
        }
    }
}

TEST_CASE("facet cartilage is as thick as published, and leaves the joint a space") {
    for (const char* side : {".right", ".left"}) {
        CHECK(mean_thickness(structure(std::string("cartilage.L4-L5") + side).mesh) ==
              Approx(test::figures().value("lumbar", "facet_cartilage_thickness")).margin(0.25));
        CHECK(mean_thickness(structure(std::string("cartilage.C5-C6") + side).mesh) ==
              Approx(test::figures().value("cervical", "facet_cartilage_thickness")).margin(0.2));
    }
    for (const anatomy::BuiltStructure& built : whole_spine())
        if (built.id.starts_with("synovial")) CHECK(anatomy::examine(built.mesh).volume_m3 < 1e-6); // 1 ml
}

TEST_CASE("alar ligaments are as long as measured, and the anterior longitudinal one as wide") {
    const auto& alar = structure("ligament.alar.right").attachments;
    REQUIRE(alar.size() == 2);
    CHECK(1000 * glm::distance(alar[0].at, alar[1].at) ==
          Approx(test::figures().value("C2", "alar_ligament_length")).margin(2));
    const anatomy::BuiltStructure& front = structure("ligament.anterior-longitudinal");
    float widest = 0;
    for (std::size_t v = 0; v < front.mesh.positions.size(); ++v)
        if (front.mesh.ride[v] == anatomy::ride_of("L3"))
            widest = std::max(widest, 2 * std::abs(standing_at(front, v).z));
    CHECK(widest == Approx(test::figures().value("lumbar", "anterior_longitudinal_width")).margin(2));
}
