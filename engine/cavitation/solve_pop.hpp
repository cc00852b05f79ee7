#pragma once

#include "cavitation/parameters.hpp"
#include "cavitation/pop.hpp"

#include <string>
#include <vector>

namespace spinescope::cavitation {

/// An instant of note: "nucleation", "flat cavity", "gas compressed", "old gas opens", "gas gone",
/// "film thin".
struct Instant {
    enum class Kind { nucleation, flat_cavity, gas_at_rest, old_gas_opens, gas_gone };
    Kind kind;
    double time_s;
};

/// A pull and what came of it, from the first touch to the end of the refractory period.
struct Course {
    std::vector<Sample> samples; ///< times strictly increasing, from 0
    std::vector<Instant> instants;
};

/// Solves the joint's equations once, with CVODE. With `rest` below a day an earlier pull of the same kind is
/// solved first and time 0 is `rest` after its thrust. Same input, same bits. Throws Failure for parameters
/// out of range.
[[nodiscard]] Course solve_pop(const Parameters& parameters, double relative_tolerance = 1e-5);

} // namespace spinescope::cavitation
