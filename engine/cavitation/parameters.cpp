#include "cavitation/parameters.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace spinescope::cavitation {

namespace {

template <double Parameters::*member>
double& of(Parameters& parameters) {
    return parameters.*member;
}
template <double Carreau::*member>
double& of_fluid(Parameters& parameters) {
    return parameters.synovia.*member;
}

template <double Fold::*member>
double& of_fold(Parameters& parameters) {
    return parameters.fold.*member;
}
template <double Capsule::*member>
double& of_capsule(Parameters& parameters) {
    return parameters.capsule.*member;
}
template <Gas gas>
double& of_tissue(Parameters& parameters) {
    return parameters.tissue[gas];
}
template <double Ringing::*member>
double& of_ringing(Parameters& parameters) {
    return parameters.ringing.*member;
}
constexpr double mmHg = 133.322;

using enum Origin;

constexpr std::array table{
    ParameterKey{"area_mm2", of<&Parameters::area>, 1e-6, 20, 400, "area of the facet", measured,
                 "Panjabi et al. 1993, Spine 18:1298: 72-212 mm2 from C3 to L5"},
    ParameterKey{"film_um", of<&Parameters::film>, 1e-6, 0.5, 200,
                 "fluid between the cartilages after a long rest", estimated,
                 "1-5 um where the surfaces touch; a film of 20 um cannot carry tension"},
    ParameterKey{"fluid_uL", of<&Parameters::fluid>, 1e-9, 5, 500, "synovial fluid in the joint", estimated,
                 "20-100 uL"},
    ParameterKey{"mismatch_um", of<&Parameters::mismatch>, 1e-6, 0, 100,
                 "how much thicker the film is at the rim than at the centre", estimated,
                 "a quarter of the film: soft cartilage conforms under the resting load; 0 is parallel"},
    ParameterKey{"recess_reserve", of<&Parameters::recess_reserve>, 1, 0.005, 0.5,
                 "share of the fluid that the recesses still hold when their walls are sucked in", estimated,
                 ""},
    ParameterKey{"fold_um", of_fold<&Fold::width>, 1e-6, 10, 1000,
                 "slit under the capsule's folds that seals the rim", calibrated,
                 "so that the cavity lasts as long as the position is kept (Kawchuk et al. 2015)"},
    ParameterKey{"fold_length_mm", of_fold<&Fold::length>, 1e-3, 0.5, 10, "length of that slit", estimated,
                 "a meniscoid fold reaches a few millimetres between the facets"},
    ParameterKey{"nuclei_um", of<&Parameters::nuclei>, 1e-6, 0.05, 50,
                 "radius of the gas nuclei in the fluid", calibrated,
                 "within 0.2 um, as a crack needs (compare Fryer et al. 2017, JCCA 61:32), for a gap of half "
                 "a millimetre within about 3 ms"},
    ParameterKey{"surface_tension_mN_per_m", of<&Parameters::tension>, 1e-3, 20, 75,
                 "surface tension of the fluid", recalled, "about 55, below water's 70; little measured"},
    ParameterKey{"viscosity_at_rest_Pa_s", of_fluid<&Carreau::eta0>, 1, 0.001, 100,
                 "viscosity of the fluid at rest", recalled, "spans the published magnitudes"},
    ParameterKey{"viscosity_at_high_shear_Pa_s", of_fluid<&Carreau::eta_inf>, 1, 0.0005, 1,
                 "viscosity of the fluid at high shear", recalled, "spans the published magnitudes"},
    ParameterKey{"shear_time_s", of_fluid<&Carreau::lambda>, 1, 0.001, 100,
                 "Carreau time: shear thinning sets in at its inverse", recalled,
                 "spans the published magnitudes"},
    ParameterKey{"shear_exponent", of_fluid<&Carreau::n>, 1, 0.2, 1,
                 "Carreau exponent: 1 is a Newtonian fluid", recalled, "spans the published magnitudes"},
    ParameterKey{"preload_N", of<&Parameters::preload>, 1, 0, 100, "slow pull before the thrust", estimated,
                 "about a tenth of the preload at the skin"},
    ParameterKey{"preload_s", of<&Parameters::preload_time>, 1, 0.5, 30, "from the first touch to the thrust",
                 estimated, ""},
    ParameterKey{"pull_N", of<&Parameters::pull>, 1, 1, 200, "peak pull at the joint", estimated,
                 "Funabashi 2022: 300 N at the skin are 36.4 N at the segment"},
    ParameterKey{"pull_rate_N_per_s", of<&Parameters::pull_rate>, 1, 1, 5000, "how fast the pull rises",
                 estimated, "a tenth of 1011 N in 167 ms at the table: about 600 N/s"},
    ParameterKey{"peak_s", of<&Parameters::peak_time>, 1, 0.01, 5, "how long the peak is kept", estimated,
                 ""},
    ParameterKey{"hold_N", of<&Parameters::hold>, 1, 0, 200, "pull that the position keeps after the thrust",
                 calibrated, "to a gap 0.8 mm wider after a pop (Cramer et al. 2011, JMPT 34:2)"},
    ParameterKey{"hold_s", of<&Parameters::hold_time>, 1, 1, 30, "from the thrust to letting go", estimated,
                 ""},
    ParameterKey{"release_s", of<&Parameters::release_time>, 1, 0.1, 10, "letting go", estimated, ""},
    ParameterKey{"rest_load_N", of<&Parameters::rest_load>, 1, 0.1, 100, "compression when nobody pulls",
                 estimated, "about 10 N"},
    ParameterKey{"contact_fade", of<&Parameters::contact_fade>, 1, 5, 100,
                 "contact carries exp(-fade (gap/film - 1)) of the resting load", estimated,
                 "roughness of a twentieth of the film"},
    ParameterKey{"segment_N_per_mm", of<&Parameters::segment>, 1e3, 1, 1000,
                 "stiffness of disc, ligaments and resting muscles against gapping", calibrated,
                 "to a gap 0.8 mm wider after a pop (Cramer et al. 2011, JMPT 34:2)"},
    ParameterKey{"segment_damping_Ns_per_m", of<&Parameters::segment_damping>, 1, 1, 2000,
                 "damping of the same tissues", estimated, "about 0.3 of critical"},
    ParameterKey{"moving_mass_kg", of<&Parameters::moving_mass>, 1, 0.02, 5, "mass that moves with the facet",
                 calibrated, "within 0.1-0.3 kg, for a brisk snap"},
    ParameterKey{"capsule_factor", of_capsule<&Capsule::stiffness>, 1, 0, 100,
                 "capsule stiffness against the measured one", measured,
                 "Little & Khalsa 2005, J Biomech Eng 127:15"},
    ParameterKey{"capsule_thickness_mm", of_capsule<&Capsule::thickness>, 1e-3, 0.3, 5,
                 "thickness of the capsule", estimated, "1-3 mm"},
    ParameterKey{"capsule_length_mm", of_capsule<&Capsule::length>, 1e-3, 2, 30,
                 "free length of its fibres between their insertions", estimated, "about 10 mm"},
    ParameterKey{"capsule_prestrain", of_capsule<&Capsule::prestrain>, 1, 0, 0.3,
                 "strain of the capsule at rest", measured, "4-5 % in situ"},
    ParameterKey{"adhesion_N_per_um", of<&Parameters::adhesion>, 1e6, 0, 1000,
                 "stiffness of bridges between the cartilages", estimated,
                 "0 in a healthy joint; 1 MPa tissue across 3 um: about 50 N/um"},
    ParameterKey{"guarding_N_per_mm", of<&Parameters::guarding>, 1e3, 0, 1000,
                 "stiffness of guarding muscles", estimated, "0 when relaxed"},
    ParameterKey{"guarding_share", of<&Parameters::guarding_share>, 1, 0, 0.99,
                 "share of the pull that guarding muscles take", estimated, "0 when relaxed"},
    ParameterKey{"rest_min", of<&Parameters::rest>, 60, 1, 1440,
                 "minutes since the last pop; 1440 (a day) is fully rested", estimated, ""},
    ParameterKey{"bubbles", of<&Parameters::bubbles>, 1, 1, 1000,
                 "into how many bubbles the cavity's gas breaks up when the pull ends", calibrated,
                 "to a refractory period of 68 min (40-95), as one very small lumbar study reported"},
    ParameterKey{"tissue_CO2_mmHg", of_tissue<CO2>, mmHg, 20, 100,
                 "carbon dioxide in the tissue around the joint", recalled, "46: venous blood"},
    ParameterKey{"tissue_N2_mmHg", of_tissue<N2>, mmHg, 0, 620, "nitrogen in that tissue", recalled,
                 "573: air in the lungs, neither used nor made"},
    ParameterKey{"tissue_O2_mmHg", of_tissue<O2>, mmHg, 1, 100, "oxygen in that tissue", measured,
                 "48.2 +- 3.1 in the rabbit's knee"},
    ParameterKey{"boundary_layer_um", of<&Parameters::boundary_layer>, 1e-6, 2, 500,
                 "depth of fluid through which gas reaches a flat cavity", estimated,
                 "the film left on either cartilage"},
    ParameterKey{"opening_suction_kPa", of<&Parameters::opening_suction>, 1e3, 0.5, 50,
                 "suction at which old gas begins to open the gap", estimated,
                 "a twentieth of an atmosphere"},
    ParameterKey{"gas_gone_mm3", of<&Parameters::gas_gone>, 1e-9, 1e-5, 0.1, "free gas that counts as none",
                 estimated, "that little dissolves within the minute"},
    ParameterKey{"exchange_mm2", of<&Parameters::exchange_area>, 1e-6, 1, 1000,
                 "area through which gas leaves into cartilage and capsule", estimated,
                 "half of a lumbar facet"},
    ParameterKey{"exchange_path_mm", of<&Parameters::exchange_path>, 1e-3, 0.05, 10,
                 "depth of tissue that the gas crosses", estimated, "about a cartilage's thickness (0.8 mm)"},
    ParameterKey{"cartilage_diffusion", of<&Parameters::cartilage_diffusion>, 1, 0.1, 1,
                 "diffusion of gas in that tissue against that in fluid", recalled, "0.4-0.5"},
    ParameterKey{"tissue_exchange", of<&Parameters::tissue_exchange>, 1, 0, 100,
                 "factor on that exchange; 0 seals the joint", estimated, ""},
    ParameterKey{"end_min", of<&Parameters::end>, 60, 2, 1440, "length of the trace", estimated, ""},
    ParameterKey{"ring_mass_kg", of_ringing<&Ringing::mass>, 1, 0.02, 5,
                 "mass of the vertebra that rings when the joint springs open", estimated, "about 0.3 kg"},
    ParameterKey{"ring_N_per_mm", of_ringing<&Ringing::stiffness>, 1e3, 1, 1e4,
                 "stiffness of the tissue it rings on", estimated,
                 "100-1000 N/mm: 92-291 Hz; 86-1830 Hz were heard (Reggars 1996)"},
    ParameterKey{"ring_damping", of_ringing<&Ringing::damping_ratio>, 1, 0.02, 2,
                 "damping of that ring, of critical", calibrated,
                 "to a pop of 5.66 ms (Dunning et al. 2013, BMC MSD 14:24, C1-C2)"},
    ParameterKey{"radiating_mm2", of_ringing<&Ringing::radiating_area>, 1e-6, 0, 1e5,
                 "area of skin that moves with the ring", estimated, ""},
};

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g", value);
    return text.data();
}

