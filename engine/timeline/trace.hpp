#pragma once

#include "cavitation/parameters.hpp"
#include "cavitation/pop.hpp"
#include "language/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::timeline {

/// An instant with a name: "nucleation", "snap", "gas-gone"; "pop.JOINT" of another joint under the thrust.
struct Event {
    std::string id;
    double time_s = 0;
};
/// "A nucleus gives way", "L4-L5 right pops": in the language in use.
[[nodiscard]] std::string told(const Event& event);

/// A stretch of the ruler with a scale of its own, so that 5 ms and an hour are both easy to grab.
struct Chapter {
    std::string id;       ///< preload, thrust, cavitation, settling, refractory
    language::Text title; ///< "Cavitation"
    double begin_s = 0;
    double end_s = 0;
    double width = 0; ///< share of the ruler, all together 1
};

/// Why it popped or did not, judged from the trace's numbers alone.
enum class Reason {
    popped,    ///< the film's tension passed what its nuclei withstand
    nucleated, ///< a cavity grew from large nuclei, without a crack
    too_soon,  ///< gas of the last pop was still free, or the film still wide
    guarded,   ///< muscles took what would have been enough
    locked,    ///< bridges and capsule carried the pull: the surfaces hardly parted
    weak,      ///< too little of the pull reached the joint, whatever muscles did
    slow,      ///< the film had time to leak open
    mobile     ///< the film was so wide that it leaked open under a brisk pull, too
};
/// "too-soon"
[[nodiscard]] std::string_view word(Reason reason);

/// What came of the pull.
struct Outcome {
    bool popped = false;
    Reason reason = Reason::weak;
    std::optional<double> time_of_pop_s;
    double peak_tension_kPa = 0;
    double peak_cavity_mm3 = 0;
    double gap_before_mm = 0;
    double gap_after_mm = 0;          ///< while still held, just before letting go
    double threshold_kPa = 0;         ///< tension that the film's nuclei withstand
    double peak_sound_dB = 0;         ///< re 20 uPa at 0.5 m; an upper bound
    std::optional<double> gas_gone_s; ///< when the last free gas went back into solution
    std::optional<double> ready_s;    ///< when the film had thinned again, too
};

/// Everything one simulation said, sampled finely enough that any instant is a look-up.
struct Trace {
    std::string scenario;                    ///< "healthy-pop"
    language::Text title;                    ///< "Healthy pop"
    std::string joint;                       ///< "facet.L4-L5.right"
    std::vector<cavitation::Sample> samples; ///< times strictly increasing
    std::vector<Event> events;               ///< in order of time
    std::vector<Chapter> chapters;           ///< adjoining, from the first sample to the last
    Outcome outcome;
    cavitation::Parameters parameters; ///< this joint's own, with its share of the pull
    double share = 1;                  ///< of the thrust, that opens this joint; negative presses it shut
    double distance_m = 0;             ///< from where the thrust lands, along the spine
    std::vector<Trace> neighbours;     ///< the other joints under the same thrust, on the same clock
};

/// The joint at any time; before the first sample the first, after the last the last.
[[nodiscard]] cavitation::Sample at(const Trace& trace, double time_s);

/// The joints that popped, in order of time, this one and its neighbours: "facet.L4-L5.right" and when, s.
[[nodiscard]] std::vector<std::pair<std::string, double>> pops(const Trace& trace);

/// Where on the ruler (0..1) a time stands, and the time at a place of the ruler: inverse to each other.
[[nodiscard]] double ruler_position(const Trace& trace, double time_s);
[[nodiscard]] double ruler_time(const Trace& trace, double position);

} // namespace spinescope::timeline
