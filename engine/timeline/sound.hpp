#pragma once

#include "cavitation/partial_collapse.hpp"
#include "timeline/trace.hpp"

#include <optional>
#include <vector>

namespace spinescope::timeline {

/// Which instant makes the sound is argued; a trace can be heard both ways.
enum class SoundExplanation {
    inception,       ///< the cavity's growth as the facets part (Kawchuk et al. 2015)
    partial_collapse ///< a bubble that shrinks as the pressure recovers, and stays (Chandran Suja & Barakat
                     ///< 2018)
};

/// The pop as heard half a metre away.
struct Sound {
    int rate_Hz = 48000;
    std::vector<float> samples; ///< -1..1; 1 is sound_full_scale
    double peak_Pa = 0;
    double begin_s = 0;  ///< the trace's time at the first sample
    double slowness = 1; ///< seconds of this sound for a second of the trace
};

/// The partial collapse that a trace would make: when the gap has sprung open, the largest sphere that fits
/// between the facets is left to itself while the pressure around it goes back from the cavity's to ambient,
/// in the time that the opening took. Nothing where no cavity formed.
struct Recovery {
    double begin_s = 0; ///< in the trace's time
    cavitation::Recovery bubble;
};
[[nodiscard]] std::optional<Recovery> recovery_of(const Trace& trace);

/// Pressure that fills a clip, Pa (54 dB peak): one scale for all traces, so that a quiet joint sounds quiet.
inline constexpr double sound_full_scale_Pa = 0.01;

/// Two parts: the monopole of the growing or shrinking cavity (an upper bound: tissue filters it), and the
/// ring of the vertebra on its soft tissue (Parameters::ringing; reported spectral peaks 86-1830 Hz, Reggars
/// 1996), struck by the facet that springs open. 0.25 s around the loudest instant.
[[nodiscard]] Sound sound_of(const Trace& trace, SoundExplanation explanation = SoundExplanation::inception);

/// The sound `factor` times slower at the same rate and the same pitch, so that it stays audible however slow
/// the picture runs (a tape at a hundredth would play 200 Hz as 2): each third of an octave keeps its tone
/// and takes its time over its course (a channel vocoder, Dudley 1939). At most a minute long. Throws Failure
/// for a factor below 1 or above 10 000.
[[nodiscard]] Sound slowed(const Sound& sound, double factor);

} // namespace spinescope::timeline
