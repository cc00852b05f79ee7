#pragma once

#include "audio/player.hpp"

#include <optional>
#include <vector>

namespace spinescope::audio {

/// How loud each frequency of a clip is.
struct Spectrum {
    double step_Hz = 0;          ///< level_dB[i] belongs to i * step_Hz
    std::vector<float> level_dB; ///< 0 dB: a sine that fills the clip; silence: -160
};

/// The mean over the clip's stretches of up to 8192 samples, overlapping by half under Hann windows (Welch
/// 1967). Empty for an empty clip.
[[nodiscard]] Spectrum spectrum(const Clip& clip);
/// The loudest frequency from 20 Hz up; nothing in silence.
[[nodiscard]] std::optional<double> peak_Hz(const Spectrum& spectrum);

} // namespace spinescope::audio
