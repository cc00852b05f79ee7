#include "cavitation/nucleation.hpp"

#include "cavitation/capsule.hpp"
#include "cavitation/gases.hpp"

#include <catch2/catch.hpp>

using namespace spinescope::cavitation;

TEST_CASE("Nuclei withstand what Blake's threshold says") {
    CHECK(blake_pressure(0.1e-6) == Approx(-400e3).epsilon(0.01));
    CHECK(blake_pressure(0.2e-6) == Approx(-189e3).epsilon(0.01));
    CHECK(blake_pressure(0.5e-6) == Approx(-65e3).epsilon(0.01));
    CHECK(blake_pressure(1e-6) == Approx(-25e3).epsilon(0.02));
    CHECK(blake_pressure(5e-6) == Approx(2.6e3).epsilon(0.02));
}

TEST_CASE("At the threshold a nucleus is in balance, and just beyond it no radius is") {
    const double R0 = 0.2e-6, Rc = blake_radius(R0);
    const auto wall = [&](double R) {
        return nucleus_gas_pressure(R0) * (R0 / R) * (R0 / R) * (R0 / R) + vapour_pressure -
               2 * surface_tension / R;
    };
    CHECK(wall(Rc) == Approx(blake_pressure(R0)).epsilon(1e-9));
    for (double R = 0.5 * Rc; R < 3 * Rc; R *= 1.1) CHECK(wall(R) >= blake_pressure(R0) * (1 + 1e-9));
}

TEST_CASE("Dissolved gas in equilibrium with the tissue") {
    // mol per m3 of fluid: CO2 1.51, N2 0.41, O2 0.063
    CHECK(gases[CO2].kH * gases[CO2].tissue_Pa == Approx(1.51).epsilon(0.01));
    CHECK(gases[N2].kH * gases[N2].tissue_Pa == Approx(0.41).epsilon(0.01));
    CHECK(gases[O2].kH * gases[O2].tissue_Pa == Approx(0.063).epsilon(0.02));
}

TEST_CASE("Henry's law shares gas between fluid and cavity") {
    const double total = 4e-8, liquid = 30e-9, cavity = 80e-9;
    const double p = equilibrium_pressure(CO2, total, liquid, cavity);
    CHECK(gases[CO2].kH * p * liquid + p * cavity / gas_energy == Approx(total).epsilon(1e-12));
    CHECK(equilibrium_pressure(N2, total, liquid, 0) == Approx(total / (gases[N2].kH * liquid)));
}

TEST_CASE("The capsule is soft at first") {
    CHECK(capsule_force({}, 0) == 0);
    const auto modulus = [](double strain) {
        return (capsule_stress(strain + 1e-5) - capsule_stress(strain - 1e-5)) / 2e-5;
    };
    CHECK(modulus(0.1) == Approx(0.13e6).epsilon(0.01));
    CHECK(modulus(0.3) == Approx(1.06e6).epsilon(0.01));
    CHECK(modulus(0.49) == Approx(7.56e6).epsilon(0.01));
    CHECK(capsule_force({}, 0.5e-3) < 16); // less than the atmosphere's suction on 160 mm2
    CHECK(capsule_force({}, -0.1e-3) < 0);
}
