#include "audio/spectrum.hpp"

#include <algorithm>
#include <cmath>
#include <kiss_fftr.h>
#include <memory>
#include <numbers>

namespace spinescope::audio {

namespace {

constexpr std::size_t longest_stretch = 8192;
constexpr float silence_dB = -160;

} // namespace

Spectrum spectrum(const Clip& clip) {
    if (clip.samples.empty() || clip.rate_Hz <= 0) return {};
    // A clip shorter than a stretch is filled up with silence.
    std::size_t n = 256;
    while (n < longest_stretch && n < clip.samples.size()) n *= 2;
    const std::unique_ptr<kiss_fftr_state, void (*)(void*)> plan(
        kiss_fftr_alloc(static_cast<int>(n), 0, nullptr, nullptr), [](void* p) { kiss_fftr_free(p); });
    std::vector<float> window(n), stretch(n);
    for (std::size_t i = 0; i < n; ++i)
        window[i] = 0.5F - 0.5F * std::cos(2 * std::numbers::pi_v<float> * float(i) / float(n));
    std::vector<kiss_fft_cpx> lines(n / 2 + 1);
    std::vector<double> power(n / 2 + 1);
    double stretches = 0;
    // From half a stretch before the clip to half a stretch beyond it: no part lies under a window's foot
    // alone.
    for (std::size_t end = n / 2; end < clip.samples.size() + n; end += n / 2) {
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t at = end + i - n;
            const float sample = end + i >= n && at < clip.samples.size() ? clip.samples[at] : 0.0F;
            stretch[i] = std::isfinite(sample) ? window[i] * sample : 0.0F;
        }
        kiss_fftr(plan.get(), stretch.data(), lines.data());
        for (std::size_t i = 0; i < power.size(); ++i)
            power[i] += double(lines[i].r) * lines[i].r + double(lines[i].i) * lines[i].i;
        ++stretches;
    }
    const double full = double(n) / 4; // what a sine that fills the clip gives in its line
    Spectrum result{.step_Hz = clip.rate_Hz / double(n), .level_dB = {}};
    result.level_dB.reserve(power.size());
    for (const double p : power) {
        const double level = 10 * std::log10(p / stretches / (full * full) + 1e-30);
        result.level_dB.push_back(std::max(silence_dB, static_cast<float>(level)));
    }
    return result;
}

std::optional<double> peak_Hz(const Spectrum& spectrum) {
    if (spectrum.level_dB.empty()) return std::nullopt;
    const auto lowest = static_cast<std::ptrdiff_t>(std::ceil(20 / spectrum.step_Hz));
    if (lowest >= std::ssize(spectrum.level_dB)) return std::nullopt;
    const auto loudest = std::max_element(spectrum.level_dB.begin() + lowest, spectrum.level_dB.end());
    if (*loudest <= silence_dB) return std::nullopt;
    return spectrum.step_Hz * double(loudest - spectrum.level_dB.begin());
}

} // namespace spinescope::audio
