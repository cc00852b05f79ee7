#include "cavitation/spherical_bubble.hpp"

#include "cavitation/partial_collapse.hpp"
#include "files/failure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numbers>

using namespace spinescope;
using namespace spinescope::cavitation;

namespace {

/// One classical Runge-Kutta step at a constant pressure far away.
void step(const SphericalBubble& bubble, double p_inf, double dt, double& R, double& dR) {
    const auto a = [&](double r, double v) { return wall_acceleration(bubble, r, v, p_inf); };
    const double v1 = dR, a1 = a(R, v1), v2 = dR + dt / 2 * a1, a2 = a(R + dt / 2 * v1, v2),
                 v3 = dR + dt / 2 * a2, a3 = a(R + dt / 2 * v2, v3), v4 = dR + dt * a3,
                 a4 = a(R + dt * v3, v4);
    R += dt / 6 * (v1 + 2 * v2 + 2 * v3 + v4);
    dR += dt / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
}

double loudest_dB(const Collapse& collapse) {
    double most = 0;
    for (std::size_t i = 1; i < collapse.samples.size(); ++i)
        most =
            std::max(most, std::abs(collapse.samples[i].volume_rate - collapse.samples[i - 1].volume_rate));
    const double pressure = 1.14 * most / collapse.step_s / (4 * std::numbers::pi * 0.5);
    return 20 * std::log10(pressure / 20e-6);
}

} // namespace

TEST_CASE("A bubble pulsates at Minnaert's frequency") {
    for (const double R0 : {50e-6, 1e-3}) {
        const double p = 100e3;
        for (const double exponent : {1.0, 1.4}) {
            const SphericalBubble bubble{
                .R0 = R0, .gas_Pa = p, .vapour_Pa = 0, .tension = 0, .exponent = exponent};
            const double f = minnaert_frequency(bubble), dt = 1 / f / 500;
            double R = R0 * 1.001, dR = 0, t = 0, first = 0, last = 0;
            int crossings = 0;
            for (int i = 0; i < 5500; ++i) {
                const double before = R;
                step(bubble, p, dt, R, dR);
                t += dt;
                if (before > R0 && R <= R0) {
                    (crossings++ == 0 ? first : last) = t - dt * (R0 - R) / (before - R);
                }
            }
            REQUIRE(crossings > 5);
            CHECK((crossings - 1) / (last - first) == Approx(f).epsilon(0.003));
        }
    }
    // 3.26 m/s: the frequency of an air bubble in water times its radius, at one atmosphere.
    const SphericalBubble air{.R0 = 1e-3, .gas_Pa = 101325, .density = 1000, .exponent = 1.4};
    CHECK(minnaert_frequency(air) * 1e-3 == Approx(3.28).epsilon(0.01));
}

TEST_CASE("A void collapses in Rayleigh's time") {
    const double R0 = 1e-3, p = 100e3, rho = 1030;
    const SphericalBubble empty{.R0 = R0,
                                .gas_Pa = 0,
                                .vapour_Pa = 0,
                                .tension = 0,
                                .sound_speed = std::numeric_limits<double>::max()};
    double R = R0, dR = 0, t = 0;
    while (R > 1e-3 * R0) {
        const double dt = std::min(1e-7, 0.01 * R / (std::abs(dR) + 1e-9));
        step(empty, p, dt, R, dR);
        t += dt;
    }
    CHECK(t == Approx(0.915 * R0 * std::sqrt(rho / p)).epsilon(0.002));
}

TEST_CASE("Sound carries a pulsation's energy away") {
    const double R0 = 1e-3, p = 100e3;
    const SphericalBubble bubble{.R0 = R0, .gas_Pa = p, .vapour_Pa = 0, .tension = 0};
    const double f = minnaert_frequency(bubble), dt = 1 / f / 500;
    double R = R0 * 1.001, dR = 0, early = 0, late = 0;
    for (int i = 0; i < 10000; ++i) {
        step(bubble, p, dt, R, dR);
        (i < 500 ? early : late) = std::max(i < 500 ? early : (i < 9500 ? 0 : late), std::abs(R - R0));
    }
    // Radiation alone damps an amplitude by exp(-omega R0/(2c) omega t).
    const double omega = 2 * std::numbers::pi * f;
    CHECK(late / early == Approx(std::exp(-omega * R0 / (2 * 1500) * omega * 9750 * dt)).epsilon(0.05));
}

TEST_CASE("A bubble stays at rest where Blake's threshold is not passed, and runs away beyond") {
    const double R0 = 0.5e-6, p_B = blake_pressure(R0);
    const SphericalBubble nucleus{.R0 = R0, .gas_Pa = nucleus_gas_pressure(R0)};
    CHECK(wall_acceleration(nucleus, R0, 0, ambient_pressure) ==
          Approx(0).margin(1e-6 * ambient_pressure / fluid_density / R0));
    for (double R = R0; R < 20 * R0; R *= 1.2) CHECK(wall_acceleration(nucleus, R, 0, p_B - 100) > 0);
    CHECK(wall_acceleration(nucleus, blake_radius(R0), 0, p_B + 100) < 0);
}

TEST_CASE("A partial collapse is loud and leaves a bubble") {
    const double figures[3][2] = {{0.5e-3, 66}, {1e-3, 80}, {2e-3, 92}};
    for (const auto& [R0, dB] : figures) {
        const Collapse collapse = partial_collapse({.R0 = R0}, {}, 20e-3);
        INFO(R0);
        CHECK(loudest_dB(collapse) == Approx(dB).margin(3));
        const double left = collapse.samples.back().radius_m / R0;
        CHECK(left > 0.4);
        CHECK(left < 0.6);
        for (const CollapseSample& sample : collapse.samples) REQUIRE(std::isfinite(sample.volume_rate));
    }
    CHECK_THROWS_AS(partial_collapse({.R0 = -1}, {}, 1e-3), Failure);
    CHECK_THROWS_AS(partial_collapse({.from_Pa = 5000}, {}, 1e-3), Failure);
    CHECK_THROWS_AS(partial_collapse({.time_s = std::nan("")}, {}, 1e-3), Failure);
}
