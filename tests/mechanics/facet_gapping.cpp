#include "mechanics/facet_gapping.hpp"

#include "files/failure.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <limits>

using namespace spinescope;
using spinescope::anatomy::FacetJoint;

namespace {

FacetJoint joint(glm::vec3 centre, glm::vec3 normal) {
    FacetJoint facet;
    facet.id = "facet.test";
    facet.centre = centre;
    facet.normal = glm::normalize(normal);
    return facet;
}

} // namespace

TEST_CASE("The facet opens along its normal by the gap, and the vertebra stays rigid") {
    const FacetJoint joints[] = {
        joint({-0.035F, 0.04F, 0.018F}, {-0.7F, 0.1F, -0.7F}), // lumbar, right
        joint({-0.035F, 0.04F, -0.018F}, {-0.7F, 0.1F, 0.7F}), // lumbar, left
        joint({-0.03F, 0.3F, 0.014F}, {-0.9F, 0.4F, 0.2F}),    // thoracic: faces backward, at the disc
        joint({-0.02F, 0.5F, 0.02F}, {-0.7F, 0.7F, 0.1F}),     // cervical
    };
    for (const FacetJoint& facet : joints)
        for (const double gap : {2e-6, 1e-4, 0.8e-3, 2e-3}) {
            const glm::mat4 m = mechanics::facet_gapping(facet, gap);
            const glm::dvec3 moved = glm::dvec3(m * glm::vec4(facet.centre, 1)) - glm::dvec3(facet.centre);
            INFO("centre x " << facet.centre.x << " gap " << gap);
            // Single precision at half a metre resolves 0.06 um.
            CHECK(glm::dot(moved, glm::dvec3(facet.normal)) == Approx(gap).epsilon(0.01).margin(1e-7));
            const glm::mat3 r(m);
            const glm::mat3 one = glm::transpose(r) * r;
            for (int i = 0; i < 3; ++i)
                for (int j = 0; j < 3; ++j) CHECK(one[i][j] == Approx(i == j ? 1 : 0).margin(1e-5));
            CHECK(glm::determinant(r) == Approx(1).margin(1e-5));
        }
}

TEST_CASE("A joint at rest does not move, and nonsense is refused") {
    const FacetJoint facet = joint({-0.035F, 0.04F, 0.018F}, {-0.7F, 0.1F, -0.7F});
    CHECK(mechanics::facet_gapping(facet, 0) == glm::mat4(1));
    CHECK(mechanics::facet_gapping(facet, -1e-3) == glm::mat4(1));
    CHECK_THROWS_AS(mechanics::facet_gapping(facet, 1.0), Failure);
    CHECK_THROWS_AS(mechanics::facet_gapping(facet, std::numeric_limits<double>::quiet_NaN()), Failure);
}
