#pragma once

#include "cavitation/capsule.hpp"
#include "cavitation/gases.hpp"
#include "cavitation/nucleation.hpp"
#include "cavitation/squeeze_film.hpp"
#include "cavitation/viscosity.hpp"

#include <array>
#include <span>
#include <string_view>

namespace spinescope::cavitation {

/// The vertebra ringing on its soft tissue when the joint springs open, as it is heard.
struct Ringing {
    double mass = 0.3;            ///< kg
    double stiffness = 3e5;       ///< N/m
    double damping_ratio = 0.45;  ///< of critical
    double radiating_area = 1e-3; ///< m2, that moves the air
};

/// What a pull on one facet joint depends on. SI units. Every field is reachable by its key (parameter_keys).
struct Parameters {
    // the joint
    double area = 160e-6;     ///< m2, of the facet
    double film = 2e-6;       ///< m, fluid between the cartilages after a long rest
    double fluid = 30e-9;     ///< m3, synovial fluid, film and recesses together
    double mismatch = 0.5e-6; ///< m, by which the film is thicker at the rim than at the centre
    double recess_reserve =
        0.05;                 ///< of the fluid: what the recesses still hold when their walls are sucked in
    Fold fold;                ///< slit through which the recesses' fluid reaches the film
    double nuclei = 0.105e-6; ///< m, radius of the gas nuclei at rest
    double tension = surface_tension; ///< N/m
    Carreau synovia;                  ///< the fluid
    Capsule capsule;                  ///< its perimeter follows from the area
    // the pull, at this joint, beyond what rest needs
    double preload = 5;        ///< N, slow pull before the thrust
    double preload_time = 1;   ///< s, from the first touch to the thrust
    double pull = 40;          ///< N, peak of the thrust
    double pull_rate = 400;    ///< N/s
    double peak_time = 0.1;    ///< s, for which the peak is kept
    double hold = 32;          ///< N, kept afterwards by the position
    double hold_time = 10;     ///< s, from the thrust to letting go
    double release_time = 1.5; ///< s
    // what else carries load
    double rest_load = 10;       ///< N, compression when nobody pulls
    double contact_fade = 20;    ///< how fast rough contact gives that load to the film as the gap widens
    double segment = 25e3;       ///< N/m, discs, ligaments and muscles at rest
    double segment_damping = 30; ///< N s/m
    double moving_mass = 0.1;    ///< kg
    double adhesion = 0;         ///< N/m, bridges between the cartilages
    double guarding = 0;         ///< N/m, guarding muscles
    double guarding_share = 0;   ///< of the pull, taken by guarding muscles
    // time and gas
    double rest = 86400; ///< s since the last pop; a day or more: fully rested
    double bubbles = 21; ///< into which the cavity's gas breaks up when the pull ends
    std::array<double, 3> tissue{gases[CO2].tissue_Pa, gases[N2].tissue_Pa, gases[O2].tissue_Pa}; ///< Pa
    double boundary_layer = 20e-6;     ///< m, of fluid through which gas reaches a flat cavity
    double opening_suction = 5e3;      ///< Pa below ambient at which old gas begins to open the gap
    double gas_gone = 1e-12;           ///< m3 of free gas that counts as none
    double exchange_area = 80e-6;      ///< m2, through which gas leaves into cartilage and capsule
    double exchange_path = 1e-3;       ///< m, to where the tissue's own blood supply keeps its tension
    double cartilage_diffusion = 0.45; ///< diffusion in that tissue against that in fluid
    double tissue_exchange = 1;        ///< factor on that exchange; 0 seals the joint
    double end = 5700;                 ///< s, length of the trace
    // the sound
    Ringing ringing;
};

/// Where a default comes from.
enum class Origin { measured, recalled, estimated, calibrated };

/// One row of the table of parameters.
struct ParameterKey {
    std::string_view key; ///< with its unit: "film_um"
    double& (*field)(Parameters&);
    double unit; ///< SI value of one unit
    double lowest, highest;
    std::string_view meaning;
    Origin origin;
    std::string_view source;
};

/// Every parameter, in the order of the struct.
[[nodiscard]] std::span<const ParameterKey> parameter_keys();
/// The row of a key. Throws Failure with the nearest key.
[[nodiscard]] const ParameterKey& parameter_key(std::string_view key);

/// Value in the key's unit. Throws Failure for an unknown key.
[[nodiscard]] double get(const Parameters& parameters, std::string_view key);
/// Throws Failure naming the key and its range when the value is not finite or outside.
void set(Parameters& parameters, std::string_view key, double value);
/// Throws Failure for the first parameter out of its range, and for combinations that describe no pull.
void check(const Parameters& parameters);

} // namespace spinescope::cavitation
