#include "cavitation/joint_equations.hpp"

#include "cavitation/dissolution.hpp"
#include "cavitation/nucleation.hpp"
#include "cavitation/spherical_bubble.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spinescope::cavitation {

namespace {

constexpr double pi = std::numbers::pi;

/// Bridges and braced muscles are tissue too, and no tissue rings like a bell: a tenth of critical at least.
double least_damping(const Parameters& p) {
    constexpr double tenth_of_critical = 0.1 * 2;
    return tenth_of_critical * std::sqrt((p.segment + p.guarding + p.adhesion) * p.moving_mass);
}

double sphere(double r) {
    return 4.0 / 3.0 * pi * r * r * r;
}

} // namespace

JointEquations::JointEquations(const Parameters& parameters)
    : p_(parameters), course_(parameters), flow_(parameters.synovia), capsule_(parameters.capsule),
      R_(std::sqrt(parameters.area / pi)),
      nucleation_Pa_(blake_pressure(parameters.nuclei, parameters.tension)),
      tissue_damping_(std::max(p_.segment_damping, least_damping(p_))) {
    capsule_.perimeter = 2 * pi * R_;
}

State JointEquations::rested() const {
    State y{};
    y[gap] = p_.film;
    for (std::size_t i = 0; i < 3; ++i) y[total_CO2 + i] = p_.fluid * gases[i].kH * p_.tissue[i];
    return y;
}

double JointEquations::smallest_speed() const {
    const double h = p_.film, rim = h + p_.mismatch; // drop at the centre for a speed, Newtonian
    const double drop = 3 * p_.synovia.eta0 * R_ * R_ * (h + rim) / (2 * h * h * rim * rim);
    return std::clamp(10 / drop, 1e-14, 1e-6);
}

/// The recesses give fluid to the gap until they are empty; then their walls are sucked in and the pressure
/// at the rim falls. It cannot fall below that of vapour, because fat pads and soft tissue follow.
double JointEquations::recess_pressure(double gap_liquid) const {
    const double left = (p_.fluid - gap_liquid) / (p_.recess_reserve * p_.fluid);
    return ambient_pressure - (ambient_pressure - vapour_pressure) / (1 + std::exp(std::min(left, 500.0)));
}

double JointEquations::gap_volume(double h) const {
    return p_.area * (h + p_.mismatch / 2);
}

JointEquations::Film JointEquations::film(std::span<const double> y) const {
    const double h = y[gap], V = y[speed];
    const double rim = recess_pressure(gap_volume(h)) - fold_drop(p_.synovia, p_.fold, R_, p_.area * V);
    const FilmFlow::Grip grip = flow_.grip(R_, h, p_.mismatch, V);
    return {p_.area * (ambient_pressure - rim) + grip.force, rim - grip.centre_drop};
}

/// Volume of the free gas as equal bubbles at ambient pressure and their surface tension.
double JointEquations::pocket_volume(std::span<const double> y) const {
    const double n = std::max(y[gas_CO2] + y[gas_CO2 + 1] + y[gas_CO2 + 2], 0.0) / p_.bubbles;
    const double p = ambient_pressure - vapour_pressure, b = 3 * n * gas_energy / (4 * pi);
    double r = std::cbrt(b / p);
    for (int i = 0; i < 6 && r > 0; ++i) // p r^3 + 2 sigma r^2 = b
        r -= (p * r * r * r + 2 * p_.tension * r * r - b) / (3 * p * r * r + 4 * p_.tension * r);
    return std::max(p_.bubbles * sphere(r), 1e-24);
}

double JointEquations::cavity_pressure(std::span<const double> y) const {
    const double n = y[gas_CO2] + y[gas_CO2 + 1] + y[gas_CO2 + 2];
    return vapour_pressure + n * gas_energy / std::max(y[volume], 1e-20);
}

/// The ring is far wider than the facets' mismatch: its mean gap will do.
JointEquations::Surround JointEquations::surround(std::span<const double> y) const {
    const double room = gap_volume(y[gap]), recess = recess_pressure(room - y[volume]);
    const double x = std::max(y[volume], 0.0) / room; // share of the gap that is gas
    const double filled = x / std::pow(1 + x * x * x * x, 0.25);
    const Ring liquid = ring(p_.synovia, p_.fold, R_, room / p_.area, y[speed], R_ * std::sqrt(filled),
                             recess - cavity_pressure(y));
    const double rim = recess - fold_drop(p_.synovia, p_.fold, R_, liquid.inflow);
    return {p_.area * (ambient_pressure - rim) + liquid.force, liquid.inflow};
}

