#include "cavitation/dissolution.hpp"

#include "cavitation/gases.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

using namespace spinescope::cavitation;
using std::numbers::pi;

namespace {

/// Life of a sphere of one gas at ambient pressure, surface tension left out, in s.
double life(Gas gas, double R0, double f, bool young) {
    const double D = gases[gas].D, L = gases[gas].kH * gas_energy;
    const auto rate = [&](double R, double t) { // dR/dt
        const double C = young ? young_sphere_conductance(R, D, t) : sphere_conductance(R);
        return -C * D * L * (1 - f) / (4 * pi * R * R);
    };
    // In x = sqrt(t) the young sphere's rate stays finite.
    double R = R0, x = 0;
    const double dx = std::sqrt(sphere_life(R0, D, L, f)) / 20000;
    while (R > 1e-3 * R0) {
        const double middle = x + dx / 2;
        R += 2 * middle * dx * rate(R, middle * middle);
        x += dx;
    }
    return x * x;
}

} // namespace

TEST_CASE("A dissolving sphere lives as long as Epstein and Plesset say") {
    for (const double R0 : {0.1e-3, 1e-3}) {
        const double D = gases[CO2].D, L = gases[CO2].kH * gas_energy;
        CHECK(life(CO2, R0, 0.06, false) == Approx(sphere_life(R0, D, L, 0.06)).epsilon(0.01));
    }
    // Minutes for radii in mm, worked out by hand: pure carbon dioxide, and nitrogen in degassed fluid.
    const double figures[4][3] = {{20, 1.93, 0.29}, {40, 2.73, 0.41}, {68, 3.55, 0.54}, {95, 4.20, 0.64}};
    for (const auto& [minutes, R_CO2, R_N2] : figures) {
        CHECK(sphere_life(R_CO2 * 1e-3, 2.6e-9, 0.634, 0.06) / 60 == Approx(minutes).epsilon(0.02));
        CHECK(sphere_life(R_N2 * 1e-3, 2.6e-9, 0.0138, 0) / 60 == Approx(minutes).epsilon(0.05));
    }
}

TEST_CASE("What the quasi-steady law leaves out is small for the gas that decides") {
    // The transient term shortens the life by about sqrt(2 L / pi) where little gas dissolves (small L).
    const double L = gases[N2].kH * gas_energy;
    const double share = life(N2, 0.2e-3, 0, true) / life(N2, 0.2e-3, 0, false);
    CHECK(share < 1);
    CHECK(share > 1 - 1.5 * std::sqrt(2 * L / pi));
    CHECK(share > 0.85);
}

TEST_CASE("A flat cavity gives off its gas through a layer as wide as itself") {
    const double area = 160e-6, layer = 20e-6;
    CHECK(flat_cavity_conductance(area, 100e-9, layer) == Approx(area / layer).epsilon(0.05));
    const double small = 1e-13; // covers as much of the facet as its layer's depth allows
    CHECK(flat_cavity_conductance(area, small, layer) == Approx(small / layer / layer).epsilon(0.05));
}
