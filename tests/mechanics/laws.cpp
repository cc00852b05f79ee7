#include "mechanics/disc_moment.hpp"
#include "mechanics/facet_contact.hpp"
#include "mechanics/ligament_strand.hpp"
#include "mechanics/rotation.hpp"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

using namespace spinescope::mechanics;

namespace {

/// The force is the slope of the energy and the stiffness that of the force.
template <typename Law>
void is_its_own_slope(const Law& law, double x, double h) {
    const Resistance below = law(x - h), at = law(x), above = law(x + h);
    INFO("at " << x);
    CHECK((above.energy - below.energy) / (2 * h) == Approx(at.force).epsilon(1e-5).margin(1e-9));
    CHECK((above.force - below.force) / (2 * h) == Approx(at.stiffness).epsilon(1e-4).margin(1e-7));
}

} // namespace

TEST_CASE("A strand follows the law of Blankevoort and Huiskes") {
    Strand strand{.rest_length = 0.02, .stiffness = 400, .toe = 0.1};
    const auto at = [&](double e) { return pulled(strand, 0.02 * (1 + e)).force; };
    CHECK(at(-0.1) == 0);
    CHECK(at(0.05) == Approx(400 * 0.05 * 0.05 / (2 * 0.1)));
    CHECK(at(0.1) == Approx(400 * 0.05));
    CHECK(at(0.3) == Approx(400 * (0.3 - 0.05)));
    CHECK(strain(strand, 0.022) == Approx(0.1));
    for (const double length : {0.0201, 0.0215, 0.0225, 0.03})
        is_its_own_slope([&](double x) { return pulled(strand, x); }, length, 1e-7);
    // Crept by a tenth it is slack where it was taut; with a toe three times as long it gives way at first.
    CHECK(pulled(strand, 0.021, {.rest_length = 1.1}).force == 0);
    CHECK(pulled(strand, 0.021, {.toe = 3}).force == Approx(at(0.05) / 3));
}

TEST_CASE("Facets push when their cartilage meets and never pull") {
    const FacetPatch facet{.play = 3e-4, .settling = 2e-4, .stiffness = 5e5};
    CHECK(pressed(facet, -1e-3).force == 0);
    CHECK(pressed(facet, 3e-4).force == 0);
    CHECK(pressed(facet, 9e-4).force == Approx(5e5 * (6e-4 - 1e-4)));
    is_its_own_slope([&](double x) { return pressed(facet, x); }, 4e-4, 1e-8);
}

TEST_CASE("A lumbar disc without neutral zone resists as measured") {
    // Heuer and colleagues as fitted by Han: 0.4726 x + 0.0141 x^2 + 0.002 x^3 in flexion.
    DiscMoment disc{.m = {0.4726, 0.0141, 0.002}};
    CHECK(disc_moment(disc, glm::radians(10.0)).force == Approx(4.726 + 1.41 + 2));
    disc.neutral_zone_deg = 2;
    disc.neutral_zone_resistance = 0.15;
    disc.scale = 1.7;
    for (const double x : {0.5, 2.0, 3.9, 4.1, 9.0})
        is_its_own_slope([&](double angle) { return disc_moment(disc, angle); }, glm::radians(x), 1e-5);
    // Inside the neutral zone little holds it.
    CHECK(disc_moment(disc, glm::radians(2.0)).force < 0.4 * 1.7 * 0.4726 * 2);
}

TEST_CASE("A rotation and its slopes") {
    const glm::dvec3 phi(0.31, -0.62, 0.17), v(0.3, 1.1, -0.7);
    const glm::dvec3 k = glm::normalize(phi);
    const double a = glm::length(phi);
    const glm::dvec3 rodrigues =
        std::cos(a) * v + std::sin(a) * glm::cross(k, v) + (1 - std::cos(a)) * glm::dot(k, v) * k;
    CHECK(glm::length(rotation(phi) * v - rodrigues) < 1e-13);
    CHECK(glm::length(rotation_vector(rotation(phi)) - phi) < 1e-13);

    const double h = 1e-5;
    const RotationChange change = rotation_change(phi);
    const auto moved = [&](int j, double by) {
        glm::dvec3 other = phi;
        other[j] += by;
        return other;
    };
    std::size_t at = 0;
    for (int j = 0; j < 3; ++j) {
        const glm::dvec3 first = (rotation(moved(j, h)) * v - rotation(moved(j, -h)) * v) / (2 * h);
        CHECK(glm::length(change.first[static_cast<std::size_t>(j)] * v - first) < 1e-9);
        for (int i = j; i < 3; ++i) {
            const auto slope = [&](double by) {
                return rotation_change(moved(i, by)).first[static_cast<std::size_t>(j)] * v;
            };
            CHECK(glm::length(change.second[at++] * v - (slope(h) - slope(-h)) / (2 * h)) < 1e-9);
        }
        // The spin of a small change of phi is that of R(phi + dphi) R(phi)'.
        const glm::dvec3 spin =
            rotation_vector(rotation(moved(j, h)) * glm::transpose(rotation(moved(j, -h)))) / (2 * h);
        CHECK(glm::length(spin_of(phi)[j] - spin) < 1e-9);
    }
}
