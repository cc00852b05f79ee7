#pragma once

#include "timeline/trace.hpp"

#include <vector>

namespace spinescope::timeline {

/// The pop as heard half a metre away, at true speed.
struct Sound {
    int rate_Hz = 48000;
    std::vector<float> samples; ///< -1..1; 1 is sound_full_scale
    double peak_Pa = 0;
};

/// Pressure that fills a clip, Pa (54 dB peak): one scale for all traces, so that a quiet joint sounds quiet.
inline constexpr double sound_full_scale_Pa = 0.01;

/// Two parts: the monopole of the growing cavity (Sample::sound_Pa, an upper bound), and the ring of the
/// vertebra on its soft tissue (0.3 kg on 3e5 N/m: 159 Hz, estimated; reported spectral peaks 86-1830 Hz,
/// Reggars 1996), struck by the facet that springs
/// open. 0.25 s around the loudest instant.
[[nodiscard]] Sound sound_of(const Trace& trace);

} // namespace spinescope::timeline