/// Rough cartilage carries the resting load at the resting film, and less the wider the gap.
double JointEquations::contact_force(double beyond) const {
    return p_.rest_load * std::exp(std::min(-p_.contact_fade * beyond / p_.film, 20.0));
}

/// Everything that acts on the moving vertebra but the fluid, N, positive opening.
double JointEquations::solid_force(double t, double h, double dh) const {
    const double beyond = h - p_.film;
    return (1 - p_.guarding_share) * course_.pull(t) - p_.rest_load * course_.rest(t) +
           contact_force(beyond) - capsule_force(capsule_, beyond) -
           (p_.segment + p_.guarding + p_.adhesion) * beyond - tissue_damping_ * dh;
}

void JointEquations::derivatives(Regime regime, double t, std::span<const double> y,
                                 std::span<double> dy) const {
    std::ranges::fill(dy, 0.0);
    const double h = y[gap], dh = y[speed];
    double fluid_force = 0, gas_volume = 0, centre_Pa = 0;
    if (regime == Regime::cavity) {
        gas_volume = std::max(y[volume], 1e-20);
        const Surround liquid = surround(y);
        fluid_force = liquid.force;
        dy[volume] = p_.area * dh - liquid.inflow;
    } else {
        const Film liquid = film(y);
        fluid_force = liquid.force;
        centre_Pa = liquid.centre_Pa;
        if (regime == Regime::pockets) gas_volume = pocket_volume(y);
    }
    dy[gap] = dh;
    dy[speed] = (solid_force(t, h, dh) - fluid_force) / p_.moving_mass;

    if (regime == Regime::bubble) {
        SphericalBubble nucleus{
            .R0 = p_.nuclei, .gas_Pa = nucleus_gas_pressure(p_.nuclei, p_.tension), .tension = p_.tension};
        // The sphere shears the fluid at about 2 sqrt(3) R'/R. What the pressure far away does meanwhile is
        // felt R/c later, some nanoseconds: left out.
        const double R = y[radius], dR = y[growth];
        nucleus.viscosity = viscosity(p_.synovia, 2 * std::numbers::sqrt3 * dR / R);
        dy[radius] = dR;
        dy[growth] = wall_acceleration(nucleus, R, dR, centre_Pa);
    }

    const double conductance =
        regime == Regime::cavity
            ? flat_cavity_conductance(p_.area, gas_volume, p_.boundary_layer)
            : p_.bubbles * sphere_conductance(std::cbrt(3 * gas_volume / p_.bubbles / (4 * pi)));
    for (std::size_t i = 0; i < 3; ++i) {
        const GasProperties& gas = gases[i];
        const double dissolved = (y[total_CO2 + i] - y[gas_CO2 + i]) / p_.fluid; // mol/m3
        if (gas_volume > 0) {
            const double partial = y[gas_CO2 + i] * gas_energy / gas_volume;
            dy[gas_CO2 + i] = conductance * gas.D * (dissolved - gas.kH * partial);
        }
        dy[total_CO2 + i] = p_.tissue_exchange * p_.exchange_area * p_.cartilage_diffusion * gas.D /
                            p_.exchange_path * (gas.kH * p_.tissue[i] - dissolved);
    }
}

double JointEquations::volume_rate(Regime regime, std::span<const double> y, std::span<const double> dy) {
    if (regime == Regime::bubble) return 4 * pi * y[radius] * y[radius] * y[growth];
    return regime == Regime::cavity ? dy[volume] : 0;
}

Sample JointEquations::observe(Regime regime, double t, std::span<const double> y) const {
    Sample sample{.time_s = t, .pull_N = (1 - p_.guarding_share) * course_.pull(t), .gap_m = y[gap]};
    switch (regime) {
    case Regime::film:
        sample.pressure_Pa = film(y).centre_Pa;
        break;
    case Regime::bubble:
        sample.pressure_Pa = film(y).centre_Pa;
        sample.cavity_m3 = sphere(y[radius]);
        sample.cavity_Pa = inner_pressure(
            {.R0 = p_.nuclei, .gas_Pa = nucleus_gas_pressure(p_.nuclei, p_.tension)}, y[radius]);
        break;
    case Regime::cavity:
        sample.cavity_m3 = std::max(y[volume], 0.0);
        sample.cavity_Pa = sample.pressure_Pa = cavity_pressure(y);
        break;
    case Regime::pockets:
        sample.pressure_Pa = film(y).centre_Pa;
        sample.cavity_m3 = pocket_volume(y);
        sample.cavity_Pa =
            vapour_pressure + (y[gas_CO2] + y[gas_CO2 + 1] + y[gas_CO2 + 2]) * gas_energy / sample.cavity_m3;
        break;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        sample.cavity_mol[i] = y[gas_CO2 + i];
        sample.dissolved_mol[i] = y[total_CO2 + i] - y[gas_CO2 + i];
    }
    return sample;
}

