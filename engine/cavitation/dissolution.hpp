#pragma once

namespace spinescope::cavitation {

// How fast free gas goes into solution: dn/dt = -C D (kH p - c), with p the gas's partial pressure, c its
// concentration in the fluid (mol/m3) and C the conductance (m) of the gas's shape.

/// A sphere in much fluid, 4 pi R: the quasi-steady part of Epstein & Plesset 1950 (J Chem Phys 18:1505).
[[nodiscard]] double sphere_conductance(double R);
/// The same `age` seconds after it appeared: 4 pi R^2 (1/R + 1/sqrt(pi D age)). The joint's equations leave
/// the second term out: it acts while age < R^2/(pi D), 4 s for the bubbles that a pop leaves (0.2 mm)
/// against an hour of life, and shortens that of nitrogen, which decides, by less than a tenth; how many
/// bubbles the gas breaks up into is known far less well.
[[nodiscard]] double young_sphere_conductance(double R, double D, double age);
/// Life of a sphere of one gas with Ostwald coefficient L in fluid saturated to the fraction f, without
/// surface tension and quasi-steady: R0^2 / (2 D L (1 - f)), s.
[[nodiscard]] double sphere_life(double R0, double D, double L, double f);

/// A flat cavity that spans the gap, through a boundary layer of fluid under it: A / layer while it covers
/// the facet; less than its layer's depth of gas covers as much less of it.
[[nodiscard]] double flat_cavity_conductance(double area, double volume, double layer);

} // namespace spinescope::cavitation