std::string range(const ParameterKey& row) {
    return "give a number from " + number(row.lowest) + " to " + number(row.highest);
}

} // namespace

std::span<const ParameterKey> parameter_keys() {
    return table;
}

const ParameterKey& parameter_key(std::string_view key) {
    for (const ParameterKey& row : table)
        if (row.key == key) return row;
    std::vector<std::string> known;
    known.reserve(table.size());
    for (const ParameterKey& row : table) known.emplace_back(row.key);
    throw Failure(files::shown(key), "no parameter has this name", files::suggestion(key, known));
}

double get(const Parameters& parameters, std::string_view key) {
    const ParameterKey& row = parameter_key(key);
    Parameters copy = parameters;
    return row.field(copy) / row.unit;
}

void set(Parameters& parameters, std::string_view key, double value) {
    const ParameterKey& row = parameter_key(key);
    if (!std::isfinite(value)) throw Failure(std::string(key), "is not a finite number", range(row));
    if (value < row.lowest || value > row.highest)
        throw Failure(std::string(key), number(value) + " is out of range", range(row));
    row.field(parameters) = value * row.unit;
}

void check(const Parameters& parameters) {
    Parameters copy = parameters;
    for (const ParameterKey& row : table) {
        const double value = row.field(copy) / row.unit, slack = 1e-9 * row.highest;
        if (!std::isfinite(value) || value < row.lowest - slack || value > row.highest + slack)
            throw Failure(std::string(row.key), number(value) + " is out of range", range(row));
    }
    if (parameters.preload > parameters.pull)
        throw Failure("preload_N", "is more than pull_N", "preload the joint with less than the thrust");
    if (parameters.hold > parameters.pull)
        throw Failure("hold_N", "is more than pull_N", "hold the joint with no more than the thrust");
    if (parameters.fluid < parameters.area * (parameters.film + parameters.mismatch / 2))
        throw Failure("fluid_uL", "is less than the resting film holds (area_mm2, film_um, mismatch_um)",
                      "give the joint more fluid or a thinner film");
    if (parameters.synovia.eta_inf > parameters.synovia.eta0)
        throw Failure("viscosity_at_high_shear_Pa_s", "is more than viscosity_at_rest_Pa_s",
                      "synovial fluid gets thinner when sheared");
}

} // namespace spinescope::cavitation
