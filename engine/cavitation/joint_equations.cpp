#include "cavitation/joint_equations.hpp"

#include "cavitation/nucleation.hpp"
#include "cavitation/spherical_bubble.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spinescope::cavitation {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double boundary_layer = 20e-6; ///< m, of fluid through which gas reaches the cavity
constexpr double gas_gone = 1e-12;       ///< m3 (0.001 mm3): the rest dissolves within the minute
constexpr double opening_suction = 5e3;  ///< Pa below ambient at which old gas begins to open the gap

double sphere(double r) {
    return 4.0 / 3.0 * pi * r * r * r;
}

} // namespace

JointEquations::JointEquations(const Parameters& parameters)
    : p_(parameters), course_(parameters), flow_(parameters.synovia), R_(std::sqrt(parameters.area / pi)),
      nucleation_Pa_(blake_pressure(parameters.nuclei)) {
    fold_.width = p_.fold;
    capsule_.perimeter = 2 * pi * R_;
    capsule_.stiffness = p_.capsule_stiffness;
}

State JointEquations::rested() const {
    State y{};
    y[gap] = p_.film;
    for (std::size_t i = 0; i < 3; ++i) y[total_CO2 + i] = p_.fluid * gases[i].kH * gases[i].tissue_Pa;
    return y;
}

double JointEquations::smallest_speed() const {
    const double h = p_.film;
    return std::clamp(10 * h * h * h / (3 * p_.synovia.eta0 * R_ * R_), 1e-14, 1e-6);
}

/// The recesses give fluid to the gap until they are empty; then their walls are sucked in and the pressure
/// at the rim falls. It cannot fall below that of vapour, because fat pads and soft tissue follow.
double JointEquations::recess_pressure(double gap_liquid) const {
    const double left = (p_.fluid - gap_liquid) / (0.05 * p_.fluid);
    return ambient_pressure - (ambient_pressure - vapour_pressure) / (1 + std::exp(std::min(left, 500.0)));
}

double JointEquations::rim_pressure(std::span<const double> y) const {
    return recess_pressure(p_.area * y[gap]) - fold_drop(p_.synovia, fold_, R_, p_.area * y[speed]);
}

double JointEquations::centre_pressure(std::span<const double> y) const {
    return rim_pressure(y) - flow_.centre_drop(R_, y[gap], y[speed]);
}

/// Volume of the free gas as equal bubbles at ambient pressure and their surface tension.
double JointEquations::pocket_volume(std::span<const double> y) const {
    const double n = std::max(y[gas_CO2] + y[gas_CO2 + 1] + y[gas_CO2 + 2], 0.0) / p_.bubbles;
    const double p = ambient_pressure - vapour_pressure, b = 3 * n * gas_energy / (4 * pi);
    double r = std::cbrt(b / p);
    for (int i = 0; i < 6 && r > 0; ++i) // p r^3 + 2 sigma r^2 = b
        r -= (p * r * r * r + 2 * surface_tension * r * r - b) / (3 * p * r * r + 4 * surface_tension * r);
    return std::max(p_.bubbles * sphere(r), 1e-24);
}

double JointEquations::cavity_pressure(std::span<const double> y) const {
    const double n = y[gas_CO2] + y[gas_CO2 + 1] + y[gas_CO2 + 2];
    return vapour_pressure + n * gas_energy / std::max(y[volume], 1e-20);
}

Ring JointEquations::liquid_ring(std::span<const double> y, double recess) const {
    const double x = std::max(y[volume], 0.0) / (p_.area * y[gap]); // share of the gap that is gas
    const double filled = x / std::pow(1 + x * x * x * x, 0.25);
    return ring(p_.synovia, fold_, R_, y[gap], y[speed], R_ * std::sqrt(filled), recess - cavity_pressure(y));
}

/// Everything that acts on the moving vertebra but the fluid, N, positive opening.
double JointEquations::solid_force(double t, double h, double dh) const {
    const double beyond = h - p_.film;
    // Rough cartilage carries the resting load at the resting film, and less the wider the gap.
    const double contact = p_.rest_load * std::exp(std::min(-20 * beyond / p_.film, 20.0));
    return (1 - p_.guarding_share) * course_.pull(t) - p_.rest_load * course_.rest(t) + contact -
           capsule_force(capsule_, beyond) - (p_.segment + p_.guarding + p_.adhesion) * beyond -
           p_.segment_damping * dh;
}

