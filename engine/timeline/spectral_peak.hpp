#pragma once

#include <span>

namespace spinescope::timeline {

/// The frequency in Hz, from `low` to `high`, at which a clip of sound is strongest: its Fourier integral by
/// Goertzel's recurrence (1958), every 2 Hz. Zero for silence.
[[nodiscard]] double spectral_peak_Hz(std::span<const float> samples, int rate_Hz, double low = 20,
                                      double high = 4000);

} // namespace spinescope::timeline
