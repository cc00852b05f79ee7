#pragma once

#include "cavitation/viscosity.hpp"

#include <vector>

namespace spinescope::cavitation {

/// The radial flow of one fluid between two discs, in the lubrication limit and without further
/// approximation. Everything follows from the wall stress tau_w as a function of s = q / h^2 (q: flow per
/// width; Rabinowitsch-Weissenberg for a slit: s = 1/(2 tau_w^2) * integral of tau g dtau), tabulated once
/// because it depends on the fluid alone. For a Newtonian fluid tau_w = 6 eta s.
class FilmFlow {
public:
    explicit FilmFlow(const Carreau& fluid);

    struct Value {
        double stress; ///< Pa
        double slope;  ///< Pa s, its derivative by s
    };
    /// Wall stress at s in 1/s; odd in s.
    [[nodiscard]] Value wall_stress(double s) const;

    /// Pressure drop in Pa from rim to centre of discs of radius R, gap h, opening at V (all SI): positive
    /// when the centre is below the rim. Newtonian: 3 eta R^2 V / h^3.
    [[nodiscard]] double centre_drop(double R, double h, double V) const;
    /// Force in N with which the film holds the discs together. Newtonian: 3 pi eta R^4 V / (2 h^3) (Stefan
    /// 1874); power law K: 2 pi K ((2n+1)/n)^n R^(n+3) V^n / [(n+3) h^(2n+1)] (Scott 1931).
    [[nodiscard]] double force(double R, double h, double V) const;

    struct Grip {
        double force = 0;       ///< N
        double centre_drop = 0; ///< Pa
    };
    /// Both at once between facets whose curvatures differ: the film is h thick at the centre and h +
    /// mismatch (>= 0) at the rim, in between with the square of the radius. Newtonian, with m = mismatch:
    /// centre drop 3 eta R^2 V/(2 m) (1/h^2 - 1/(h + m)^2), force 3 pi eta R^4 V/(2 h (h + m)^2).
    [[nodiscard]] Grip grip(double R, double h, double mismatch, double V) const;

private:
    [[nodiscard]] Value look_up(const std::vector<double>& log_ratio, double s) const;

    std::vector<double> stress_; ///< ln(tau_w / s)
    std::vector<double> mean_;   ///< ln(1/S integral of tau_w ds / S)
    std::vector<double> moment_; ///< ln(1/S^3 integral of s^2 tau_w ds / S)
};

/// The way from the joint's recesses to the rim of its facets: a slit under the folds of the capsule, all
/// around. A narrow slit is the "sealed rim".
struct Fold {
    double width = 50e-6; ///< m
    double length = 3e-3; ///< m
};
/// Pressure drop in Pa that draws `inflow` (m3/s) through the fold around facets of radius R.
[[nodiscard]] double fold_drop(const Carreau& fluid, const Fold& fold, double R, double inflow);

/// What the liquid ring around a cavity does.
struct Ring {
    double inflow = 0; ///< m3/s, through the rim inward
    double force = 0;  ///< N, holding the discs together, against the pressure at the rim
    double radius = 0; ///< m, inner edge of the unbroken film
};

/// Liquid between a cavity and the joint's recesses. `drop` is p_recess - p_cavity in Pa; `cavity_radius` is
/// where the cavity's own volume would end. A nucleated film bears no pressure below that of its cavity, so
/// fast opening ruptures it further out, to where the pressure gradient vanishes (Jakobsson & Floberg 1957,
/// Olsson 1965: mass-conserving cavitation); slow opening lets liquid back in. The ring has one viscosity,
/// that at its root mean square wall shear.
[[nodiscard]] Ring ring(const Carreau& fluid, const Fold& fold, double R, double h, double V,
                        double cavity_radius, double drop);

} // namespace spinescope::cavitation
