#pragma once

#include "cavitation/capsule.hpp"
#include "cavitation/gases.hpp"
#include "cavitation/parameters.hpp"
#include "cavitation/pop.hpp"
#include "cavitation/pull_course.hpp"
#include "cavitation/squeeze_film.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace spinescope::cavitation {

/// Where the joint's gas is. One set of equations; a regime says which of its terms are alive.
enum class Regime {
    film,    ///< liquid everywhere: the film carries tension up to what its nuclei withstand
    bubble,  ///< a nucleus has run away and is a sphere smaller than half the gap (microseconds)
    cavity,  ///< a flat cavity of gas and vapour between the facets, under suction
    pockets, ///< free gas at the joint's own pressure, beside a film of liquid
};

/// The unknowns, SI.
enum Unknown : std::size_t {
    gap,                     ///< h
    speed,                   ///< dh/dt
    volume,                  ///< V_c, in the regime cavity
    radius,                  ///< R, in the regime bubble
    growth,                  ///< dR/dt
    gas_CO2,                 ///< mol in the cavity; N2 and O2 follow
    total_CO2 = gas_CO2 + 3, ///< mol in cavity and fluid together; N2 and O2 follow
    unknowns = total_CO2 + 3
};
using State = std::array<double, unknowns>;

/// The joint's energy at one instant.
struct Ledger {
    double elastic_J = 0;        ///< in capsule, segment, muscles and bridges
    double contact_J = 0;        ///< in the rough contact of the cartilages
    double kinetic_J = 0;        ///< of the moving mass
    double pull_W = 0;           ///< from the pull and the resting load
    double atmosphere_W = 0;     ///< against the atmosphere, around the cavity and on the recesses
    double viscous_film_W = 0;   ///< to heat, in the fluid
    double viscous_tissue_W = 0; ///< to heat, in the segment
};

/// One facet joint under a pull.
class JointEquations {
public:
    explicit JointEquations(const Parameters& parameters);

    /// At rest for a long time: film at its resting thickness, fluid in equilibrium with the tissue.
    [[nodiscard]] State rested() const;
    void derivatives(Regime regime, double t, std::span<const double> y, std::span<double> dy) const;
    /// What of the joint can be seen from outside; sound_Pa is left zero.
    [[nodiscard]] Sample observe(Regime regime, double t, std::span<const double> y) const;
    /// Rate of change of the volume of gas and vapour, m3/s.
    [[nodiscard]] static double volume_rate(Regime regime, std::span<const double> y,
                                            std::span<const double> dy);
    /// Distance from the ends of a regime; it is left when one of them crosses zero (see `next`).
    [[nodiscard]] std::array<double, 2> ends(Regime regime, double t, std::span<const double> y) const;
    /// The regime after the given end was reached, with the state carried over.
    [[nodiscard]] Regime next(Regime regime, int end, double t, State& y) const;

    /// What the joint holds of the pull's work, J, and at what rates it takes and gives more, W.
    [[nodiscard]] Ledger ledger(Regime regime, double t, std::span<const double> y) const;

    /// A speed of opening too small to matter, m/s: it moves the pressure in the resting film by 10 Pa.
    [[nodiscard]] double smallest_speed() const;
    [[nodiscard]] const PullCourse& course() const { return course_; }

private:
    [[nodiscard]] double recess_pressure(double gap_liquid) const;
    [[nodiscard]] double gap_volume(double h) const;
    /// The liquid that fills the gap: how strongly it holds the facets together, and its pressure at the
    /// centre.
    struct Film {
        double force;     ///< N, atmosphere and all
        double centre_Pa; ///< absolute
    };
    [[nodiscard]] Film film(std::span<const double> y) const;
    /// The liquid around a flat cavity.
    struct Surround {
        double force;  ///< N, atmosphere and all
        double inflow; ///< m3/s
    };
    [[nodiscard]] Surround surround(std::span<const double> y) const;
    [[nodiscard]] double contact_force(double beyond) const;
    [[nodiscard]] double pocket_volume(std::span<const double> y) const;
    [[nodiscard]] double cavity_pressure(std::span<const double> y) const;
    [[nodiscard]] double solid_force(double t, double h, double dh) const;

    Parameters p_;
    PullCourse course_;
    FilmFlow flow_;
    Capsule capsule_;
    double R_;             ///< radius of the disc with the facet's area
    double nucleation_Pa_; ///< absolute pressure that the nuclei withstand
};

} // namespace spinescope::cavitation
