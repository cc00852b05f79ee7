#include "cavitation/energy.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace spinescope::cavitation;

TEST_CASE("The work of the pull is accounted for") {
    for (const double share : {0.0, 0.7}) { // a pop and a quiet opening
        Parameters parameters;
        parameters.guarding_share = share;
        parameters.end = 300;
        const std::vector<EnergyBalance> account = energy_of_pop(parameters);
        const double most = std::ranges::max_element(account, {}, &EnergyBalance::pull)->pull;
        CHECK(most > 1e-3);
        double heat = 0;
        for (const EnergyBalance& now : account) {
            REQUIRE(std::abs(now.missing()) < 0.01 * most);
            REQUIRE(now.kinetic >= 0);
            REQUIRE(now.viscous >= heat - 1e-4 * most); // friction gives nothing back
            heat = std::max(heat, now.viscous);
        }
    }
}

TEST_CASE("A cavity of 80-160 mm3 holds 8-16 mJ against the atmosphere") {
    const std::vector<EnergyBalance> account = energy_of_pop({});
    const auto most = std::ranges::max_element(account, {}, &EnergyBalance::atmosphere);
    CHECK(most->atmosphere * 1e3 > 7);
    CHECK(most->atmosphere * 1e3 < 16);
    // ... and has given it back when the joint is at rest again, but for a little: gas that came out of
    // solution at low pressure is pressed back at a higher one.
    CHECK(account.back().atmosphere > 0);
    CHECK(account.back().atmosphere < 0.1 * most->atmosphere);
}
