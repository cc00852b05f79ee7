#pragma once

#include "cavitation/parameters.hpp"
#include "cavitation/pop.hpp"

#include <vector>

namespace spinescope::cavitation {

/// An instant at which something gives way.
struct Instant {
    enum class Kind {
        film_yields,   ///< the film begins to give: its gap has grown by a fiftieth
        nucleation,    ///< the film's tension passes what its nuclei withstand
        flat_cavity,   ///< the bubble spans the gap
        snap,          ///< the gap has sprung open: it stops growing for the first time
        gas_at_rest,   ///< the pull has ended: the gas is back at the joint's pressure, as bubbles
        old_gas_opens, ///< a pull begins to expand such gas
        gas_gone,      ///< the last of it is in solution
    };
    Kind kind;
    double time_s;
};

/// A pull and what came of it, from the first touch to the end of the refractory period.
struct Course {
    std::vector<Sample> samples;   ///< times strictly increasing, from 0
    std::vector<Instant> instants; ///< in order of time
};

/// Solves the joint's equations once, with CVODE. With `rest` below a day an earlier pull of the same kind is
/// solved first and time 0 is `rest` after its thrust. Same input, same bits. Throws Failure for parameters
/// out of range.
[[nodiscard]] Course solve_pop(const Parameters& parameters, double relative_tolerance = 2e-5);

} // namespace spinescope::cavitation