void JointEquations::derivatives(Regime regime, double t, std::span<const double> y,
                                 std::span<double> dy) const {
    std::ranges::fill(dy, 0.0);
    const double h = y[gap], dh = y[speed];
    double fluid_force = 0, gas_volume = 0;
    if (regime == Regime::cavity) {
        gas_volume = std::max(y[volume], 1e-20);
        const double recess = recess_pressure(p_.area * h - y[volume]);
        const Ring liquid = liquid_ring(y, recess);
        const double rim = recess - fold_drop(p_.synovia, fold_, R_, liquid.inflow);
        fluid_force = p_.area * (ambient_pressure - rim) + liquid.force;
        dy[volume] = p_.area * dh - liquid.inflow;
    } else {
        fluid_force = p_.area * (ambient_pressure - rim_pressure(y)) + flow_.force(R_, h, dh);
        if (regime == Regime::pockets) gas_volume = pocket_volume(y);
    }
    dy[gap] = dh;
    dy[speed] = (solid_force(t, h, dh) - fluid_force) / p_.moving_mass;

    if (regime == Regime::bubble) {
        SphericalBubble nucleus{.R0 = p_.nuclei, .gas_Pa = nucleus_gas_pressure(p_.nuclei)};
        // The sphere shears the fluid at about 2 sqrt(3) R'/R. What the pressure far away does meanwhile is
        // felt R/c later, some nanoseconds: left out.
        const double R = y[radius], dR = y[growth];
        nucleus.viscosity = viscosity(p_.synovia, 2 * std::numbers::sqrt3 * dR / R);
        dy[radius] = dR;
        dy[growth] = wall_acceleration(nucleus, R, dR, centre_pressure(y));
    }

    // Gas crosses into the fluid through the boundary layer under a flat cavity, over as much of the facet as
    // it covers; from bubbles as from spheres, 4 pi R D each (Epstein & Plesset 1950, quasi-steady).
    const double conductance =
        regime == Regime::cavity
            ? p_.area / boundary_layer * gas_volume / (gas_volume + p_.area * boundary_layer)
            : 4 * pi * p_.bubbles * std::cbrt(3 * gas_volume / p_.bubbles / (4 * pi));
    for (std::size_t i = 0; i < 3; ++i) {
        const GasProperties& gas = gases[i];
        const double dissolved = (y[total_CO2 + i] - y[gas_CO2 + i]) / p_.fluid; // mol/m3
        if (gas_volume > 0) {
            const double partial = y[gas_CO2 + i] * gas_energy / gas_volume;
            dy[gas_CO2 + i] = conductance * gas.D * (dissolved - gas.kH * partial);
        }
        dy[total_CO2 + i] = p_.tissue_exchange * p_.exchange_area * cartilage_diffusion * gas.D /
                            p_.exchange_path * (gas.kH * gas.tissue_Pa - dissolved);
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
        sample.pressure_Pa = centre_pressure(y);
        break;
    case Regime::bubble:
        sample.pressure_Pa = centre_pressure(y);
        sample.cavity_m3 = sphere(y[radius]);
        sample.cavity_Pa =
            inner_pressure({.R0 = p_.nuclei, .gas_Pa = nucleus_gas_pressure(p_.nuclei)}, y[radius]);
        break;
    case Regime::cavity:
        sample.cavity_m3 = std::max(y[volume], 0.0);
        sample.cavity_Pa = sample.pressure_Pa = cavity_pressure(y);
        break;
    case Regime::pockets:
        sample.pressure_Pa = centre_pressure(y);
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

std::array<double, 2> JointEquations::ends(Regime regime, double, std::span<const double> y) const {
    switch (regime) {
    case Regime::film:
        return {(centre_pressure(y) - nucleation_Pa_) / 1e5, 1};
    case Regime::bubble:
        return {1 - 2 * y[radius] / y[gap], y[radius] / p_.nuclei - 0.5};
    case Regime::cavity:
        return {1 - cavity_pressure(y) / ambient_pressure, 1};
    case Regime::pockets:
        return {(centre_pressure(y) - (ambient_pressure - opening_suction)) / 1e5,
                pocket_volume(y) / gas_gone - 1};
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
        for (const GasProperties& gas : gases) tension += gas.tissue_Pa;
        const double n = nucleus_gas_pressure(p_.nuclei) * sphere(p_.nuclei) / gas_energy;
        for (std::size_t i = 0; i < 3; ++i) y[gas_CO2 + i] = n * gases[i].tissue_Pa / tension;
        y[radius] = 1.001 * blake_radius(p_.nuclei);
        y[growth] = 0;
        if (y[radius] < 0.5 * y[gap]) return Regime::bubble;
        y[volume] = sphere(0.5 * y[gap]);
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
                    (ambient_pressure - opening_suction - vapour_pressure);
        return Regime::cavity;
    }
    return Regime::film;
}

} // namespace spinescope::cavitation