Ledger JointEquations::ledger(Regime regime, double t, std::span<const double> y) const {
    const double h = y[gap], dh = y[speed], beyond = h - p_.film;
    const double stiffness = p_.segment + p_.guarding + p_.adhesion;
    Ledger ledger{.elastic_J = capsule_energy(capsule_, beyond) + stiffness * beyond * beyond / 2,
                  .contact_J = contact_force(beyond) * p_.film / p_.contact_fade,
                  .kinetic_J = p_.moving_mass * dh * dh / 2,
                  .pull_W = ((1 - p_.guarding_share) * course_.pull(t) - p_.rest_load * course_.rest(t)) * dh,
                  .viscous_tissue_W = tissue_damping_ * dh * dh};
    double fluid_W = 0;
    if (regime == Regime::cavity) {
        const Surround liquid = surround(y);
        const double growth_m3 = p_.area * dh - liquid.inflow;
        const double recess = recess_pressure(gap_volume(h) - y[volume]);
        fluid_W = liquid.force * dh;
        ledger.atmosphere_W =
            (ambient_pressure - cavity_pressure(y)) * growth_m3 + (ambient_pressure - recess) * liquid.inflow;
    } else {
        fluid_W = film(y).force * dh;
        ledger.atmosphere_W = (ambient_pressure - recess_pressure(gap_volume(h))) * p_.area * dh;
    }
    ledger.viscous_film_W = fluid_W - ledger.atmosphere_W;
    return ledger;
}

std::array<double, 2> JointEquations::ends(Regime regime, double, std::span<const double> y) const {
    switch (regime) {
    case Regime::film:
        return {(film(y).centre_Pa - nucleation_Pa_) / 1e5, 1};
    case Regime::bubble:
        return {1 - 2 * y[radius] / y[gap], y[radius] / p_.nuclei - 0.5};
    case Regime::cavity:
        return {1 - cavity_pressure(y) / ambient_pressure, 1};
    case Regime::pockets:
        return {(film(y).centre_Pa - (ambient_pressure - p_.opening_suction)) / 1e5,
                pocket_volume(y) / p_.gas_gone - 1};
    }
    return {1, 1};
}

Regime JointEquations::next(Regime regime, int end, double, State& y) const {
    const auto release_gas = [&] { // what little is left dissolves
        for (std::size_t i = 0; i < 3; ++i) y[gas_CO2 + i] = 0;
        y[volume] = y[radius] = y[growth] = 0;
    };
    switch (regime) {
    case Regime::film: {
        // The nucleus, grown to its point of no return, holds gas in the tissue's proportions.
        double tension = 0;
        for (const double partial : p_.tissue) tension += partial;
        const double n = nucleus_gas_pressure(p_.nuclei, p_.tension) * sphere(p_.nuclei) / gas_energy;
        for (std::size_t i = 0; i < 3; ++i) y[gas_CO2 + i] = n * p_.tissue[i] / tension;
        y[radius] = 1.001 * blake_radius(p_.nuclei, p_.tension);
        y[growth] = 0;
        if (y[radius] < 0.5 * y[gap]) return Regime::bubble;
        // Wider than the gap, it lies flat with the volume that its gas has at that point.
        y[volume] = std::min(sphere(y[radius]), 0.5 * p_.area * y[gap]);
        return Regime::cavity;
    }
    case Regime::bubble:
        if (end == 1) return release_gas(), Regime::film;
        y[volume] = sphere(y[radius]);
        return Regime::cavity;
    case Regime::cavity:
        return Regime::pockets;
    case Regime::pockets:
        if (end == 1) return release_gas(), Regime::film;
        y[volume] = (y[gas_CO2] + y[gas_CO2 + 1] + y[gas_CO2 + 2]) * gas_energy /
                    (ambient_pressure - p_.opening_suction - vapour_pressure);
        return Regime::cavity;
    }
    return Regime::film;
}

} // namespace spinescope::cavitation
