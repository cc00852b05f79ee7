#pragma once

#include "timeline/regimen.hpp"

#include <vector>

namespace spinescope::timeline {

/// Hours in which one is up; repetitions are spread over them.
inline constexpr double waking_h = 14;

/// A repetition, or a look at what is left of the ones before.
struct Appointment {
    double time_s = 0;     ///< from the first repetition
    int day = 1;           ///< from 1
    int repetition = 0;    ///< of all so far, this one included; from 1
    std::size_t phase = 0; ///< of the regimen
    bool loaded = true;    ///< false: only a look
    bool kept = true;      ///< a moment of the course is kept of it
};

/// A regimen day by day, times strictly increasing. Looks: in rest, two minutes, half an hour, two and seven
/// hours after the last repetition and every morning; at last twelve hours after the last day. Of more than
/// `most_kept` repetitions only some are kept, among them the first and the last of every day. Throws Failure
/// when a day's repetitions do not fit into its waking hours.
[[nodiscard]] std::vector<Appointment> schedule(const Regimen& regimen, std::size_t most_kept = 3000);

} // namespace spinescope::timeline
